"""Two people report in the same second (PostgreSQL; the tests' SQLite has one connection)."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from desk import workflow
from followup.models import Status
from tests.desk import Desk
from tests.followup.conftest import LAMPS, WALKS
from tests.plans.grid import Grid

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="the tests' SQLite lies in memory: one connection"
    ),
]


def at_once(*acts):
    """Begin all in the same moment; what each gave."""
    ready = Barrier(len(acts))

    def run(act):
        try:
            ready.wait()
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_of_two_in_one_cell_the_second_is_asked_and_parts_of_one_report_are_both_kept(at):
    karin, malte = Grid(at("karin")), Grid(at("malte"))

    met = at_once(
        lambda: karin.save((WALKS, "status", "Pågår", ""), (LAMPS, "status", "Utgår", "")),
        lambda: malte.save((WALKS, "status", "Genomförd", ""), (LAMPS, "deviation", "Halka.", "")),
    )

    assert sum(len(one.unwritten) for one in met) == 1
    walks, lamps = ([*Status.objects.filter(row=karin.key(one))] for one in (WALKS, LAMPS))
    assert len(walks) == 1
    assert (lamps[0].state, lamps[0].deviation) == ("dropped", "Halka.")


def test_a_report_and_a_lock_wait_for_each_other(draft_plan, karin, client_for):
    grid = Grid(Desk(client_for(karin), draft_plan))

    answer, _locked = at_once(
        lambda: grid.save((WALKS, "status", "Pågår", "")),
        lambda: workflow.lock(draft_plan, by=karin.actor),
    )

    assert answer.status == 200
    draft_plan.document.refresh_from_db()
    assert draft_plan.document.is_locked
    assert Status.objects.get().state == "ongoing"
