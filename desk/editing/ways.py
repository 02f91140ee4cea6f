"""Which ways a row can be moved from where it stands."""

from uuid import UUID

from documents.kinds import kind_of_tree
from documents.tree import DocumentTree, Node

#: Every way there is, as `agreements:move` takes them.
WAYS = ("up", "down", "in", "out")


def open_ways(content: DocumentTree) -> dict[UUID | None, frozenset[str]]:
    """Return for the key of each row which of `WAYS` lead somewhere."""
    rows = kind_of_tree(content).rows_by_name
    ways: dict[UUID | None, frozenset[str]] = {}

    def line_up(siblings: tuple[Node, ...], depth: int) -> None:
        """Note a row of siblings, `depth` levels down a tree, and all that stands under them."""
        for number, node in enumerate(siblings):
            kind = rows[node.ROW]
            leads = {
                "up": number > 0,
                "down": number < len(siblings) - 1,
                "in": kind.in_tree and number > 0,
                "out": kind.in_tree and depth > 0,
            }
            ways[node.key] = frozenset(way for way, somewhere in leads.items() if somewhere)
            for name, below in kind.below.items():
                line_up(getattr(node, name, ()), depth + 1 if below == node.ROW else 0)

    for name in rows[content.ROW].below:
        line_up(getattr(content, name), 0)
    return ways
