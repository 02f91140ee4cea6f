"""A cell is compared with what it was based on, and saved or handed back with both texts."""

import pytest

from documents.models import Change
from plans.models import Activity, Responsible
from tests.desk import Desk
from tests.plans.conftest import make_plan

pytestmark = pytest.mark.django_db
LAMPS = "Byt lamporna"


def lamps():
    return Activity.objects.get(number="1")


@pytest.mark.parametrize(
    ("column", "was", "text", "field", "value"),
    [
        ("area", "", "Porsön", "area", "Porsön"),
        ("text", LAMPS, "Byt alla lampor", "text", "Byt alla lampor"),
        ("tags", "", "social\nsituationell", "tags", ["social", "situationell"]),
        ("when", "senast 31 maj 2027", "löpande", "when_text", "löpande"),
        ("when_from", "", "1 maj 2027", "when_from", "2027-05-01"),
    ],
)
def test_a_cell_is_saved(grid, column, was, text, field, value):
    answer = grid.save((LAMPS, column, text, was), query=f"kolumn={column}&kolumn=text")

    assert (answer.status, answer.told) == (200, "Sparat.")
    said = getattr(lamps(), field)
    assert (said if isinstance(said, list) else str(said)) == value
    assert value in answer.rows[0] or field in ("tags", "when_from")


def test_a_heading_is_chosen_by_its_name(grid):
    grid.save((LAMPS, "heading", "skolan", "Trygga torg"))
    assert lamps().heading.text == "Skolan"

    grid.save((LAMPS, "heading", "Färre känner sig otrygga", "Skolan"))
    assert lamps().heading.text == "Färre känner sig otrygga"

    grid.save((LAMPS, "heading", "", "Trygga torg › Färre känner sig otrygga"))
    assert lamps().heading is None


def test_who_does_it_is_written_in_one_cell_and_stays_who_it_is(grid):
    was = "Luleå kommun, Gator: byter\nFastighetsägarna medverkar"
    keys = set(Responsible.objects.values_list("key", flat=True))

    grid.save((LAMPS, "responsible", "Polisen: tittar på\n" + was.replace("byter", "lagar"), was))

    now = Responsible.objects.order_by("rank")
    assert [(one.organisation or one.body, one.does) for one in now] == [
        ("Polisen", "tittar på"),
        ("Luleå kommun", "lagar"),
        ("Fastighetsägarna", ""),
    ]
    assert keys < {one.key for one in now}
    assert now[2].role == "contributes"


def test_nothing_written_is_no_change(grid, desk):
    before = len(desk.changes())

    answer = grid.save(
        (LAMPS, "area", "", ""), ("Vandra på kvällen", "when", "riskhelger", "annat")
    )

    assert answer.told == "Ingenting ändrades."
    assert len(desk.changes()) == before


def test_a_cell_that_someone_else_has_changed_keeps_both_texts(grid):
    grid.save((LAMPS, "area", "Porsön", ""))

    answer = grid.save((LAMPS, "area", "Örnäset", ""), (LAMPS, "cost", "100 kr", ""))

    assert lamps().area == "Porsön"
    assert lamps().cost == "100 kr"
    (cell,) = answer.unwritten
    assert "Porsön" in cell.text_content()
    assert "Örnäset" in cell.text_content()
    assert "Någon annan har ändrat 1 cell" in answer.told


