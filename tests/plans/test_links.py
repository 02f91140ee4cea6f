"""An activity names the problems, causes and goals that it answers to."""

import pytest

from desk import workflow
from documents.reading import read_tree
from documents.tree import Link
from documents.writing import kept_key
from plans.models import Activity, Problem
from plans.tree import Activity as ActivityNode
from plans.tree import Cause, PlanTree
from plans.tree import Problem as ProblemNode
from tests.desk import Desk, errors, fields, text_of

pytestmark = pytest.mark.django_db

CONTENT = PlanTree(
    title="Plan",
    problems=(
        ProblemNode(title="Stölder", causes=(Cause(number="1", text="Inga skåp"),)),
        ProblemNode(title="Buller"),
    ),
    activities=(
        ActivityNode(
            text="Skåp",
            problems=(Link(place=(1,)), Link(words="Ett problem i lägesbilden")),
            causes=(Link(place=(1, 1)),),
        ),
        ActivityNode(text="Nattvandring", part_of=(Link(place=(1,)),)),
    ),
)


@pytest.fixture
def desk(karin, client_for):
    plan = workflow.create(
        CONTENT,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )
    return Desk(client_for(karin), plan)


def edit(desk, text, **values):
    url = desk.at("edit", Activity.objects.get(text=text))
    return desk.post(url, fields(desk.get(url)) | values)


def test_what_an_activity_answers_to_is_read_beside_it(desk):
    said = text_of(desk.get(desk.url("detail")))
    assert "Problem: Stölder, Ett problem i lägesbilden" in said
    assert "Orsak: 1. Inga skåp" in said
    assert "Ingår i: Skåp" in said


def test_it_is_chosen_in_the_form_and_told_in_the_history(desk):
    buller = str(Problem.objects.get(title="Buller").key)

    assert edit(desk, "Nattvandring", problems=[buller]).status_code == 302

    activity = read_tree(desk.agreement).activities[1]
    assert activity.problems == (Link(place=(2,)),)
    change = desk.changes()[0]
    assert "Buller" in text_of(desk.get(desk.url("change", change.pk)))


def test_the_link_follows_its_row_when_that_is_moved(desk):
    moved = Problem.objects.get(title="Stölder")
    assert desk.post(desk.at("move", moved), {"direction": "down"}).status_code == 302

    activity = read_tree(desk.agreement).activities[0]
    assert activity.problems[0] == Link(place=(2,))
    assert activity.causes == (Link(place=(2, 1)),)


def test_what_is_deleted_is_named_no_more(desk):
    stolder = Problem.objects.get(title="Stölder")
    desk.post(desk.at("delete", stolder), {})
    assert "Problem: Ett problem i lägesbilden" in text_of(desk.get(desk.url("detail")))
    assert edit(desk, "Skåp", area="Havsbadet").status_code == 302

    assert read_tree(desk.agreement).activities[0].problems == (
        Link(words="Ett problem i lägesbilden"),
    )


def test_goals_of_texts_that_bind_here_can_be_chosen_and_no_others(desk, signed):
    goals = [one.text for one in read_tree(signed).goals]

    assert edit(desk, "Skåp", goals=[goals[0]]).status_code == 302
    assert read_tree(desk.agreement).activities[0].goals == (goals[0],)

    answer = edit(desk, "Skåp", goals=["Ett mål i en annan samverkan"])
    assert answer.status_code == 422
    assert "Ett mål i en annan samverkan" in " ".join(errors(answer).values())
