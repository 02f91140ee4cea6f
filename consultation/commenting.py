"""Writing comments: the only functions that do. They touch no row of the document.

Nothing is locked: fifty people comment at once without waiting for each other.
"""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consultation.choices import CommentReach, WordingState
from consultation.models import Comment, Invitation, WordingProposal
from documents.changes import WrongState
from documents.models import Document

#: What one person can write through a personal link.
MOST_BY_LINK = 200


@dataclass(frozen=True)
class Author:
    """Who writes: a member for an organisation, or someone with a personal link."""

    name: str
    organisation_name: str
    organisation: object | None = None
    user: object | None = None
    invitation: Invitation | None = None

    @classmethod
    def of(cls, access) -> "Author":
        """Return the reader of a page as the one who writes."""
        return cls(str(access.user), access.organisation.name, access.organisation, access.user)

    @classmethod
    def guest(cls, invitation: Invitation) -> "Author":
        """Return the one who was asked as the one who writes."""
        return cls(invitation.writes_as, invitation.organisation, invitation=invitation)


@dataclass(frozen=True)
class Spot:
    """What a comment is about: a row and what it is called; the document as a whole if empty."""

    row: str = ""
    key: UUID | None = None
    name: str = ""


def comment(
    document: Document,
    *,
    by: Author,
    spot: Spot,
    text: str,
    reach: CommentReach,
    quote: str = "",
) -> Comment:
    """Keep a comment at `spot`. What comes through a personal link belongs to its round.

    Raises ValidationError when the one with the link has written as much as one may.
    """
    made = _comment(document, by, text=text, reach=reach)
    made.row, made.key, made.place, made.quote = spot.row, spot.key, spot.name[:200], quote
    made.save()
    return made


def propose(
    document: Document,
    *,
    by: Author,
    spot: Spot,
    base: str,
    proposed: str,
    text: str,
    reach: CommentReach,
) -> Comment:
    """Keep a proposed wording of the row at `spot`, with the comment that says why.

    `base` is what the row says to the one who proposes. Raises ValidationError as `comment`, and
    WrongState where the text binds and nothing else is written: no one could accept it.
    """
    refuse_unless_draft(document)
    with transaction.atomic():
        made = comment(document, by=by, spot=spot, text=text, reach=reach)
        WordingProposal.objects.create(comment=made, base=base, proposed=proposed)
    return made


def refuse_unless_draft(document: Document) -> None:
    """Raise WrongState where there is no text that a proposed wording could change."""
    if not document.has_draft:
        raise WrongState


def answer_to(parent: Comment, *, by: Author, text: str, reach: CommentReach) -> Comment:
    """Keep an answer to `parent`, seen by no more than those who see that one."""
    made = _comment(parent.document, by, text=text, reach=reach)
    made.parent = parent
    made.consultation_id = parent.consultation_id
    made.row, made.key, made.place = parent.row, parent.key, parent.place
    if parent.reach == CommentReach.INTERNAL:
        made.reach = CommentReach.INTERNAL
    made.save()
    return made


def deal_with(one: Comment, *, by: Author) -> None:
    """Mark a comment as dealt with."""
    one.dealt_with_at, one.dealt_with_by = timezone.now(), by.name[:200]
    one.save(update_fields=["dealt_with_at", "dealt_with_by"])


def take_up_again(one: Comment) -> None:
    """Mark a comment as not dealt with after all."""
    one.dealt_with_at, one.dealt_with_by = None, ""
    one.save(update_fields=["dealt_with_at", "dealt_with_by"])


def withdraw(one: Comment) -> None:
    """Withdraw one's own comment; raise WrongState when it has been answered or decided on."""
    decided = one.proposal and one.proposal.state != WordingState.OPEN
    if decided or one.answers.filter(withdrawn_at=None).exists():
        raise WrongState
    one.withdrawn_at = timezone.now()
    one.save(update_fields=["withdrawn_at"])


def _comment(document: Document, by: Author, *, text: str, reach: CommentReach) -> Comment:
    if by.invitation is not None:
        _refuse_too_many(by.invitation)
    return Comment(
        document=document,
        consultation=by.invitation and by.invitation.consultation,
        text=text,
        user=by.user,
        invitation=by.invitation,
        name=by.name,
        organisation=by.organisation,
        organisation_name=by.organisation_name,
        reach=reach,
        at=timezone.now(),
    )


def _refuse_too_many(invitation: Invitation) -> None:
    if invitation.comments.count() >= MOST_BY_LINK:
        raise ValidationError(
            _(
                "You have left %(most)d comments, which is as many as one link takes. Put what "
                "remains in your answer as a whole."
            ),
            code="too_many",
            params={"most": MOST_BY_LINK},
        )
