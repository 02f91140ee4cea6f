"""What the sheet takes from the partnership's letterhead: the order of the parties."""

from collections.abc import Iterable

from django import template

from desk.printing.letterhead import in_letterhead_order, letterhead_of
from documents.tree import Node

register = template.Library()


@register.simple_tag(takes_context=True)
def letterhead_order(context, parties: Iterable[Node]) -> list[Node]:
    """Return `parties` as the letterhead orders them, on the page of an agreement and in print."""
    letterhead = context.get("letterhead")
    if not letterhead and context.get("top"):
        letterhead = letterhead_of(context["top"].document.partnership)
    return in_letterhead_order(parties, letterhead) if letterhead else list(parties)
