"""Gallra utkast: what nobody outside was shown goes away whole; what is a record stays."""

import pytest

from agreements import starting
from agreements.after_signing.amending import amend
from agreements.kind import AGREEMENT
from agreements.models import Agreement
from desk import workflow
from documents.changes import WrongState, change
from documents.choices import SharingKind
from documents.discarding import IsARecord, discard
from documents.models import Change, Document
from tests.desk import page
from tests.factories import FIRST_DAY


def test_a_draft_goes_away_with_rows_and_history(desk, draft):
    desk.fill_in(desk.at("edit", desk.row("goal")), text="Öka tryggheten i Luleå.")
    answer = desk.post(desk.url("discard"))

    assert answer.status_code == 302
    assert not Document.objects.exists()
    assert not Change.objects.exists()
    for model in AGREEMENT.models:
        assert not model.objects.exists()
        assert not model.history.exists()
    assert desk.get(desk.url("detail")).status_code == 404


def test_the_others_stay(desk, draft, signed, karin):
    kept = amend(
        signed,
        title="Tillägg",
        valid_from=None,
        drafting_organisation=karin.organisation,
        by=karin.actor,
    )
    before = Change.objects.of(kept.document).count()

    desk.post(desk.url("discard"))

    assert set(Agreement.objects.all()) == {signed, kept}
    assert Change.objects.of(kept.document).count() == before


def shared(draft, karin, per):
    workflow.share(
        draft,
        organisations=[per.organisation],
        kind=SharingKind.FOR_COMMENTS,
        on=FIRST_DAY,
        by=karin.actor,
    )


def locked_once(draft, karin, per):
    workflow.lock(draft, by=karin.actor)
    workflow.reopen(draft, by=karin.actor)


@pytest.mark.parametrize("leaves_a_trace", [shared, locked_once])
def test_a_draft_that_is_a_record_is_kept_and_the_page_says_so(
    desk, draft, karin, per, leaves_a_trace
):
    leaves_a_trace(draft, karin, per)

    shown = desk.get(desk.url("discard"))

    assert not page(shown).xpath("//main//form[@method='post']")
    assert desk.post(desk.url("discard")).status_code == 409
    with pytest.raises(WrongState):
        discard(draft, by=karin.actor)
    assert Agreement.objects.filter(pk=draft.pk).exists()


def test_a_draft_that_another_replaces_is_kept_whole(desk, draft, karin):
    successor = starting.start_from(
        draft,
        title="Nästa",
        subtitle="",
        valid_from=None,
        valid_to=None,
        replaces=True,
        drafting_organisation=karin.organisation,
        by=karin.actor,
    )

    with pytest.raises(IsARecord):
        discard(draft, by=karin.actor)

    assert desk.rows("section") == 5
    assert desk.post(desk.url("discard")).status_code == 409
    with change(by=karin.actor, document=draft.document):  # still whole, still writable
        goal = desk.row("goal")
        goal.text = "Nytt"
        goal.save()
    discard(successor, by=karin.actor)
    discard(draft, by=karin.actor)
    assert not Agreement.objects.exists()
