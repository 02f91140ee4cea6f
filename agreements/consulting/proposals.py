"""Accepting and rejecting a proposed wording: the only functions that decide on one."""

from django.db import transaction
from django.utils import timezone

from agreements.models import SectionPart
from consultation.choices import WordingState
from consultation.models import WordingProposal
from core.canonical import digest
from core.changes import open_change
from documents.changes import Actor, WrongState, change
from documents.choices import Command
from documents.models import Change


class TextChanged(Exception):
    """The text says something else than when the one who decides was shown it."""


def fingerprint(text: str) -> str:
    """Return what tells whether a text still says the same."""
    return digest(text.encode())


def accept(proposal: WordingProposal, *, seen: str, by: Actor, reason: str = "") -> None:
    """Let the text say what was proposed: one change of the document, with the proposal decided.

    `seen` is the fingerprint of the text that was shown beside the proposal. Raises TextChanged
    when the text says something else now, WrongState when the proposal has been decided on or its
    text is gone, DocumentLocked when the draft is locked.
    """
    document = proposal.comment.document
    with change(by=by, document=document, command=Command.ACCEPT_WORDING, reason=reason):
        current = _undecided(proposal)
        part = SectionPart.objects.filter(
            document=document, key=proposal.comment.key, block=""
        ).first()
        if part is None:
            raise WrongState
        if fingerprint(part.text) != seen:
            raise TextChanged
        part.text = current.proposed
        part.save()
        current.change = open_change().row
        _decide(current, WordingState.ACCEPTED, by, reason)


def reject(proposal: WordingProposal, *, by: Actor, reason: str = "") -> None:
    """Keep the text as it is, and say why; the document is not written."""
    with transaction.atomic():
        current = _undecided(proposal)
        current.change = None
        _decide(current, WordingState.REJECTED, by, reason)


def follow(undone: Change, *, by: Actor) -> None:
    """Let a wording that `undone` accepted wait again; accept it again when `undone` undid that.

    To be called in the open change that takes `undone` back.
    """
    for proposal in WordingProposal.objects.select_for_update().filter(change=undone):
        proposal.change = open_change().row
        if proposal.is_open:
            _decide(proposal, WordingState.ACCEPTED, by, proposal.reason)
        else:
            proposal.state, proposal.decided_at, proposal.decided_by = WordingState.OPEN, None, ""
            proposal.save()


def _undecided(proposal: WordingProposal) -> WordingProposal:
    current = WordingProposal.objects.select_for_update().get(pk=proposal.pk)
    if not current.is_open:
        raise WrongState
    return current


def _decide(proposal: WordingProposal, state: WordingState, by: Actor, reason: str) -> None:
    proposal.state, proposal.reason = state, reason
    proposal.decided_at, proposal.decided_by = timezone.now(), by.name
    proposal.save()
