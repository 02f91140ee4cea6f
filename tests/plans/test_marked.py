"""What is done to rows that are marked: deleted, duplicated, moved, written in all at once."""

import pytest

from plans.models import Activity
from tests.desk import text_of

pytestmark = pytest.mark.django_db
MEET, LAMPS, WALK = "Träffas varje vecka", "Byt lamporna", "Vandra på kvällen"
ALL = "grupp="


def test_rows_are_deleted_in_one_change_and_come_back(grid, desk):
    before = len(desk.changes())
    grid.do("delete", LAMPS, MEET)
    assert grid.texts(ALL) == [WALK]
    assert len(desk.changes()) == before + 1

    desk.post(desk.url("undo", desk.changes()[0].pk))

    assert sorted(grid.texts(ALL)) == sorted([MEET, LAMPS, WALK])


def test_rows_are_duplicated_after_themselves_with_who_does_them(grid, desk):
    grid.do("duplicate", LAMPS)

    one, other = Activity.objects.filter(text=LAMPS).order_by("rank")
    assert other.copied_from == one.key
    assert [str(who) for who in other.responsible.order_by("rank")] == [
        "Luleå kommun",
        "Fastighetsägarna",
    ]
    assert grid.texts(ALL) == [WALK, LAMPS, LAMPS, MEET]


def test_a_row_moves_past_those_under_its_own_heading(grid):
    grid.save(("", "text", "Ny", ""), group="heading", value="Trygga torg")
    assert grid.texts("heading=Trygga torg&sok=n")[0] == LAMPS

    grid.do("up", "Ny")
    assert grid.texts(ALL) == [WALK, "Ny", LAMPS, MEET]
    grid.do("up", "Ny")
    assert grid.texts(ALL) == [WALK, "Ny", LAMPS, MEET]
    grid.do("down", "Ny", LAMPS)
    assert grid.texts(ALL) == [WALK, "Ny", LAMPS, MEET]
    grid.do("down", "Ny")
    assert grid.texts(ALL) == [WALK, LAMPS, "Ny", MEET]


def test_one_text_is_written_in_all_that_are_marked(grid, desk):
    before = len(desk.changes())

    answer = grid.do("set", LAMPS, WALK, column="responsible", text="Polisen: leder")

    assert answer.told == "Sparat."
    assert len(desk.changes()) == before + 1
    shown = dict(row for row in grid.shown("kolumn=text&kolumn=responsible&grupp="))
    assert shown == {LAMPS: "Polisen: leder", WALK: "Polisen: leder", MEET: ""}


def test_it_works_without_a_script(desk, grid):
    data = {"act": "delete", "rad": [grid.key(LAMPS)]}
    response = desk.post(f"{desk.url('table_rows')}?grupp=", data, follow=True)

    assert response.status_code == 200
    assert "2 av 2 aktiviteter visas" in text_of(response)


def test_nothing_marked_is_nothing_changed(grid, desk):
    before = len(desk.changes())

    assert grid.do("delete").told == "Ingenting ändrades."
    assert len(desk.changes()) == before


def test_a_row_of_another_plan_is_refused(grid, desk):
    response = desk.post(
        desk.url("table_rows"), {"act": "delete", "rad": ["00000000-0000-0000-0000-000000000001"]}
    )

    assert response.status_code == 422
    assert Activity.objects.count() == 3
