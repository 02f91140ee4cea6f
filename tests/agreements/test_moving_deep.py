"""Trees can be deep, but not without end."""

import pytest
from django.core.exceptions import ValidationError

from agreements import tree
from agreements.models import Goal
from agreements.outline import goal_steps
from documents.changes import change
from documents.models.ranked import DEEPEST
from tests.factories import make_agreement, small_tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_pdf")]


def chain(levels):
    goal = tree.Goal(text=f"Nivå {levels}")
    for level in range(levels - 1, 0, -1):
        goal = tree.Goal(text=f"Nivå {level}", goals=(goal,))
    return goal


def test_the_deepest_tree_is_shown_and_one_level_more_is_refused(karin, client_for):
    goals = (chain(DEEPEST), tree.Goal(text="Bredvid"))
    agreement = make_agreement(small_tree(goals=goals), by=karin)

    page = client_for(karin).get(
        f"/{karin.access.partnership.slug}/overenskommelser/{agreement.pk}/"
    )
    assert f"Nivå {DEEPEST}" in page.content.decode()

    with change(by=karin.actor, document=agreement.document):
        beside = Goal.objects.get(document=agreement.document, text="Bredvid")
        deepest = Goal.objects.get(document=agreement.document, text=f"Nivå {DEEPEST}")
        with pytest.raises(ValidationError):
            beside.put_under(deepest)
        assert beside.parent is None
        beside.put_under(deepest.parent)
        assert beside.parent == deepest.parent


def test_what_stands_below_a_row_counts_when_it_is_moved(karin):
    goals = (chain(DEEPEST - 1), chain(2))
    agreement = make_agreement(small_tree(goals=goals), by=karin)

    with change(by=karin.actor, document=agreement.document):
        pair = Goal.objects.filter(document=agreement.document, parent=None).order_by("rank").last()
        deepest = Goal.objects.get(document=agreement.document, text=f"Nivå {DEEPEST - 1}")
        with pytest.raises(ValidationError):
            pair.put_under(deepest)


def test_a_nested_list_opens_and_closes_as_often():
    goals = (chain(3), chain(1), tree.Goal(text="Sist", goals=(chain(2), chain(1))))
    steps = goal_steps(goals)

    assert [step.goal.text for step in steps] == [
        "Nivå 1",
        "Nivå 2",
        "Nivå 3",
        "Nivå 1",
        "Sist",
        "Nivå 1",
        "Nivå 2",
        "Nivå 1",
    ]
    assert sum(step.opens for step in steps) == sum(len(step.closes) for step in steps) == 5
