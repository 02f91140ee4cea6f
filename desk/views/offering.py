"""What the action area of a document's page offers: one button, and the rest under it."""

from dataclasses import dataclass

from django.http import HttpRequest

from desk.addresses import address_of
from documents.acts import Act
from documents.kinds import kind_of
from documents.models import TopRow
from partnerships.permissions import Action


@dataclass(frozen=True)
class Offer:
    """An act and the address of the page that asks for it."""

    act: Act
    url: str


@dataclass(frozen=True)
class Offers:
    """What a reader can do: `first` leads the text on and may be None, `rest` is all else.

    Who leads no draft on and can comment on it `reads` it: what differs, and what others say.
    """

    first: Offer | None
    rest: list[Offer]
    reads: bool


def offers(request: HttpRequest, top: TopRow) -> Offers:
    """Return what the reader can do to `top`, which comes from `visible_to`; no query."""
    kind = kind_of(top.document)
    leading = kind.next_act(top)
    first, rest = None, []
    for act in kind.acts:
        if act.is_offered(request.access, top):
            offer = Offer(act, address_of(request, top, act.address))
            if act is leading:
                first = offer
            else:
                rest.append(offer)
    may_comment = request.access.may(Action.COMMENT) and top.reads_draft
    return Offers(first, rest, reads=may_comment and first is None)
