"""`with change(…)`: the only way in which a document is written."""

from datetime import date

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from agreements.models import Appendix, Goal
from core.changes import ChangeClosed, NoOpenChange, SavedTwice
from desk import workflow
from documents.changes import Actor, DocumentLocked, change
from documents.models import Change
from tests.factories import key


def goal(word):
    return Goal.objects.get(key=key(word))


def test_a_row_is_not_written_outside_a_change(draft):
    row = goal("goal-last")
    row.text = "Utanför"

    with pytest.raises(NoOpenChange):
        row.save()

    assert goal("goal-last").text == "Minska brottsligheten"
    assert row.history.count() == 1


def test_a_row_is_not_deleted_outside_a_change(draft):
    with pytest.raises(NoOpenChange):
        goal("goal-last").delete()
    with pytest.raises(NoOpenChange), transaction.atomic():
        Goal.objects.filter(key=key("goal-last")).delete()

    assert Goal.objects.filter(key=key("goal-last")).exists()


def test_a_new_row_is_not_added_outside_a_change(draft):
    with pytest.raises(NoOpenChange):
        Appendix(document=draft.document, title="Karta", rank="a5").save()

    assert not Appendix.objects.filter(title="Karta").exists()


def reword(document, by, *texts, **options):
    """Give the last goal each of `texts` within one change."""
    with change(by=by.actor, document=document, **options):
        for text in texts:
            row = goal("goal-last")
            row.text = text
            row.save()


def test_a_change_that_fails_leaves_nothing(draft, karin):
    before = Change.objects.count()

    # The first write is made; the second is refused by the database.
    with pytest.raises(IntegrityError, match="agreement_ends_after_it_starts"):
        fail_after_a_write(draft.document, karin)

    assert goal("goal-last").text == "Minska brottsligheten"
    assert Change.objects.count() == before


def fail_after_a_write(document, by):
    with change(by=by.actor, document=document):
        row, agreement = goal("goal-last"), document.agreement
        row.text, agreement.valid_to = "Halvvägs", date(1999, 12, 31)
        row.save()
        agreement.save()


def test_the_same_row_is_not_written_twice_in_one_change(draft, karin):
    with pytest.raises(SavedTwice):
        reword(draft.document, karin, "Först", "Sedan")

    assert goal("goal-last").text == "Minska brottsligheten"


def test_a_row_of_another_document_is_not_written_in_the_change(draft, signed, karin):
    with pytest.raises(ValueError, match="another document"):
        reword(signed.document, karin, "Fel dokument", while_locked=True)


def test_changes_do_not_nest(draft, karin):
    inside = pytest.raises(RuntimeError, match="already open")
    with change(by=karin.actor, document=draft.document), inside:
        reword(draft.document, karin, "Inuti")


def test_nothing_that_differs_leaves_neither_change_nor_history(draft, karin):
    changes, history = Change.objects.count(), Goal.history.count()

    with change(by=karin.actor, document=draft.document):
        for row in Goal.objects.all():
            row.text = str(row.text)
            row.save()

    assert (Change.objects.count(), Goal.history.count()) == (changes, history)


def test_a_change_that_is_closed_has_no_row_and_takes_nothing_in(draft, karin):
    before = Change.objects.count()
    with change(by=karin.actor, document=draft.document) as made:
        pass

    with pytest.raises(ChangeClosed):
        _ = made.row
    with pytest.raises(ChangeClosed):
        made.note(row="goal", key="1", act="changed", name="Sent", fields=[])

    assert Change.objects.count() == before


def test_a_change_says_who_did_what_for_whom_and_why(draft, karin):
    by = Actor.of(karin.access, on_behalf_of="Polisen, enligt e-post 12 mars")

    with change(by=by, document=draft.document, reason="Efter mötet"):
        row = goal("goal-last")
        row.text = "Minska våldet"
        row.save()

    made = Change.objects.of(draft.document).first()
    assert (made.name, made.user) == ("Karin Ström", karin.user)
    assert made.organisation == "Luleå kommun"
    assert made.on_behalf_of == "Polisen, enligt e-post 12 mars"
    assert made.reason == "Efter mötet"
    assert made.entries == [
        {
            "row": "goal",
            "key": str(row.key),
            "act": "changed",
            "name": "Minska våldet",
            "fields": ["text"],
        }
    ]
    assert row.history.first().change == made
    assert row.history.first().history_date == made.at


def test_history_is_readable_when_the_account_is_gone(draft, karin):
    karin.membership.delete()
    karin.user.delete()

    made = Change.objects.of(draft.document).first()
    assert (made.user, made.name) == (None, "Karin Ström")
    assert Goal.history.filter(change=made).count() == 4


def test_a_locked_document_opens_no_change(signed, karin):
    with pytest.raises(DocumentLocked):
        reword(signed.document, karin, "Låst")


def test_a_document_locked_meanwhile_opens_no_change(draft, karin):
    seen_before = type(draft).objects.get(pk=draft.pk)
    workflow.lock(draft, by=karin.actor)

    with pytest.raises(DocumentLocked):
        reword(seen_before.document, karin, "Låst")
