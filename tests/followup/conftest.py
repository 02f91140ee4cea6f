"""A plan that is followed up: Karin's, with a binding text that everyone reads."""

import pytest

from desk import workflow
from documents.writing import kept_key
from followup.reporting import Reporter
from plans.models import Activity
from tests.desk import Desk
from tests.kinds.examples import bind
from tests.plans.conftest import SMALL

LAMPS, WALKS, MEETS = "Byt lamporna", "Vandra på kvällen", "Träffas varje vecka"


@pytest.fixture
def draft_plan(karin, without_pdf):
    """Karin's draft; “Byt lamporna” is to be done by 31 May 2027."""
    return workflow.create(
        SMALL,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )


@pytest.fixture
def plan(draft_plan, karin):
    """The plan with a binding text."""
    workflow.lock(draft_plan, by=karin.actor)
    bind(draft_plan, karin)
    return draft_plan


@pytest.fixture
def row(draft_plan):
    """Return a function: the text of an activity → its key."""
    return lambda text: Activity.objects.get(document=draft_plan.document_id, text=text).key


@pytest.fixture
def reporter(karin):
    """Karin as the one who reports."""
    return Reporter.of(karin.access)


@pytest.fixture
def at(plan, people, client_for):
    """Return a function: first name → that one with the plan in front of them."""
    return lambda name: Desk(client_for(getattr(people, name)), plan)
