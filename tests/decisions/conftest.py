"""A plan of Karin's before the steering group, and the two who sit in it and sign in."""

import pytest

from decisions.choices import BodyKind, Outcome, Part, SeatRole
from decisions.deciding import Minutes
from decisions.models import Body
from decisions.submitting import Step
from desk import deciding, workflow
from documents.changes import change
from documents.models import Document
from documents.writing import kept_key
from plans.models import Activity
from tests.desk import Desk
from tests.factories import SIGNING_DAY
from tests.plans.conftest import SMALL

PROPOSAL = "att fastställa Åtgärdsplan 2027, och\natt överlämna den till socialnämnden."


@pytest.fixture
def plan(karin, without_pdf):
    """Karin's draft of a small plan."""
    return workflow.create(
        SMALL,
        partnership=karin.access.partnership,
        drafting_organisation=karin.organisation,
        by=karin.actor,
        key_for=kept_key,
    )


@pytest.fixture
def steering_group(partnership, stina, malte):
    """Stina of the municipality and Malte of Lulebo sit in it, and a chief who never signs in."""
    body = Body.objects.create(
        partnership=partnership, name="Styrgruppen", kind=BodyKind.STEERING_GROUP
    )
    body.seats.create(
        title="Kommundirektör",
        user=stina.user,
        organisation="Luleå kommun",
        role=SeatRole.CHAIR,
    )
    body.seats.create(title="VD", user=malte.user, organisation="Lulebo")
    body.seats.create(title="Lokalpolisområdeschef", organisation="Polisen")
    return body


@pytest.fixture
def board(partnership):
    """A board whose members never sign in."""
    return Body.objects.create(partnership=partnership, name="Socialnämnden", kind=BodyKind.BOARD)


@pytest.fixture
def matter(plan, steering_group, karin):
    """The plan is before the steering group, to be adopted."""
    return submit(plan, karin, Step(steering_group, Part.DECIDES))[0]


@pytest.fixture
def desk_of(client_for, plan):
    """Return a function: persona → that person's desk with the plan."""
    return lambda who: Desk(client_for(who), plan)


def submit(plan, karin, *steps):
    """Put the plan before bodies."""
    return deciding.submit(fresh(plan), steps=steps, proposal=PROPOSAL, by=karin.actor)


def decide(plan, karin, matter, outcome=Outcome.ADOPTED, **said):
    """Register what was decided."""
    minutes = Minutes(outcome=outcome, on=SIGNING_DAY, **said)
    return deciding.register(fresh(plan), matter, minutes, by=karin.actor)


def rewrite(plan, karin, text="Vandra på morgonen"):
    """Let the first activity of the opened plan say something else."""
    with change(by=karin.actor, document=stored(plan)):
        row = Activity.objects.filter(document=plan.document_id).order_by("pk").first()
        row.text = text
        row.save()


def fresh(plan):
    """Return the plan as another window would have it now."""
    return type(plan).objects.with_document().get(pk=plan.pk)


def stored(plan):
    """Return its document as it is stored."""
    return Document.objects.select_related("locked_version", "binding_version").get(
        pk=plan.document_id
    )
