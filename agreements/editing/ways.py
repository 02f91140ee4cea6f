"""Which ways a row can be moved from where it stands."""

from collections.abc import Iterable
from uuid import UUID

from agreements import tree

#: Every way there is, as `agreements:move` takes them.
WAYS = ("up", "down", "in", "out")


def open_ways(content: tree.AgreementTree) -> dict[UUID | None, frozenset[str]]:
    """Return for the key of each row which of `WAYS` lead somewhere."""
    ways: dict[UUID | None, frozenset[str]] = {}

    def line_up(siblings: Iterable[tree.Node], under: str = "", depth: int = 0) -> None:
        """Note a row of siblings, and what stands under them in their attribute `under`."""
        siblings = tuple(siblings)
        for number, node in enumerate(siblings):
            leads = {
                "up": number > 0,
                "down": number < len(siblings) - 1,
                "in": bool(under) and number > 0,
                "out": depth > 0,
            }
            ways[node.key] = frozenset(way for way, somewhere in leads.items() if somewhere)
            if under:
                line_up(getattr(node, under), under, depth + 1)

    line_up(content.sections, "sections")
    line_up(content.goals, "goals")
    for rows in (content.parties, content.bodies, content.duties, content.appendices):
        line_up(rows)
    for party in content.parties:
        line_up(party.signatories)
    for body in content.bodies:
        line_up(body.seats)
    for _place, section in content.walk_sections():
        line_up(section.parts)
    return ways
