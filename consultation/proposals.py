"""Accepting and rejecting a proposed wording: the only functions that decide on one."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from consultation.choices import WordingState
from consultation.models import WordingProposal
from core.canonical import digest
from core.changes import open_change
from core.merge import Piece, where_they_met
from core.merge_words import merge_texts
from core.richtext_blocks import join
from documents.changes import Actor, WrongState, change
from documents.choices import Command
from documents.models import Change, SectionPart

#: What an accepted wording is called among the entries of a change.
NOTED_AS = "wording"


class TextChanged(Exception):
    """The text says something else than when the one who decides was shown it."""


def fingerprint(text: str) -> str:
    """Return what tells whether a text still says the same."""
    return digest(text.encode())


@dataclass(frozen=True)
class Offer:
    """What a text would say if a proposed wording of it were accepted now.

    Where the proposal and what was written since it was read clash, both stand in it, for a person
    to make one of; `pieces` tells where (`core.merge`).
    """

    text: str
    pieces: list[Piece]

    @property
    def clash(self) -> bool:
        """Tell whether both have changed the same words."""
        return any(piece.is_conflict for piece in self.pieces)

    @property
    def clashing(self) -> tuple[str, str, str]:
        """What clashes: as it was read, as it is now and as it is proposed."""
        read, now, proposed = (join(parts) for parts in where_they_met(self.pieces))
        return read, now, proposed


def offer(proposal: WordingProposal, current: str) -> Offer:
    """Put a proposal together with what was written since the text was read; it says `current`.

    Whoever accepts it is shown what the text will say, against what it says now.
    """
    return Offer(*merge_texts(proposal.base, current, proposal.proposed, is_read=True))


def accept(proposal: WordingProposal, *, seen: str, by: Actor, reason: str = "") -> None:
    """Let the text say what was offered: one change of the document, with the proposal decided.

    `seen` is the fingerprint of the text that the offer was made for. Raises TextChanged when the
    text says something else now or the two clash, WrongState when the proposal has been decided
    on or its text is gone, DocumentLocked when the draft is locked.
    """
    document = proposal.comment.document
    with change(by=by, document=document, command=Command.ACCEPT_WORDING, reason=reason):
        current = _undecided(proposal)
        part = SectionPart.objects.filter(
            document=document, key=proposal.comment.key, block=""
        ).first()
        if part is None:
            raise WrongState
        offered = offer(current, part.text)
        if fingerprint(part.text) != seen or offered.clash:
            raise TextChanged
        part.text = offered.text
        part.save()
        _follows(current, WordingState.ACCEPTED, by, reason)


def accept_as(
    state: WordingState, proposal: WordingProposal, *, by: Actor, reason: str = ""
) -> None:
    """Mark a proposal as accepted, as it was or with changes, by the open change that writes it.

    Raises WrongState when it has been decided on.
    """
    _follows(_undecided(proposal), state, by, reason)


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
        if proposal.is_open:
            _follows(proposal, _state_before(undone), by, proposal.reason)
        else:
            proposal.change = open_change().row
            proposal.state, proposal.decided_at, proposal.decided_by = WordingState.OPEN, None, ""
            proposal.save()


def _state_before(undo: Change) -> WordingState:
    """Return how the change that `undo` took back had accepted its wording."""
    acts = [entry["act"] for entry in undo.undoes.entries if entry["row"] == NOTED_AS]
    return WordingState(acts[0]) if acts else WordingState.ACCEPTED


def _follows(proposal: WordingProposal, state: WordingState, by: Actor, reason: str) -> None:
    """Let the open change be what accepted `proposal`; the history names who proposed it."""
    comment = proposal.comment
    open_change().note(
        row=NOTED_AS, key=f"wording-{comment.pk}", act=state, name=comment.name[:120], fields=[]
    )
    proposal.change = open_change().row
    _decide(proposal, state, by, reason)


def _undecided(proposal: WordingProposal) -> WordingProposal:
    current = WordingProposal.objects.select_for_update().get(pk=proposal.pk)
    if not current.is_open:
        raise WrongState
    return current


def _decide(proposal: WordingProposal, state: WordingState, by: Actor, reason: str) -> None:
    proposal.state, proposal.reason = state, reason
    proposal.decided_at, proposal.decided_by = timezone.now(), by.name
    proposal.save()
