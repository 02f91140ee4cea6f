"""A paste is one entry of the history, and a short one, however many rows it wrote."""

import pytest

from desk.history.words import describe
from tests.desk import text_of

pytestmark = pytest.mark.django_db


def test_of_many_rows_it_is_said_how_many(grid, desk):
    block = "\n".join(f"Åtgärd {number}\tPolisen" for number in range(30))
    grid.paste(f"Åtgärd\tAnsvarig\n{block}", mode="new", asked="1")

    said = text_of(desk.get(desk.url("history")))

    assert "lade till 30 aktiviteter" in said
    assert "Polisen" not in said
    assert "Åtgärd 29" not in said


def test_of_few_rows_it_is_said_which(grid, desk):
    grid.paste("Porsön\nCentrum", rows=("Byt lamporna", "Vandra på kvällen"), column="area")

    said = describe(desk.changes()[0]).words
    assert "Byt lamporna" in said
    assert "Vandra på kvällen" in said
