"""Rows → content tree of a document of any kind, live or as of a change.

What stands where, and which columns a node has, is read from the kind's declaration. A table is
read once, in one query, and only when something can stand in it.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any

from documents.fields import Field
from documents.kinds import DocumentKind, kind_named
from documents.models import Change, DocumentRow
from documents.row_kinds import RowKind
from documents.tree import DocumentTree, Node

#: The columns of a row by their names. What is only read is not made into models: that is half of
#: the time.
Row = Any
_ORDER = attrgetter("rank", "id")


def read_tree(top: DocumentRow, as_of: Change | None = None) -> DocumentTree:
    """Return the full tree of the document that the row `top` is, as it is now.

    With `as_of`, as it was once that change had been made. The number of queries is that of the
    tables, whatever the number of rows. Raises UnknownKind when `top` is no document.
    """
    kind = kind_named(top.ROW)
    reading = Reading(kind, top, as_of)
    if as_of is not None:
        top = reading.rows(kind.top)[0]
    return reading.node(kind.top, top)


class Reading:
    """One reading of one document.

    Rows of today and of the past have the same columns: what is made of them does not know which
    they are.
    """

    def __init__(self, kind: DocumentKind, top: DocumentRow, as_of: Change | None) -> None:
        self.kind = kind
        self.document = top.document
        self.as_of = as_of
        self._rows: dict[RowKind, list[Row]] = {}
        self._by_id: dict[str, Mapping[int, Row]] = {}
        self._standing: dict[RowKind, Mapping[int | None, list[Row]]] = {}
        self._places: dict[str, Mapping[int, tuple[int, ...]]] = {}
        self._places_by_key: dict[str, Mapping[str, tuple[int, ...]]] = {}
        self._places_by_name: dict[str, Mapping[str, tuple[int, ...]]] = {}

    def rows(self, kind: RowKind) -> list[Row]:
        """Return all rows of the kind in their order."""
        if kind not in self._rows:
            document = self.document.pk
            if self.as_of is None:
                found = kind.model.objects.filter(document_id=document)
            else:
                found = kind.model.history.as_at(document_id=document, change_id=self.as_of.pk)
            rows = found.values_list(*kind.columns, named=True)
            self._rows[kind] = sorted(rows, key=_ORDER) if kind.can_be_added else list(rows)
        return self._rows[kind]

    def by_id(self, name: str) -> Mapping[int, Row]:
        """Return the rows of the kind `name` by their ids."""
        if name not in self._by_id:
            self._by_id[name] = {row.id: row for row in self.rows(self.kind.rows_by_name[name])}
        return self._by_id[name]

    def standing(self, kind: RowKind) -> Mapping[int | None, list[Row]]:
        """Return the rows of the kind by the id of the row that they stand under."""
        if kind not in self._standing:
            above = f"{kind.under}_id" if kind.under else ""
            self._standing[kind] = defaultdict(list)
            for row in self.rows(kind):
                self._standing[kind][getattr(row, above) if above else None].append(row)
        return self._standing[kind]

    def node(self, kind: RowKind, row: Row) -> Node:
        """Return the node of `row` with all that stands under it."""
        node = kind.node_of(row)
        copied, columns, others = _copied(kind, node)
        values = dict(zip(copied, columns(row), strict=True))
        for field in others:
            values[field.name] = field.read(row, self)
        for name, below in self.kind.below[kind]:
            values[name] = self.nodes(below, kind, row)
        return node(**values)

    def nodes(self, kind: RowKind, above: RowKind, row: Row) -> tuple[Node, ...]:
        """Return the nodes of the rows of `kind` under `row`, which is of the kind `above`."""
        under = row.id if kind.under_model is above.model else None
        rows = self.standing(kind).get(under)
        return tuple([self.node(kind, one) for one in rows]) if rows else ()

    def places(self, name: str) -> Mapping[int, tuple[int, ...]]:
        """Return by id where the rows of a kind stand: (6, 2) is the second in the sixth, be that
        of its own kind or of the one that it stands under."""
        if name not in self._places:
            kind = self.kind.rows_by_name[name]
            standing = self.standing(kind)
            found, waiting = {}, [(None, ())]
            if kind.under and not kind.in_tree:
                waiting = list(self.places(kind.under_model.ROW).items())
            while waiting:
                under, above = waiting.pop()
                for number, row in enumerate(standing.get(under, ()), start=1):
                    found[row.id] = place = (*above, number)
                    if kind.in_tree:
                        waiting.append((row.id, place))
            self._places[name] = found
        return self._places[name]

    def places_by_name(self, name: str) -> Mapping[str, tuple[int, ...]]:
        """Return the places of the rows of a kind by what they are called; the first one counts.

        By each text that names such a row (`RowKind.named_by`), and by all of them: “1. Text”.
        """
        if name not in self._places_by_name:
            rows, columns = self.by_id(name), self.kind.rows_by_name[name].named_by
            found: dict[str, tuple[int, ...]] = {}
            for pk, place in sorted(self.places(name).items(), key=lambda one: one[1]):
                texts = [text for column in columns if (text := getattr(rows[pk], column))]
                for words in (*texts, ". ".join(texts)):
                    found.setdefault(words, place)
            self._places_by_name[name] = found
        return self._places_by_name[name]

    def places_by_key(self, name: str) -> Mapping[str, tuple[int, ...]]:
        """Return the places of the rows of a kind by their keys, as text."""
        if name not in self._places_by_key:
            rows, places = self.by_id(name), self.places(name)
            found = {str(rows[pk].key): place for pk, place in places.items()}
            self._places_by_key[name] = found
        return self._places_by_key[name]


@cache
def _copied(
    kind: RowKind, node: type[Node]
) -> tuple[tuple[str, ...], Callable[[Row], tuple], tuple[Field, ...]]:
    """Return the names of what is copied as it is, what copies it all at once, and the rest.

    A long document has thousands of values, and nearly all are of the first sort.
    """
    plain = [one.name for one in kind.fields_of[node] if type(one) is Field and not one.is_json]
    names = ("key", "copied_from", *plain)
    others = tuple(one for one in kind.fields_of[node] if one.name not in names)
    return names, attrgetter(*names), others
