"""Moves: up, down, in, out and under another; each writes one row."""

import random

import pytest
from django.core.exceptions import ValidationError

from agreements.models import Goal
from core.changes import NoOpenChange
from documents.changes import change
from documents.models import Section
from documents.reading import read_tree
from tests.factories import key


@pytest.fixture
def move(draft, karin):
    """Return a function that calls `act` of a fresh row inside a change and saves it."""

    def moved(model, word, act, *args):
        with change(by=karin.actor, document=draft.document):
            row = model.objects.get(key=key(word))
            getattr(row, act)(*args)
            row.save()
        return row

    return moved


@pytest.fixture
def goals(draft):
    """Return a function that draws the goals: a line each, two spaces a level."""

    def drawn(nodes=None, depth=0):
        lines = []
        for node in read_tree(draft).goals if nodes is None else nodes:
            lines.append("  " * depth + node.text)
            lines += drawn(node.goals, depth + 1)
        return lines

    return drawn


OVERALL, FIRST, SECOND, LAST = (
    "Öka tryggheten.",
    "Utveckla samverkan",
    "Bygga broar",
    "Minska brottsligheten",
)


@pytest.mark.parametrize(
    ("word", "act", "args", "expected"),
    [
        ("goal-last", "step", [-1], [LAST, OVERALL, f"  {FIRST}", f"  {SECOND}"]),
        ("goal-overall", "step", [1], [LAST, OVERALL, f"  {FIRST}", f"  {SECOND}"]),
        ("goal-second", "step", [-1], [OVERALL, f"  {SECOND}", f"  {FIRST}", LAST]),
        ("goal-last", "indent", [], [OVERALL, f"  {FIRST}", f"  {SECOND}", f"  {LAST}"]),
        ("goal-second", "indent", [], [OVERALL, f"  {FIRST}", f"    {SECOND}", LAST]),
        ("goal-first", "outdent", [], [OVERALL, f"  {SECOND}", FIRST, LAST]),
        ("goal-second", "put_under", [None], [OVERALL, f"  {FIRST}", LAST, SECOND]),
    ],
)
def test_a_goal_is_moved_and_one_row_is_written(move, goals, word, act, args, expected):
    before = Goal.history.count()

    row = move(Goal, word, act, *args)

    assert goals() == expected
    assert Goal.history.count() == before + 1
    assert row.history.first().change.entries[0]["act"] == "moved"


@pytest.mark.parametrize(
    ("word", "act", "args"),
    [
        ("goal-overall", "step", [-1]),
        ("goal-last", "step", [1]),
        ("goal-overall", "indent", []),
        ("goal-first", "indent", []),
        ("goal-last", "outdent", []),
        ("goal-last", "step", [-5]),
    ],
)
def test_at_an_end_nothing_moves_and_nothing_is_written(move, goals, word, act, args):
    before, history = goals(), Goal.history.count()

    move(Goal, word, act, *args)

    assert (goals(), Goal.history.count()) == (before, history)


@pytest.mark.parametrize(
    ("model", "word", "under"),
    [
        (Goal, "goal-overall", "goal-overall"),
        (Goal, "goal-overall", "goal-second"),
        (Section, "section-work", "section-work"),
        (Section, "section-work", "section-plan"),
    ],
)
def test_a_row_is_not_placed_under_itself(move, goals, model, word, under):
    before = goals()
    with pytest.raises(ValidationError) as refused:
        move(model, word, "put_under", model.objects.get(key=key(under)))

    name = str(model.objects.get(key=key(word)))
    assert refused.value.code == "loop"
    assert name in refused.value.messages[0]
    assert goals() == before


def test_a_loop_is_refused_also_when_the_row_above_is_old_news(move):
    """As when two people move two goals under each other: the second holds what is past."""
    seen_before = Goal.objects.get(key=key("goal-last"))
    move(Goal, "goal-last", "put_under", Goal.objects.get(key=key("goal-overall")))

    with pytest.raises(ValidationError):
        move(Goal, "goal-overall", "put_under", seen_before)


def test_a_row_stays_in_its_own_document(move, signed):
    with pytest.raises(ValidationError):
        move(Goal, "goal-last", "put_under", Goal.objects.filter(document=signed.document)[0])


def test_a_place_is_chosen_under_the_lock_of_a_change_only(draft):
    with pytest.raises(NoOpenChange):
        Goal.objects.get(key=key("goal-last")).step(-1)


def test_ranks_stay_unique_and_the_order_true_through_many_moves(draft, karin):
    chance, expected = random.Random(7), []
    with change(by=karin.actor, document=draft.document):
        for number in range(6):
            row = Goal(document=draft.document, text=str(number))
            row.place()
            row.save()
            expected.append(row.pk)
    above = [goal.pk for goal in row.siblings() if goal.pk not in expected]

    for _time in range(60):
        pk = chance.choice(expected)
        with change(by=karin.actor, document=draft.document):
            row = Goal.objects.get(pk=pk)
            row.place(index := chance.randrange(len(above), len(above) + 6))
            row.save()
        expected.remove(pk)
        expected.insert(index - len(above), pk)

        siblings = row.siblings()
        assert [one.pk for one in siblings] == above + expected
        assert len({one.rank for one in siblings}) == len(siblings)
