"""What can happen to a consultation and to those who are asked: the only functions that write it.

Opening and closing a round, and asking one more, are acts of the document's history. They raise
WrongState when the round is not in the state the act begins from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4, uuid5

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultation.choices import AnswerKind
from consultation.links import new_nonce
from consultation.models import Consultation, Invitation
from consultation.threads import heads
from core.changes import open_change
from documents.changes import Actor, WrongState, change
from documents.choices import Command
from documents.models import Document

#: What one link takes: whoever has it could fill the database.
MOST_ANSWERS = 50


class OpenedBefore(Exception):
    """The round that was to be opened is there already: `consultation`."""

    def __init__(self, consultation: Consultation) -> None:
        super().__init__(consultation.title)
        self.consultation = consultation


@dataclass(frozen=True)
class Recipient:
    """Someone to ask; `user` for a member of the partnership."""

    name: str
    email: str
    organisation: str = ""
    user: object | None = None


def open_round(
    document: Document,
    *,
    title: str,
    message: str,
    last_day: date,
    recipients: Iterable[Recipient],
    see_each_other: bool,
    address: str,
    by: Actor,
    once: UUID | None = None,
) -> Consultation:
    """Open a consultation about the document as it is now; return it. Nothing is sent yet.

    `address` is where the program is reached, as https://example.org, for the personal links. With
    the same `once` it is opened once: the next time raises OpenedBefore.
    """
    key = uuid5(once, str(document.pk)) if once else uuid4()
    with change(by=by, document=document, command=Command.CONSULT, while_locked=True):
        if before := Consultation.objects.filter(key=key).first():
            raise OpenedBefore(before)
        if not document.has_draft:
            raise WrongState
        opened = Consultation(
            document=document,
            key=key,
            version_id=document.locked_version_id,
            title=title,
            message=message,
            last_day=last_day,
            see_each_other=see_each_other,
            opened_by=by.user,
            address=address.rstrip("/"),
        )
        _note(opened, "added")
        opened.change = open_change().row
        opened.save()
        for recipient in recipients:
            _ask(opened, recipient)
    return opened


def ask_more(
    consultation: Consultation, recipients: Iterable[Recipient], *, by: Actor
) -> list[Invitation]:
    """Ask more people in an open round, about the same wording; return their invitations."""
    document = consultation.document
    with change(by=by, document=document, command=Command.CONSULT, while_locked=True):
        _refuse_unless_open(consultation)
        asked = set(consultation.invitations.values_list("email", flat=True))
        return [_ask(consultation, one) for one in recipients if one.email not in asked]


def close(consultation: Consultation, *, by: Actor) -> None:
    """Close the round: links are still read for a while, nothing more is taken in."""
    document = consultation.document
    command = Command.CLOSE_CONSULTATION
    with change(by=by, document=document, command=command, while_locked=True):
        consultation.refresh_from_db(fields=["closed_at"])
        if consultation.closed_at is not None:
            raise WrongState
        _close(consultation)


def close_with_the_text(document: Document) -> None:
    """Close every round about `document` in the open change: its text is no draft any more."""
    for consultation in document.consultations.filter(closed_at=None):
        _close(consultation)


def _close(consultation: Consultation) -> None:
    _note(consultation, "changed")
    consultation.closed_at = timezone.now()
    consultation.save(update_fields=["closed_at"])


def revoke(invitation: Invitation) -> None:
    """Let the link lead nowhere from now on."""
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])


def renew(invitation: Invitation, *, last_day: date) -> None:
    """Give a new link, until `last_day`; the one before is void. It is not sent yet."""
    if invitation.consultation.closed_at is not None:
        raise WrongState
    invitation.nonce = new_nonce()
    invitation.revoked_at, invitation.sent_at = None, None
    invitation.last_day = last_day if last_day > invitation.consultation.last_day else None
    invitation.save(update_fields=["nonce", "revoked_at", "sent_at", "last_day"])


def open_link(invitation: Invitation, *, answers_as: str = "") -> None:
    """Note that the draft was opened through the link, and by whom if not the one it was sent to.

    What was kept under another name before stays as it is.
    """
    invitation.opened_at = invitation.opened_at or timezone.now()
    invitation.answers_as = answers_as
    invitation.save(update_fields=["opened_at", "answers_as"])


def answer(invitation: Invitation, *, kind: AnswerKind, remark: str) -> None:
    """Take in the answer as a whole. One that was given before is kept beside it.

    The same answer once more, as when a button is pressed twice, is the one that is there. Raises
    ValidationError when it has been changed as often as it may, and for "no remarks" from one whose
    comments wait for someone.
    """
    by = invitation.writes_as
    with transaction.atomic():
        current = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
        given = (current.answer, current.remark, current.answered_by)
        if current.answered_at is not None and given == (kind, remark, by):
            return
        if kind == AnswerKind.NO_REMARKS:
            _refuse_while_comments_wait(current)
        if current.answered_at is not None:
            _refuse_too_many(current)
            before = {
                "at": current.answered_at.isoformat(),
                "answer": current.answer,
                "remark": current.remark,
                "name": current.answered_by,
            }
            current.earlier_answers = [*current.earlier_answers, before]
        current.answer, current.remark, current.answered_at = kind, remark, timezone.now()
        current.answered_by = by
        current.save(
            update_fields=["answer", "remark", "answered_at", "answered_by", "earlier_answers"]
        )


def _refuse_too_many(invitation: Invitation) -> None:
    if len(invitation.earlier_answers) >= MOST_ANSWERS - 1:
        raise ValidationError(
            _("You have answered %(most)d times, which is as many as one link takes."),
            code="too_many",
            params={"most": MOST_ANSWERS},
        )


def _refuse_while_comments_wait(invitation: Invitation) -> None:
    if any(one.is_open for one in heads(invitation.comments.filter(withdrawn_at=None))):
        raise ValidationError(
            _(
                "You have left comments that have not been dealt with. Answer that you have left "
                "remarks, or take your comments back first."
            ),
            code="comments_wait",
        )


def _ask(consultation: Consultation, recipient: Recipient) -> Invitation:
    made = Invitation.objects.create(
        consultation=consultation,
        name=recipient.name,
        email=recipient.email,
        organisation=recipient.organisation,
        user=recipient.user,
        nonce=new_nonce(),
        invited_at=timezone.now(),
    )
    whom = f"{made.name}, {made.organisation}" if made.organisation else made.name
    open_change().note(
        row="invitation", key=f"invitation-{made.pk}", act="added", name=whom[:120], fields=[]
    )
    return made


def _note(consultation: Consultation, act: str) -> None:
    open_change().note(
        row="consultation",
        key=str(consultation.key),
        act=act,
        name=consultation.title[:120],
        fields=[],
    )


def _refuse_unless_open(consultation: Consultation) -> None:
    consultation.refresh_from_db(fields=["closed_at", "last_day"])
    if not consultation.is_open:
        raise WrongState
