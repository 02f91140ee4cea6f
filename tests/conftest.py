"""What every test can ask for, and what makes silent faults loud.

Loud everywhere: an undefined variable in one of our templates, a naive date and time, a list that
is paged without an order; with `client_for`: a GET that writes, a form that posts without its
CSRF token.

The people are met once, in `people`: Karin, Per, Stina, Rut, Malte, Ines, Olof and Ada.
"""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template import engines
from django.utils import translation
from django.utils.module_loading import import_string

from desk import workflow
from desk.exchange.encoding import content_bytes
from desk.printing.pdf import print_document
from documents.changes import Actor
from documents.choices import SharingKind
from partnerships.access import Access
from partnerships.choices import OrganisationKind, Role
from tests import factories
from tests.desk import Desk
from tests.loud import LoudClient, UndefinedVariable
from tests.second_factor import sign_in
from tests.settings import ONLY_IN_TESTS

LULEA, POLICE = "Luleå kommun", "Lokalpolisområde Luleå-Boden"
#: First name: (name, organisation, kind of organisation, role).
MEMBERS = {
    "karin": ("Karin Ström", LULEA, OrganisationKind.MUNICIPALITY, Role.COORDINATOR),
    "per": ("Per Lind", POLICE, OrganisationKind.POLICE, Role.COORDINATOR),
    "stina": ("Stina Falk", LULEA, OrganisationKind.MUNICIPALITY, Role.DECISION_MAKER),
    "rut": ("Rut Åberg", LULEA, OrganisationKind.MUNICIPALITY, Role.REGISTRAR),
    "malte": ("Malte Dahl", "Lulebo", OrganisationKind.HOUSING_COMPANY, Role.CONTRIBUTOR),
    "ines": (
        "Ines Moradi",
        "Länsstyrelsen Norrbotten",
        OrganisationKind.COUNTY_BOARD,
        Role.READER,
    ),
}


def pytest_configure(config):
    """Turn warnings about faults that show late into errors."""
    for rule in (
        "error:.*received a naive datetime:RuntimeWarning",
        "error::django.core.paginator.UnorderedObjectListWarning",
    ):
        config.addinivalue_line("filterwarnings", rule)


def pytest_collection_modifyitems(items):
    """Mark what uses the database: the only tests that can differ between two of them.

    Of those of every kind of document, the ones of a kind that is in use: what only the tests have
    makes no query that those do not make, and is tried on one database. So is what is marked
    `any_database`: the rows are read elsewhere, and it is about the words that are made of them.
    """
    for item in items:
        if is_of_a_toy(item) or item.get_closest_marker("any_database"):
            continue
        if {"db", "transactional_db", "django_db_setup"}.intersection(item.fixturenames) or any(
            item.iter_markers("django_db")
        ):
            item.add_marker("database")


def is_of_a_toy(item):
    """Tell whether a test tries a kind of document that only the tests have."""
    toys = [import_string(name) for name in ONLY_IN_TESTS]
    params = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return any(one is toy for one in params for toy in toys)


@pytest.fixture(scope="session", autouse=True)
def _strict_and_quick(tmp_path_factory):
    """Undefined template variables fail, files go to a folder of the run, passwords hash fast."""
    # In the settings, not in the engine: a test that changes DEBUG has the engines made anew.
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable()
    assert engines["django"].engine.string_if_invalid
    settings.FILES_DIR = tmp_path_factory.mktemp("files")
    settings.CACHES["prints"]["LOCATION"] = tmp_path_factory.mktemp("prints")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


class Persona:
    """Someone of the tests: `user`, and for members `membership`, `access` and `actor`."""

    def __init__(self, user, membership=None):
        self.user = user
        self.membership = membership
        self.access = membership and Access(user, membership)
        self.actor = membership and Actor.of(self.access)

    def __repr__(self):
        return self.user.name

    @property
    def organisation(self):
        """The organisation the persona acts for."""
        return self.membership.organisation


@pytest.fixture
def partnership(db):
    """Trygg i Luleå, with Luleå kommun as its municipality."""
    made = factories.PartnershipFactory(name="Trygg i Luleå", slug="trygg-i-lulea")
    made.municipalities.add(factories.OrganisationFactory(name=LULEA))
    return made


