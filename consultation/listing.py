"""A long list of conversations, a page at a time: by section, in each the open ones first.

Where everything stands is told from what is little (`consultation.threads.Head`); what was said is
read for one page only.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import Q

from consultation.commented import Commented, ranks
from consultation.threads import Head, Thread, heads, threads
from documents import tree

#: A draft that many have commented has some hundred conversations: they are one page, and all are
#: in their places in the document.
ON_A_PAGE = 300
#: What `?visa=` can say, and which conversations it shows.
SHOWN = {
    "": lambda head: head.is_open,
    "klara": lambda head: not head.is_open,
    "alla": lambda _head: True,
}


@dataclass(frozen=True)
class Listing:
    """The conversations of a document that are shown, in order: `which` says which they are."""

    heads: list[Head]
    which: str
    ranks: dict
    open: int
    done: int

    @cached_property
    def _paginator(self) -> Paginator:
        return Paginator(self.heads, ON_A_PAGE)

    def page(self, number, at: int | None = None) -> Page:
        """Return the page `number`, or the nearest that there is; the one that has `at` if any."""
        found = next((n for n, head in enumerate(self.heads) if head.pk == at), None)
        return self._paginator.get_page(number if found is None else found // ON_A_PAGE + 1)

    def say_where(self, found: Commented, page: Page) -> None:
        """Note at each place how many more conversations there are than on `page`, and where."""
        order = [rank_of(self.ranks, head) for head in self.heads]
        numbers = Counter(order)
        for rank, place in enumerate(found.places, start=1):
            place.more = numbers[rank] - len(place.threads)
            if place.more:
                first = order.index(rank) // ON_A_PAGE + 1
                place.more_on = first if first != page.number else first + 1


def listing(comments, content: tree.DocumentTree, which: str, at: int | None = None) -> Listing:
    """Return which of `comments` (a queryset) are shown, in the order of `content`; one query.

    `at` is a conversation that is to be shown: where `which` leaves it out, all are shown.
    """
    found = heads(comments)
    which = which if which in SHOWN else ""
    if at and any(head.pk == at and not SHOWN[which](head) for head in found):
        which = "alla"
    places = ranks(content)
    return Listing(
        sorted(
            filter(SHOWN[which], found),
            key=lambda head: (rank_of(places, head), not head.is_open, head.pk),
        ),
        which,
        places,
        sum(head.is_open for head in found),
        sum(not head.is_open for head in found),
    )


def rank_of(places: dict, head: Head) -> int:
    """Return where a conversation stands; last when what it is about is gone."""
    return places.get(head.key, len(places))


def threads_on(page: Iterable[Head], comments) -> list[Thread]:
    """Return the conversations of `page` with what was said, in its order; one query."""
    order = {head.pk: number for number, head in enumerate(page)}
    found = threads(comments.filter(Q(pk__in=order) | Q(parent__in=order)))
    return sorted(found, key=lambda thread: order[thread.comment.pk])
