"""Who sees a document, at each reach, and how sharing widens it (decision 14)."""

from datetime import date

import pytest

from agreements import signing
from agreements.models import Agreement
from desk import workflow
from documents.choices import Command, Reach, SharingKind
from documents.models import Change, Document, Sharing
from partnerships.choices import Role
from tests import factories
from tests.conftest import POLICE, Persona

MEMBERS = {"karin", "per", "stina", "rut", "malte", "ines"}
LULEA = {"karin", "stina", "rut"}
DAY = date(2026, 3, 12)
SEEN_BY = {
    Reach.DRAFTING: LULEA,
    Reach.NAMED: LULEA | {"per"},
    Reach.PARTNERSHIP: MEMBERS,
    Reach.PUBLIC: MEMBERS,
}


def seen_by(people, document):
    """The members, and Olof, whose lists hold the document; both querysets must agree."""
    found = set()
    for name in (*MEMBERS, "olof"):
        access = getattr(people, name).access
        sees = document in Document.objects.visible_to(access)
        assert sees == Agreement.objects.visible_to(access).filter(document=document).exists()
        found |= {name} if sees else set()
    return found


@pytest.fixture
def police(people):
    return people.per.organisation


def share(draft, organisations, by, kind=SharingKind.FOR_COMMENTS):
    workflow.share(draft, organisations=organisations, kind=kind, on=DAY, by=by.actor)


@pytest.mark.parametrize("reach", Reach)
def test_everyone_meets_every_reach(draft, people, police, reach):
    share(draft, [police], people.karin)
    draft.document.reach = reach
    draft.document.save()

    assert seen_by(people, draft.document) == SEEN_BY[reach]


def test_every_reach_is_tried():
    assert set(SEEN_BY) == set(Reach)


def test_a_new_draft_is_seen_by_those_who_write_it(draft, people):
    assert draft.document.reach == Reach.DRAFTING
    assert seen_by(people, draft.document) == LULEA


@pytest.mark.parametrize("kind", SharingKind)
def test_sharing_or_sending_lets_the_named_organisation_see_it(draft, people, police, kind):
    share(draft, [police], people.karin, kind)

    assert seen_by(people, draft.document) == LULEA | {"per"}
    sharing = Sharing.objects.get(document=draft.document)
    assert (sharing.organisation, sharing.kind, sharing.on) == (police, kind, DAY)
    made = Change.objects.of(draft.document).first()
    commands = {SharingKind.FOR_COMMENTS: Command.SHARE, SharingKind.SENT: Command.SEND}
    assert (made.command, made.name) == (commands[kind], "Karin Ström")
    assert sharing.change == made


def test_sharing_with_several_is_one_act(draft, people, police):
    share(draft, [police, people.malte.organisation], people.karin)

    assert seen_by(people, draft.document) == LULEA | {"per", "malte"}
    assert len(Change.objects.of(draft.document).first().entries) == 2


def test_sharing_again_is_another_act_with_its_own_date(draft, people, police):
    share(draft, [police], people.karin)
    changes = Change.objects.count()
    share(draft, [police], people.karin)

    assert Change.objects.count() == changes + 1
    assert Sharing.objects.count() == 2
    assert seen_by(people, draft.document) == LULEA | {"per"}


def test_sending_notes_the_version_that_was_sent(draft, people, police):
    version = workflow.lock(draft, by=people.karin.actor)
    share(draft, [police], people.karin, SharingKind.SENT)

    assert Sharing.objects.get().version == version


def test_what_was_shared_for_comments_can_also_be_sent(draft, people, police):
    share(draft, [police], people.karin)
    share(draft, [police], people.karin, SharingKind.SENT)

    assert [one.kind for one in Sharing.objects.all()] == ["for_comments", "sent"]


def test_a_locked_draft_can_be_shared(draft, people, police):
    workflow.lock(draft, by=people.karin.actor)
    share(draft, [police], people.karin)

    assert seen_by(people, draft.document) == LULEA | {"per"}


def test_what_is_binding_is_seen_by_the_whole_partnership(draft, people):
    workflow.lock(draft, by=people.karin.actor)
    assert seen_by(people, draft.document) == LULEA

    signing.register_signed(draft, signed_on=None, signed_at="", by=people.karin.actor)
    assert seen_by(people, draft.document) == MEMBERS


def test_what_is_published_stays_published_when_it_is_signed(draft, people):
    draft.document.reach = Reach.PUBLIC
    draft.document.save()
    workflow.lock(draft, by=people.karin.actor)
    signing.register_signed(draft, signed_on=None, signed_at="", by=people.karin.actor)

    assert Document.objects.get(pk=draft.document_id).reach == Reach.PUBLIC


def test_an_organisation_in_two_partnerships_sees_each_ones_documents_there(
    draft, people, police, other_partnership
):
    share(draft, [police], people.karin)
    elsewhere = factories.MembershipFactory(
        user=people.per.user,
        partnership=other_partnership,
        organisation=factories.OrganisationFactory(name=POLICE),
        role=Role.COORDINATOR,
    )
    access = Persona(people.per.user, elsewhere).access

    assert not Document.objects.visible_to(access).exists()
    assert not Agreement.objects.visible_to(access).exists()


def test_a_document_shared_twice_is_listed_once(draft, people, police):
    share(draft, [police], people.karin)
    share(draft, [police], people.karin, SharingKind.SENT)

    assert Agreement.objects.visible_to(people.per.access).count() == 1
