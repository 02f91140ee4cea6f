"""A small plan, and people at work with it."""

from datetime import date

import pytest

from desk import workflow
from documents.writing import kept_key
from plans.choices import HeadingKind, ResponsibleRole
from plans.tree import Activity, Heading, PlanTree, Responsible
from tests.desk import Desk
from tests.plans.grid import Grid

SMALL = PlanTree(
    title="Åtgärdsplan 2027",
    label="Åtgärdsplan",
    period_from=date(2027, 1, 1),
    period_to=date(2027, 12, 31),
    headings=(
        Heading(
            text="Trygga torg",
            kind=HeadingKind.FOCUS_AREA.value,
            headings=(Heading(text="Färre känner sig otrygga"),),
        ),
        Heading(text="Skolan"),
    ),
    activities=(
        Activity(text="Vandra på kvällen", number="2", heading=(1, 1), when_text="riskhelger"),
        Activity(
            text="Byt lamporna",
            number="1",
            heading=(1,),
            when_to=date(2027, 5, 31),
            responsible=(
                Responsible(
                    organisation="Luleå kommun",
                    function="Gator",
                    does="byter",
                    role=ResponsibleRole.RESPONSIBLE.value,
                ),
                Responsible(body="Fastighetsägarna", role=ResponsibleRole.CONTRIBUTES.value),
            ),
        ),
        Activity(text="Träffas varje vecka"),
    ),
)


def make_plan(karin):
    """Return the small plan as Karin's draft."""
    return workflow.create(
        SMALL,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )


@pytest.fixture
def plan(karin):
    """Karin's draft of a small plan."""
    return make_plan(karin)


@pytest.fixture
def desk(plan, karin, client_for):
    """Karin at work with her plan."""
    return Desk(client_for(karin), plan)


@pytest.fixture
def grid(desk):
    """Karin at work in the table of her plan."""
    return Grid(desk)