@pytest.fixture
def other_partnership(db):
    """UmeBrå, which nobody but Olof belongs to."""
    made = factories.PartnershipFactory(name="UmeBrå", slug="umebra")
    made.municipalities.add(factories.OrganisationFactory(name="Umeå kommun"))
    return made


@pytest.fixture
def people(partnership, other_partnership):
    """Everyone, by first name in small letters: `people.karin.access`."""
    found = {}
    for first_name, (name, organisation, kind, role) in MEMBERS.items():
        membership = factories.MembershipFactory(
            user__name=name,
            partnership=partnership,
            organisation=factories.OrganisationFactory(name=organisation, kind=kind),
            role=role,
        )
        found[first_name] = Persona(membership.user, membership)
    olof = factories.MembershipFactory(
        user__name="Olof Nyman",
        partnership=other_partnership,
        organisation=factories.OrganisationFactory(name="Umeå kommun"),
    )
    found["olof"] = Persona(olof.user, olof)
    ada = factories.UserFactory(name="Ada Holm", is_staff=True, is_superuser=True)
    found["ada"] = Persona(ada)
    return SimpleNamespace(**found)


@pytest.fixture
def karin(people):
    """Karin is the coordinator of Luleå kommun and writes the agreements of the tests."""
    return people.karin


@pytest.fixture
def per(people):
    """Per is the municipal police officer, coordinator for Lokalpolisområde Luleå-Boden."""
    return people.per


@pytest.fixture
def stina(people):
    """Stina is a decision maker of Luleå kommun."""
    return people.stina


@pytest.fixture
def rut(people):
    """Rut is the registrar of Luleå kommun."""
    return people.rut


@pytest.fixture
def malte(people):
    """Malte contributes for Lulebo."""
    return people.malte


@pytest.fixture
def ines(people):
    """Ines reads for Länsstyrelsen Norrbotten."""
    return people.ines


@pytest.fixture
def olof(people):
    """Olof is the outsider: coordinator of UmeBrå for Umeå kommun."""
    return people.olof


@pytest.fixture
def ada(people):
    """Ada is the operator: a superuser who is a member of nothing."""
    return people.ada


@pytest.fixture
def client_for():
    """Return a function: persona, user or None (nobody signed in) → a client of theirs."""

    def client_of(who):
        client = LoudClient()
        if who is not None:
            sign_in(client, getattr(who, "user", who))
        return client

    return client_of


@pytest.fixture
def in_english():
    """Sentences come as they stand in the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def without_pdf(monkeypatch):
    """Store a short stand-in where a PDF would be printed, for tests that read none."""

    def printed(content, *, kind, variant="ua", **_options):
        return f"%PDF-1.7 {content.title} {kind} {variant}".encode()

    monkeypatch.setattr("desk.workflow.print_document", printed)


@pytest.fixture(scope="session")
def _printed():
    return {}


@pytest.fixture
def pdf_once(monkeypatch, _printed):
    """Print real PDFs, but each text once in the run; its date is that of the first printing."""

    def printed(content, *, kind, variant="ua", **options):
        told = (content_bytes(content), kind, variant)
        if told not in _printed:
            _printed[told] = print_document(content, kind=kind, variant=variant, **options)
        return _printed[told]

    monkeypatch.setattr("desk.workflow.print_document", printed)


@pytest.fixture
def printed(karin, pdf_once):
    """The small agreement as binding text with its real PDFs."""
    return factories.make_agreement(factories.signed_tree(), by=karin)


@pytest.fixture
def draft(karin, without_pdf):
    """Karin's draft of the small agreement, seen by Luleå kommun only."""
    return factories.make_agreement(factories.small_tree(), by=karin)


@pytest.fixture
def signed(karin, without_pdf):
    """The small agreement as binding text with a stand-in PDF; in force 2024–2028."""
    return factories.make_agreement(factories.signed_tree(), by=karin)


@pytest.fixture
def desk(draft, karin, client_for):
    """Karin at work with her draft through the pages."""
    return Desk(client_for(karin), draft)


@pytest.fixture
def colleague(desk, karin, per, client_for):
    """Per, with whom the draft has been shared, at work with it through the pages."""
    workflow.share(
        desk.agreement,
        organisations=[per.organisation],
        kind=SharingKind.FOR_COMMENTS,
        on=factories.SIGNING_DAY,
        by=karin.actor,
    )
    return Desk(client_for(per), desk.agreement)
