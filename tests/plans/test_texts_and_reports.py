"""Texts and reports in one block of a plan that is a draft."""

import pytest

from followup.models import Status
from plans.models import Activity

pytestmark = pytest.mark.django_db
ROWS = "Aktivitet\tStatus\tOmråde\nMåla om\tpågår\tPorsön\n\tklart\tx\nByt skyltar\t\t\n"


def test_a_block_is_one_change_with_its_reports_and_the_undo_takes_back_the_texts(grid, desk):
    before = len(desk.changes())

    grid.paste(ROWS, rows=["Byt lamporna"], column="text", asked="1", mode="new")

    made = Activity.objects.get(text="Måla om")
    assert (made.area, Status.objects.get().row) == ("Porsön", made.key)
    assert len(desk.changes()) == before + 1

    desk.post(desk.url("undo", desk.changes()[0].pk))
    assert not Activity.objects.filter(text="Måla om").exists()
    assert Status.objects.count() == 1


def test_nothing_is_reported_where_the_texts_could_not_be_written(desk, grid):
    key = grid.key("Byt lamporna")
    desk.post(desk.url("lock"), {})

    cells = f'[["{key}", "status", "Pågår", ""], ["{key}", "area", "Porsön", ""]]'
    assert desk.post(desk.url("table_cells"), {"cells": cells}).status_code == 409
    assert not Status.objects.exists()


def test_a_new_row_in_a_group_of_a_status_gets_none(grid):
    grid.save(("", "text", "Öppna skolgården", ""), group="status", value="late")

    assert Activity.objects.filter(text="Öppna skolgården").exists()
    assert not Status.objects.exists()
