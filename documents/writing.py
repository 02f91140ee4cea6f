"""Content tree → rows: how every document comes into being, imported, copied or new."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from core.rank import first_ranks
from documents.fields import Field
from documents.kinds import DocumentKind, kind_of_tree
from documents.models import Document, DocumentRow
from documents.row_kinds import RowKind
from documents.tree import DocumentTree, Node

KeyFor = Callable[[type[DocumentRow], Node], Mapping[str, UUID | None]]


def kept_key(model: type[DocumentRow], node: Node) -> dict[str, UUID | None]:
    """Keep the node's key when no row has it; otherwise a new key, remembering the node's.

    This is the choice for an import: bringing the same file in twice makes two documents.
    """
    if node.key is None:
        return {"key": uuid4(), "copied_from": node.copied_from}
    if model.objects.filter(key=node.key).exists():
        return {"key": uuid4(), "copied_from": node.key}
    return {"key": node.key, "copied_from": node.copied_from}


def copied_key(model: type[DocumentRow], node: Node) -> dict[str, UUID | None]:
    """Give a new key and remember the node's: the choice for a copy."""
    return {"key": uuid4(), "copied_from": node.key}


def write_tree(document: Document, content: DocumentTree, *, key_for: KeyFor) -> DocumentRow:
    """Write `content` as the rows of `document`, inside the open change; return the top row.

    What refers to other rows becomes a link where we have them and stays words where we do not.
    Raises UnknownKind for a tree of no kind.
    """
    return Writing(kind_of_tree(content), document, key_for).write(content)


class Writing:
    """One writing of one tree; what a `Field` may ask of it while its row is made."""

    def __init__(self, kind: DocumentKind, document: Document, key_for: KeyFor) -> None:
        self.kind = kind
        self.document = document
        self.key_for = key_for
        #: Those of the siblings at work that are written, by their place from 0.
        self.siblings: dict[int, DocumentRow] = {}
        #: What each field looked up for the siblings at work.
        self.found: dict[Field, Any] = {}
        self._at: dict[tuple[str, tuple[int, ...]], DocumentRow] = {}
        self._keys: dict[tuple[str, tuple[int, ...]], UUID] = {}
        self._given: set[UUID] = set()

    def write(self, content: DocumentTree) -> DocumentRow:
        """Write the tree and return its top row."""
        (row,) = self._write_siblings(self.kind.top, (content,), {}, ())
        self._write_below(self.kind.top, content, row, ())
        return row

    def at(self, name: str, place: tuple[int, ...]) -> DocumentRow | None:
        """Return the row of the kind `name` at its place in the tree, if one was written there."""
        return self._at.get((name, place))

    def key_at(self, name: str, place: tuple[int, ...]) -> UUID:
        """Return the key of the row of the kind `name` at its place, also one that comes next."""
        return self._keys[name, place]

    def _write_below(
        self, kind: RowKind, node: Node, row: DocumentRow, place: tuple[int, ...]
    ) -> None:
        """Write what stands under `row`: the rows of each kind, and then those under each."""
        for name, below in self.kind.below[kind]:
            nodes = getattr(node, name)
            under = {below.under: row} if below.under_model is kind.model else {}
            rows = self._write_siblings(below, nodes, under, place)
            for number, (one, its_row) in enumerate(zip(nodes, rows, strict=True), start=1):
                at = (*place, number)
                self._at[below.name, at] = its_row
                self._write_below(below, one, its_row, at)

    def _write_siblings(
        self,
        kind: RowKind,
        nodes: tuple[Node, ...],
        columns: Mapping[str, Any],
        above: tuple[int, ...],
    ) -> list[DocumentRow]:
        """Write rows of one kind with `columns` in common; return them in their order.

        `above` is the place of the row that they stand under.
        """
        self.siblings = {}
        keys = [self._keys_of(kind, node) for node in nodes]
        for number, chosen in enumerate(keys, start=1):
            self._keys[kind.name, (*above, number)] = chosen["key"]
        self.found = {field: field.look_up(nodes, self) for field in kind.all_fields}
        ranks = first_ranks(len(nodes))
        for place in self._those_above_first(kind, nodes):
            rank = {"rank": ranks[place]} if kind.can_be_added else {}
            row = self._row(kind, nodes[place], columns | rank | keys[place])
            row.save()
            self.siblings[place] = row
        return [self.siblings[place] for place in range(len(nodes))]

    def _keys_of(self, kind: RowKind, node: Node) -> Mapping[str, UUID | None]:
        """Return the keys of a row; each key is for one row, also where a file says it twice."""
        chosen = self.key_for(kind.model, node)
        if chosen["key"] in self._given:
            chosen = {"key": uuid4(), "copied_from": node.key}
        self._given.add(chosen["key"])
        return chosen

    def _row(self, kind: RowKind, node: Node, columns: Mapping[str, Any]) -> DocumentRow:
        values = {}
        for field in kind.fields_of[type(node)]:
            values |= field.write(node, self)
        if node.KIND:
            values["kind"] = node.KIND
        return kind.model(document=self.document, **values, **columns)

    def _those_above_first(self, kind: RowKind, nodes: tuple[Node, ...]) -> Iterable[int]:
        """Return the places of siblings so that one comes after the one it points to.

        Where they point in a circle it is cut somewhere.
        """

        def above(place: int) -> int | None:
            node = nodes[place]
            named = (field.sibling_above(node, self) for field in kind.fields_of[type(node)])
            return next((one for one in named if one is not None), None)

        ordered: dict[int, None] = {}
        for place in range(len(nodes)):
            chain: dict[int, None] = {}
            while place is not None and place not in chain and place not in ordered:
                chain[place] = None
                place = above(place)
            ordered |= dict.fromkeys(reversed(chain))
        return ordered
