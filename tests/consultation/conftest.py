"""A consultation about Karin's draft: two members and three guests, each with a link."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, timedelta

from consultation.links import token_of
from consultation.models import Consultation
from documents.models import SectionPart
from tests.desk import Desk, fields
from tests.loud import LoudClient

GUESTS = """Vera Lund <vera@example.org>, Bostadsbolaget
"Bo Ek" <BO@example.org>
siv@example.org, Region Norrbotten"""


class Guest:
    """Someone with a personal link and no account."""

    def __init__(self, invitation):
        self.invitation = invitation
        self.client = LoudClient()

    def url(self, page="read", **given):
        """The address of a page under the link, as it is now."""
        self.invitation.refresh_from_db()
        return reverse(f"guest:{page}", kwargs={"token": token_of(self.invitation)} | given)

    def get(self, page="read", **given):
        """Open a page."""
        return self.client.get(self.url(page, **given))

    def post(self, page, data=None, query="", **given):
        """Send a form; say first who one is, as the page asks."""
        if page != "enter" and not self.client.cookies:
            self.client.post(self.url("enter"))
        return self.client.post(f"{self.url(page, **given)}{query}", data or {})


@pytest.fixture
def text(draft):
    """The first running text of the draft."""
    return SectionPart.objects.filter(document=draft.document, block="").order_by("pk").first()


@pytest.fixture
def held(desk, stina, per):
    """Return the round that Karin has sent through the page, and those who were asked by name."""
    members = [str(one.membership.pk) for one in (stina, per)]
    sent = desk.fill_in(
        desk.url("consult"),
        last_day=(localdate() + timedelta(days=10)).isoformat(),
        message="Särskilt målen.",
        members=members,
        others=GUESTS,
    )
    assert sent.status_code == 302, fields(sent)
    current = Consultation.objects.get()
    guests = {
        one.name.split()[0].split("@")[0].lower(): Guest(one) for one in current.invitations.all()
    }
    return SimpleNamespace(round=current, **guests)


@pytest.fixture
def desk_of(client_for, draft):
    """Return a function: persona → that person's desk with the draft."""
    return lambda who: Desk(client_for(who), draft)
