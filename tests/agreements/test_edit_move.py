"""Moving rows: up, down, in and out by buttons, under another by choice, never under itself."""

import pytest

from agreements.kind import AGREEMENT
from agreements.models import Goal
from documents.models import Section
from tests import factories
from tests.desk import errors, fields, page
from tests.factories import make_agreement, small_tree

ROWS = AGREEMENT.edited_rows


def go(desk, row, direction, htmx=False):
    return desk.post(desk.at("move", row), {"direction": direction}, htmx)


def goals(desk, parent=None):
    rows = Goal.objects.filter(document_id=desk.agreement.document_id, parent=parent)
    return [row.text for row in rows.order_by("rank")]


@pytest.mark.parametrize("kind", ["section", "goal", "party", "body", "seat", "duty"])
def test_up_and_down_change_places_and_each_is_one_change(desk, kind):
    first = desk.row(kind)
    second = first.siblings()[1]
    before = len(desk.changes())

    response = go(desk, first, "down")

    assert response["Location"].endswith(f"#{kind}-{first.key}")
    assert first.siblings()[:2] == [second, first]
    assert [entry["act"] for entry in desk.changes()[0].entries] == ["moved"]
    go(desk, first, "up", htmx=True)
    assert first.siblings()[:2] == [first, second]
    assert len(desk.changes()) == before + 2


@pytest.mark.parametrize("direction", ["up", "out"])
def test_at_the_end_of_the_way_nothing_moves_and_nothing_is_noted(desk, direction):
    before = desk.changes()

    assert go(desk, desk.row("goal"), direction).status_code == 302

    assert desk.changes() == before


def test_in_and_out(desk):
    last = desk.row("goal", text="Minska brottsligheten")

    go(desk, last, "in")
    overall = desk.row("goal")
    assert goals(desk, overall) == ["Utveckla samverkan", "Bygga broar", "Minska brottsligheten"]

    go(desk, desk.row("goal", text="Bygga broar"), "out")
    assert goals(desk) == ["Öka tryggheten.", "Bygga broar"]


def test_a_row_is_placed_under_another_and_at_the_top_again(desk):
    last, overall = desk.row("goal", text="Minska brottsligheten"), desk.row("goal")
    url = desk.at("move", last)

    assert desk.fill_in(url, parent=overall.pk).status_code == 302
    assert goals(desk, overall)[-1] == "Minska brottsligheten"
    assert fields(desk.get(url))["parent"] == str(overall.pk)

    assert desk.fill_in(url, parent="").status_code == 302
    assert goals(desk)[-1] == "Minska brottsligheten"


@pytest.mark.parametrize("kind", ["section", "goal"])
def test_a_loop_is_refused_with_a_sentence(desk, kind):
    model = Section if kind == "section" else Goal
    under = model.objects.filter(parent__isnull=False).first()
    url = desk.at("move", under.parent)
    before = desk.changes()

    response = desk.post(url, {"parent": under.pk})

    assert response.status_code == 422
    assert str(under.parent) in " ".join(errors(response).values())
    assert fields(response)["parent"] == str(under.pk)
    assert desk.changes() == before


def test_a_row_is_no_choice_of_its_own(desk):
    goal = desk.row("goal")
    choices = page(desk.get(desk.at("move", goal))).xpath("//main//option/@value")

    assert str(goal.pk) not in choices
    assert desk.post(desk.at("move", goal), {"parent": goal.pk}).status_code == 422


@pytest.mark.parametrize("parent", ["abc", "-1", "9" * 40, "\x00", "1.5"])
def test_a_place_that_is_not_there_is_refused_with_a_sentence(desk, parent):
    response = desk.post(desk.at("move", desk.row("goal")), {"parent": parent})

    assert response.status_code == 422
    assert errors(response)["parent"]


@pytest.mark.parametrize("kind", ["section", "goal"])
def test_a_row_of_another_document_is_no_place(desk, karin, kind):
    other = make_agreement(small_tree(), by=karin)
    foreign = ROWS[kind].model.objects.filter(document=other.document).first()

    response = desk.post(desk.at("move", desk.row(kind)), {"parent": foreign.pk})

    assert response.status_code == 422
    assert desk.row(kind).parent_id is None


@pytest.mark.parametrize("direction", ["", "sideways", "IN", "\x00"])
@pytest.mark.parametrize("kind", ["goal", "party"])
def test_a_direction_that_is_none_is_not_there(desk, kind, direction):
    assert go(desk, desk.row(kind), direction).status_code == 404


@pytest.mark.parametrize("kind", ["party", "seat"])
def test_what_stands_in_no_tree_goes_neither_in_nor_under(desk, kind):
    row = desk.row(kind)

    assert go(desk, row, "in").status_code == 404
    assert desk.post(desk.at("move", row), {"parent": ""}).status_code == 404
    assert desk.get(desk.at("move", row)).status_code == 200


def test_many_moves_keep_the_order_sound(desk):
    row = desk.row("section")
    for direction in ["down", "down", "up", "in", "out", "up", "up", "down"] * 5:
        assert go(desk, row, direction).status_code == 302

    assert sorted(str(one) for one in desk.row("section").siblings()) == [
        "Arbetssätt",
        "Mål",
        "Parter",
    ]
    assert factories.key("section-parties") == row.key
