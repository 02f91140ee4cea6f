"""Creating, locking, reopening and registering as signed."""

import json
from datetime import date

import pytest

from agreements import signing
from agreements.models import Agreement
from desk import workflow
from desk.exchange.encoding import content_bytes
from documents.changes import WrongState, change
from documents.choices import Command, Reach, VersionKind
from documents.models import Change, Document, Version
from documents.reading import read_tree
from tests.factories import SIGNING_DAY, make_agreement, signed_tree, small_tree


def document_of(agreement):
    return Document.objects.select_related("locked_version").get(pk=agreement.document_id)


def commands(agreement):
    return [one.command for one in Change.objects.of(agreement.document).order_by("pk")]


def register(agreement, by, on=SIGNING_DAY, at="Luleå"):
    return signing.register_signed(agreement, signed_on=on, signed_at=at, by=by.actor)


def test_a_new_draft_is_unlocked_and_has_no_version(draft):
    assert not draft.document.is_locked
    assert not draft.document.is_binding
    assert not Version.objects.exists()
    assert commands(draft) == [Command.CREATE]


@pytest.mark.parametrize("signed", [True, None])
def test_what_is_signed_or_exists_outside_is_at_once_binding(karin, without_pdf, signed):
    agreement = make_agreement(signed_tree(signed=signed), by=karin)

    document = document_of(agreement)
    assert document.is_binding
    assert document.reach == Reach.PARTNERSHIP
    assert commands(agreement) == [Command.CREATE, Command.LOCK]
    assert document.locked_version.signed_text is None
    assert document.locked_version.read() == content_bytes(read_tree(agreement))


def test_locking_stores_what_the_rows_say(draft, karin):
    version = workflow.lock(draft, by=karin.actor, reason="Till styrgruppen")

    assert (version.kind, version.number) == (VersionKind.PROPOSAL, 1)
    assert version.read() == content_bytes(small_tree())
    assert document_of(draft).locked_version == version
    assert not document_of(draft).is_binding
    assert Change.objects.of(draft.document)[0].reason == "Till styrgruppen"
    assert version.change == Change.objects.of(draft.document)[0]


def test_locking_stores_what_someone_else_wrote_a_moment_ago(draft, karin, stina):
    in_hand = Agreement.objects.with_document().get(pk=draft.pk)
    with change(by=stina.actor, document=draft.document):
        row = Agreement.objects.get(pk=draft.pk)
        row.title = "Ny titel"
        row.save()

    version = workflow.lock(in_hand, by=karin.actor)

    assert json.loads(version.read())["title"] == "Ny titel"


def test_locking_does_not_store_what_was_never_saved(draft, karin):
    draft.title = "Aldrig sparad"
    version = workflow.lock(draft, by=karin.actor)

    assert json.loads(version.read())["title"] == "Samverkansöverenskommelse"


def test_reopening_keeps_the_version_and_the_next_gets_its_own_number(draft, karin):
    first = workflow.lock(draft, by=karin.actor)
    workflow.reopen(draft, by=karin.actor, reason="Fel datum")
    assert not document_of(draft).is_locked
    second = workflow.lock(draft, by=karin.actor)

    assert [one.number for one in (first, second)] == [1, 2]
    assert Version.objects.get(pk=first.pk).read() == second.read()
    assert commands(draft) == [Command.CREATE, Command.LOCK, Command.REOPEN, Command.LOCK]


def test_registering_as_signed_adds_the_signing_and_nothing_else(draft, karin):
    proposal = workflow.lock(draft, by=karin.actor)
    binding = register(draft, karin)

    signed, text = json.loads(binding.read()), json.loads(proposal.read())
    assert signed == text | {"signed": True, "signed_on": "2023-11-20", "signed_at": "Luleå"}
    assert (binding.kind, binding.signed_text) == (VersionKind.BINDING, proposal)
    document = document_of(draft)
    assert document.is_binding
    assert (document.locked_version, document.reach) == (binding, Reach.PARTNERSHIP)
    assert Agreement.objects.get(pk=draft.pk).signed_on == SIGNING_DAY


def test_day_and_place_of_signing_may_be_unknown(draft, karin):
    workflow.lock(draft, by=karin.actor)
    binding = register(draft, karin, on=None, at="")

    content = json.loads(binding.read())
    assert content["signed"] is True
    assert not {"signed_on", "signed_at"} & set(content)


def lock(agreement, by):
    workflow.lock(agreement, by=by.actor)


def reopen(agreement, by):
    workflow.reopen(agreement, by=by.actor)


def lock_and_register(agreement, by):
    lock(agreement, by)
    register(agreement, by)


@pytest.mark.parametrize(
    ("before", "act"),
    [
        (None, reopen),
        (None, register),
        (lock, lock),
        (lock_and_register, lock),
        (lock_and_register, reopen),
        (lock_and_register, register),
    ],
    ids=[
        "a draft is not reopened",
        "an unlocked draft is not signed",
        "a locked draft is not locked",
        "a binding text is not locked",
        "a binding text is not reopened",
        "a binding text is not signed again",
    ],
)
def test_an_act_in_the_wrong_state_is_refused_and_leaves_nothing(draft, karin, before, act):
    # The one who acts came to the page before the other one did.
    in_hand = Agreement.objects.with_document().get(pk=draft.pk)
    if before:
        before(draft, karin)
    versions, changes = Version.objects.count(), Change.objects.count()
    state = document_of(draft)

    with pytest.raises(WrongState):
        act(in_hand, karin)

    assert (Version.objects.count(), Change.objects.count()) == (versions, changes)
    assert document_of(draft).locked_version == state.locked_version
    assert Agreement.objects.get(pk=draft.pk).signed == (before is lock_and_register)


def test_the_pdfs_of_a_version_are_printed_of_what_is_stored(draft, karin, monkeypatch):
    printed = []

    def note(content, *, top, kind, dated, decided, variant="ua"):
        printed.append((kind, variant, top, dated))
        return content_bytes(content) + variant.encode()

    monkeypatch.setattr(workflow, "print_document", note)
    version = workflow.lock(draft, by=karin.actor)

    at = version.change.at
    assert printed == [("proposal", "ua", draft, at), ("proposal", "a3", draft, at)]
    assert version.pdf.read() == version.read() + b"ua"
    assert version.archive_pdf.read() == version.read() + b"a3"


def test_when_printing_fails_nothing_is_locked(draft, karin, monkeypatch):
    def fail(content, **options):
        raise RuntimeError("no ink")

    monkeypatch.setattr(workflow, "print_document", fail)
    with pytest.raises(RuntimeError, match="no ink"):
        workflow.lock(draft, by=karin.actor)

    assert not document_of(draft).is_locked
    assert not Version.objects.exists()
    assert commands(draft) == [Command.CREATE]


def test_an_agreement_signed_long_ago_is_bound_by_its_own_day(karin, without_pdf):
    agreement = make_agreement(signed_tree(signed_on=date(2016, 11, 8)), by=karin)

    assert json.loads(document_of(agreement).locked_version.read())["signed_on"] == "2016-11-08"
