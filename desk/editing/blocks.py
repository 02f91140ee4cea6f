"""What a structured block prints is written elsewhere: in rows of its own, or in the facts."""

from desk.editing.pointer import Pointer
from documents import tree
from documents.kinds import kind_of_tree


def entries(content: tree.DocumentTree, block: str) -> list[Pointer]:
    """Return what can be edited and added in a `block` of `content`, in the order of the tree."""
    kind = kind_of_tree(content)
    asked = kind.blocks[block]
    if asked.facts_at:
        return [Pointer(str(asked.label), content.ROW, content.key, at=asked.facts_at)]
    if asked.entries:
        return list(asked.entries(content))
    rows = kind.rows_by_name[asked.rows]
    there = [
        Pointer(kind.short_name(node), rows.name, node.key)
        for node in kind.printed_in(content, block)
    ]
    return [*there, Pointer(str(rows.add_label), rows.name)]
