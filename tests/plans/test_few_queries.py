"""What the table writes takes few queries, and no more of them for more cells."""

import json
from dataclasses import replace

import pytest

from bench.queries import queries_of
from desk import workflow
from documents.writing import kept_key
from plans.models import Activity
from plans.tree import Activity as ActivityNode
from tests.desk import Desk
from tests.plans.conftest import SMALL
from tests.plans.grid import Grid

pytestmark = pytest.mark.django_db
ROWS = [f"Insats {number}" for number in range(1, 9)]
COLUMNS = ["area", "method", "cost", "contact", "documentation", "heading"]


@pytest.fixture
def grid(karin, client_for):
    """Karin at work in the table of a plan with eight rows."""
    activities = tuple(ActivityNode(text=text, heading=(1,)) for text in ROWS)
    plan = workflow.create(
        replace(SMALL, activities=activities),
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )
    return Grid(Desk(client_for(karin), plan))


def pasting(grid, rows, columns, word):
    """The queries of a paste over the first `rows` rows and `columns` columns."""
    said = [*(f"{word} {number}" for number in range(1, len(COLUMNS))), "Skolan"][:columns]
    block = "\n".join(["\t".join(said)] * rows)
    query = "&".join(f"kolumn={name}" for name in ("text", *COLUMNS))
    keys = " ".join(grid.key(text) for text in ROWS[:rows])
    data = {"text": block, "rows": keys, "column": COLUMNS[0]}
    answers = []
    url = f"{grid.desk.url('table_paste')}?{query}"
    made = queries_of(lambda: answers.append(grid.desk.post(url, data)))
    assert answers[0].status_code == 200
    assert Activity.objects.filter(area=f"{word} 1").count() == rows
    return len(made)


def test_a_cell_is_saved_in_at_most_twelve_queries(grid):
    cells = [(grid.key(ROWS[0]), "area", "Porsön", "")]
    url = grid.desk.url("table_cells")

    made = queries_of(lambda: grid.desk.post(url, {"cells": json.dumps(cells)}))

    assert Activity.objects.get(text=ROWS[0]).area == "Porsön"
    assert len(made) <= 12, "\n".join(made)


def test_a_paste_takes_one_query_more_for_each_row_and_none_for_more_cells(grid):
    narrow = pasting(grid, rows=4, columns=1, word="Ett")

    assert pasting(grid, rows=4, columns=5, word="Två") == narrow
    assert pasting(grid, rows=8, columns=5, word="Tre") == narrow + 4


def test_a_heading_in_a_paste_is_looked_up_once_however_many_rows_say_it(grid):
    few = pasting(grid, rows=2, columns=6, word="Ett")

    grid.do("set", *ROWS, column="heading", text="Trygga torg")

    assert pasting(grid, rows=8, columns=6, word="Två") == few + 6
