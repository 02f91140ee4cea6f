"""What of a document's past each organisation sees (`documents.visibility`)."""

from datetime import date

import pytest

from agreements import signing
from agreements.models import Goal
from desk import workflow
from documents.changes import change
from documents.choices import SharingKind
from documents.models import Document
from documents.visibility import changes_of, changes_seen_by, versions_of, versions_seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_pdf")]


def edit(agreement, by, text):
    with change(by=by.actor, document=agreement.document) as opened:
        goal = Goal.objects.filter(document=agreement.document).order_by("pk").first()
        goal.text = text
        goal.save()
        return opened.row


def share(agreement, people):
    workflow.share(
        agreement,
        organisations=[people.per.organisation],
        kind=SharingKind.SENT,
        on=date(2026, 11, 22),
        by=people.karin.actor,
    )


def seen(persona, agreement):
    """The changes of an agreement that someone sees; a page asks for those of one it may show."""
    found = set(changes_seen_by(persona.access).of(agreement.document))
    if Document.objects.visible_to(persona.access).filter(pk=agreement.document_id).exists():
        assert set(changes_of(agreement.document, persona.access)) == found
    return found


def versions(persona, agreement):
    found = set(versions_seen_by(persona.access).filter(document=agreement.document))
    if Document.objects.visible_to(persona.access).filter(pk=agreement.document_id).exists():
        assert set(versions_of(agreement.document, persona.access)) == found
    return {one.number for one in found}


def test_own_drafts_are_seen_from_their_first_day(draft, karin):
    assert len(seen(karin, draft)) == draft.document.changes.count()


def test_another_organisation_sees_only_what_was_done_since_it_was_shared(draft, people):
    before = edit(draft, people.karin, "Före delningen")
    share(draft, people)
    after = edit(draft, people.karin, "Efter delningen")

    assert before in seen(people.karin, draft)
    assert before not in seen(people.per, draft)
    assert after in seen(people.per, draft)
    assert seen(people.malte, draft) == set()


def test_a_version_from_before_the_sharing_stays_with_its_writer(draft, people):
    workflow.lock(draft, by=people.karin.actor)
    workflow.reopen(draft, by=people.karin.actor)
    share(draft, people)

    assert versions(people.karin, draft) == {1}
    assert versions(people.per, draft) == set()


def test_a_version_that_was_sent_stays_readable_after_it_was_reopened(draft, people):
    workflow.lock(draft, by=people.karin.actor)
    share(draft, people)
    workflow.reopen(draft, by=people.karin.actor)

    assert versions(people.per, draft) == {1}


def test_what_led_to_a_binding_text_is_not_shown_to_the_whole_partnership(draft, people):
    before = edit(draft, people.karin, "Under arbetet")
    workflow.lock(draft, by=people.karin.actor)
    signing.register_signed(draft, signed_on=None, signed_at="", by=people.rut.actor)

    assert before not in seen(people.ines, draft)
    assert len(seen(people.ines, draft)) == 1
    assert versions(people.ines, draft) == {2}
