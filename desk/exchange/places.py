"""How a file names a row of the same document: by its texts, its key or its place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from documents.kinds import DocumentKind
from documents.row_kinds import RowKind
from documents.tree import DocumentTree, Node

Place = tuple[int, ...]
#: Gives what a row says in a field: a node of the tree, or an object of a file.
Says = Callable[[Any, str], Any]

#: Stands between the texts of rows that stand under each other.
_UNDER = " / "


class PlaceWords:
    """The words by which a file names the rows of the kind `of` in a tree."""

    def __init__(self, content: DocumentTree, kind: DocumentKind, of: str, *, keys: bool) -> None:
        self.keys = keys
        self.kind = kind.rows_by_name[of]
        self.rows: dict[Place, Node] = dict(_walk(content, _route(kind, self.kind), getattr))
        self.called = _called(self.rows, self.kind, getattr)

    def of(self, place: Place) -> str:
        """Return the text where it is enough to find the row again, or else its key or its place;
        "" when there is no row at `place`."""
        row = self.rows.get(place)
        if row is None:
            return ""
        names = [getattr(row, column) for column in self.kind.named_by]
        if self.kind.in_file.below_others:
            names.insert(0, _path(self.rows, place, self.kind, getattr))
        for name in names:
            if name and self.called[name] == place:
                return name
        if self.keys and row.key:
            return str(row.key)
        word, other = _place_words(place)
        return other if word in self.called else word


def places_by_word(said: dict, kind: DocumentKind, of: str) -> Mapping[str, Place]:
    """Return the places of the rows of the kind `of` in a file by all the words that name them.

    `said` is the object of the whole document. A key comes before a text, a text before the texts
    from the top down, and those before a place; the first in the document counts.
    """
    row = kind.rows_by_name[of]
    everywhere = dict(_walk(said, _route(kind, row, in_file=True), _said))
    keys = ((one["key"], place) for place, one in everywhere.items() if one.get("key"))
    found = dict(reversed(list(keys)))
    found = _called(everywhere, row, _said) | found
    for place in everywhere:
        for word in _place_words(place):
            found.setdefault(word, place)
    return found


def _called(rows: Mapping[Place, Any], kind: RowKind, says: Says) -> dict[str, Place]:
    """Return by each text that names rows the first of them; then by texts from the top down."""
    found: dict[str, Place] = {}
    for column in kind.named_by:
        for place, row in rows.items():
            if name := says(row, column):
                found.setdefault(name, place)
    for place in rows:
        if path := _path(rows, place, kind, says):
            found.setdefault(path, place)
    return found


def _path(rows: Mapping[Place, Any], place: Place, kind: RowKind, says: Says) -> str:
    """Return the texts from the top down to the row at `place`; "" where one says nothing."""
    above = (rows.get(place[:end]) for end in range(1, len(place) + 1))
    texts = [says(row, kind.named_by[0]) if row else "" for row in above]
    return _UNDER.join(texts) if all(texts) else ""


def _said(row: Mapping, key: str) -> Any:
    return row.get(key)


@dataclass(frozen=True)
class _Route:
    """The fields that lead from the document to rows of one kind, and on to those under them."""

    fields: tuple[str, ...]
    inner: str


def _route(kind: DocumentKind, row: RowKind, *, in_file: bool = False) -> _Route:
    """Return the way to the rows of a kind in a tree or, with `in_file`, in what a file says."""
    chain = [row]
    while chain[0].under and not chain[0].in_tree:
        chain.insert(0, kind.rows_by_name[chain[0].under_model.ROW])
    holders = (kind.top, *chain[:-1])
    fields = (_field(*pair, in_file) for pair in zip(holders, chain, strict=True))
    return _Route(tuple(fields), _field(row, row, in_file))


def _field(holder: RowKind, row: RowKind, in_file: bool) -> str:
    """Return the field of `holder` that has rows of the kind `row`, or its key; "" for none."""
    name = next((name for name, one in holder.below.items() if one == row.name), "")
    return (row.in_file.list or name) if in_file and name else name


def _walk(top: Any, route: _Route, says: Says) -> Iterator[tuple[Place, Any]]:
    """Give every row that `route` leads to with its place, each before those under it."""
    waiting = [((), top, 0)]
    while waiting:
        place, row, depth = waiting.pop()
        if depth >= len(route.fields):
            yield place, row
        field = (*route.fields, route.inner)[min(depth, len(route.fields))]
        below = (says(row, field) or ()) if field else ()
        numbered = list(enumerate(below, start=1))
        waiting += [((*place, number), one, depth + 1) for number, one in reversed(numbered)]


def _place_words(place: Place) -> tuple[str, str]:
    """Return the words a place goes by; the second is for where a text reads as the first."""
    word = ".".join(str(number) for number in place)
    return word, f"#{word}"
