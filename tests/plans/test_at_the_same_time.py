"""Two who paste or lock in the same second (PostgreSQL; SQLite lets one write)."""

import pytest
from django.db import connection

from desk import workflow
from desk.exchange.exporting import stored_content
from documents.choices import TextState
from documents.models import Document
from plans.models import Activity
from tests.desk import Desk
from tests.documents.test_at_the_same_time import errors, together
from tests.plans.grid import Grid

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="the tests' SQLite lies in memory: one connection"
    ),
]
LAMPS, WALK = "Byt lamporna", "Vandra på kvällen"


@pytest.fixture
def other(plan, karin, client_for):
    """Karin's other window, with the same table."""
    return Grid(Desk(client_for(karin), plan))


def areas():
    return dict(Activity.objects.values_list("text", "area"))


def test_two_who_paste_into_the_same_cells_lose_no_words(grid, other, desk):
    # Fetched before: what each pastes is compared with what their page showed.
    before = len(desk.changes())
    shown = {"since": desk.changes()[0].pk}
    first, second = together(
        lambda: grid.paste("Porsön\nHertsön", rows=(LAMPS, WALK), column="area", **shown),
        lambda: other.paste("Örnäset\nGammelstad", rows=(LAMPS, WALK), column="area", **shown),
    )

    written, refused = sorted((first, second), key=lambda one: one.told != "Sparat.")
    assert written.told == "Sparat."
    assert refused.told.startswith("Någon annan har ändrat 2 celler under tiden")
    kept = areas()
    assert (kept[LAMPS], kept[WALK]) in {("Porsön", "Hertsön"), ("Örnäset", "Gammelstad")}
    for words in ("Porsön", "Hertsön", "Örnäset", "Gammelstad"):
        assert words in refused.html
    assert len(desk.changes()) == before + 1


def test_two_who_paste_new_rows_both_get_theirs(grid, other):
    block = "Aktivitet\tOmråde\n{0} ett\tPorsön\n{0} två\tÖrnäset"
    yes = {"asked": "1", "mode": "new"}
    results = together(
        lambda: grid.paste(block.format("Mina"), **yes),
        lambda: other.paste(block.format("Andras"), **yes),
    )

    assert errors(results) == []
    assert {"Mina ett", "Mina två", "Andras ett", "Andras två"} <= set(areas())
    ranks = list(Activity.objects.values_list("rank", flat=True))
    assert len(set(ranks)) == len(ranks) == 7


def test_a_paste_in_the_second_of_the_locking_is_in_the_text_or_refused(grid, plan, karin):
    def lock():
        return workflow.lock(type(plan).objects.with_document().get(pk=plan.pk), by=karin.actor)

    pasted, version = together(
        lambda: grid.paste("Porsön\nHertsön", rows=(LAMPS, WALK), column="area"), lock
    )

    locked = {one.text: one.area for one in stored_content(version).activities}
    assert locked == areas()  # what is locked is what the rows say
    if pasted.status == 200:
        assert (locked[LAMPS], locked[WALK]) == ("Porsön", "Hertsön")
    else:
        assert pasted.status == 409
        assert "låste" in pasted.words
        assert (locked[LAMPS], locked[WALK]) == ("", "")
    assert Document.objects.get(pk=plan.document_id).text_state == TextState.LOCKED
