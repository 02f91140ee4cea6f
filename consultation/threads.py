"""Comments as conversations."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, F, Q

from consultation.choices import CommentReach, WordingState
from consultation.models import Comment


@dataclass
class Thread:
    """A comment and the answers to it, in the order they were written.

    `quote_stands` tells whether the words it is about are still there.
    """

    comment: Comment
    answers: list[Comment] = field(default_factory=list)
    quote_stands: bool = True

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for someone: not dealt with, or a wording not decided on."""
        wording = self.comment.proposal
        return wording.is_open if wording else self.comment.dealt_with_at is None


class Head(NamedTuple):
    """Where a conversation stands and whether it waits for someone, without what was said."""

    pk: int
    key: UUID | None
    is_open: bool


def heads(comments) -> list[Head]:
    """Return the heads of the conversations in `comments`, a queryset, the oldest first."""
    rows = comments.filter(parent=None).values_list("pk", "key", "dealt_with_at", "wording__state")
    return [
        Head(pk, key, state == WordingState.OPEN if state else dealt_with_at is None)
        for pk, key, dealt_with_at, state in rows
    ]


def open_on_own_drafts(documents: Iterable[int]) -> dict[int, int]:
    """Return how many conversations wait for the organisation that writes each of `documents`.

    They are given by pk; one without any is left out. One query.
    """
    waiting = (
        Comment.objects.filter(document__in=documents, parent=None, withdrawn_at=None)
        .filter(
            Q(reach=CommentReach.EVERYONE) | Q(organisation=F("document__drafting_organisation"))
        )
        .filter(
            Q(wording__state=WordingState.OPEN)
            | Q(wording__isnull=True, dealt_with_at__isnull=True)
        )
    )
    numbers = waiting.order_by("document").values_list("document").annotate(number=Count("pk"))
    return dict(numbers)


def threads(comments: Iterable[Comment]) -> list[Thread]:
    """Return the conversations in `comments`, the oldest first.

    An answer whose comment is not among them is left out: whoever does not see the one does not
    see the other.
    """
    found: dict[int, Thread] = {}
    for one in comments:
        if one.parent_id is None:
            found[one.pk] = Thread(one)
        elif one.parent_id in found:
            found[one.parent_id].answers.append(one)
    return list(found.values())