def test_paragraphs_of_a_long_text_are_put_together(grid):
    grid.save((LAMPS, "description", "Ett.\n\nTvå.", ""))
    grid.save((LAMPS, "description", "Ett.\n\nTvå och tre.", "Ett.\n\nTvå."))

    answer = grid.save((LAMPS, "description", "Noll och ett.\n\nTvå.", "Ett.\n\nTvå."))

    assert answer.unwritten == []
    assert lamps().description == "Noll och ett.\n\nTvå och tre."


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("text", "", "måste fyllas i"),
        ("when_from", "i morgon", "Den dagen finns inte"),
        ("when_from", "2027-06-01", "Sista dagen är före första dagen"),
        ("heading", "Finns inte", "Ingen rubrik heter ”Finns inte”"),
        ("area", "x" * 301, "som mest 300 tecken"),
        ("description", "x" * 100_000, "En cell rymmer högst 20000 tecken"),
        ("area", "a\x00b", "NUL"),
        ("responsible", "x" * 400, "som mest 300 tecken"),
    ],
)
def test_a_text_that_the_cell_cannot_take_is_handed_back_with_the_reason(grid, column, text, why):
    was = {"text": LAMPS, "heading": "Trygga torg"}.get(column, "")
    if column == "responsible":
        was = "Luleå kommun, Gator: byter\nFastighetsägarna medverkar"

    answer = grid.save((LAMPS, column, text, was), (LAMPS, "cost", "100 kr", ""))

    (cell,) = answer.unwritten
    assert why in cell.text_content()
    assert lamps().text == LAMPS
    assert lamps().cost == "100 kr"


def test_days_are_right_or_wrong_together(grid):
    cells = ((LAMPS, "when_from", "2027-07-01", ""), (LAMPS, "when_to", "2027-08-01", "2027-05-31"))

    answer = grid.save(*cells)

    assert answer.unwritten == []
    assert str(lamps().when_to) == "2027-08-01"


def test_a_new_row_is_written_where_its_group_says(grid):
    answer = grid.save(
        ("", "text", "Öppna skolgården", ""), ("", "area", "Porsön", ""),
        group="heading", value="Skolan",
    )  # fmt: skip

    made = Activity.objects.get(text="Öppna skolgården")
    assert (made.heading.text, made.area) == ("Skolan", "Porsön")
    assert answer.rows[0][0] == "Öppna skolgården"


def test_words_on_a_row_that_is_gone_are_given_back(grid, desk):
    key = grid.key(LAMPS)
    desk.post(desk.at("delete", lamps()))

    response = desk.post(desk.url("table_cells"), {"cells": f'[["{key}", "area", "Porsön", ""]]'})

    assert response.status_code == 409
    assert "Porsön" in response.content.decode()


def test_many_cells_are_one_change_that_one_step_takes_back(grid, desk):
    before = len(desk.changes())
    grid.save(
        (LAMPS, "area", "Porsön", ""),
        (LAMPS, "responsible", "Polisen", "Luleå kommun, Gator: byter\nFastighetsägarna medverkar"),
        ("Vandra på kvällen", "area", "Porsön", ""),
    )
    assert len(desk.changes()) == before + 1

    assert desk.post(desk.url("undo", desk.changes()[0].pk)).status_code == 302

    assert set(Activity.objects.values_list("area", flat=True)) == {""}
    assert Responsible.objects.count() == 2


@pytest.mark.parametrize(
    "cells",
    [
        "",
        "x",
        "1",
        "[1]",
        '[["x", "area", "", ""]]',
        '[["", "pk", "", ""]]',
        '[["", "area", 1, ""]]',
    ],
)
def test_what_is_no_cell_is_refused_in_a_sentence(desk, cells):
    response = desk.post(desk.url("table_cells"), {"cells": cells})

    assert response.status_code == 422
    assert not Change.objects.filter(command="edit").exists()


def test_a_locked_text_is_not_written(grid, desk, plan, karin):
    key = grid.key(LAMPS)
    desk.post(desk.url("lock"), {})
    response = desk.post(desk.url("table_cells"), {"cells": f'[["{key}", "area", "Porsön", ""]]'})

    assert response.status_code == 409
    assert lamps().area == ""


def test_another_plans_rows_are_not_reached(grid, desk, karin, client_for):
    other = Desk(desk.client, make_plan(karin))
    key = other.row("activity", number="1").key
    assert key != lamps_of(desk).key

    response = desk.post(desk.url("table_cells"), {"cells": f'[["{key}", "area", "Porsön", ""]]'})

    assert response.status_code == 409
    assert set(Activity.objects.values_list("area", flat=True)) == {""}


def lamps_of(desk):
    return desk.row("activity", number="1")
