"""Registering that a locked text was signed outside the program."""

from datetime import date

from agreements.acts import REGISTER_SIGNED
from agreements.models import Agreement, Party
from consultation.rounds import close_with_the_text
from desk import workflow
from documents.changes import Actor, WrongState, change
from documents.choices import Command, VersionKind
from documents.files.papers import Paper
from documents.models import Document, Version


class NoParty(WrongState):
    """A text was to be registered as signed before anybody is a party to it."""


def register_signed(
    agreement: Agreement,
    *,
    signed_on: date | None,
    signed_at: str,
    by: Actor,
    paper: Paper | None = None,
    reason: str = "",
) -> Version:
    """Register that the locked text was signed outside the program; return the binding version.

    Date and place may be unknown; `paper` is the signed file, bound to that version. What was
    signed is the proposal that is locked; the binding version says the same and adds that, when
    and where it was signed, and points to it. Nobody is asked for comments on it any more.
    Raises NoParty when nobody is a party to it.
    """
    document = agreement.document
    with change(
        by=by,
        document=document,
        command=Command.REGISTER_SIGNED,
        reason=reason,
        while_locked=True,
    ):
        REGISTER_SIGNED.check(document)
        _ask_for_a_party(document)
        fresh = Agreement.objects.get(pk=agreement.pk)
        fresh.signed, fresh.signed_on, fresh.signed_at = True, signed_on, signed_at
        fresh.save()
        version = workflow.store_text(agreement, VersionKind.BINDING)
        close_with_the_text(document)
        if paper:
            workflow.attach(document, paper)
        return version


def _ask_for_a_party(document: Document) -> None:
    if not Party.objects.filter(document=document).exists():
        raise NoParty
