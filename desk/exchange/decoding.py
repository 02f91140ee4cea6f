"""A document's part of the exchange format → content tree; the way back of `encoding`."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from desk.exchange.places import places_by_word
from documents.kinds import DocumentKind
from documents.row_kinds import RowKind
from documents.tree import DocumentTree, Node


def decode(kind: DocumentKind, said: dict) -> DocumentTree:
    """Return the tree of a schema-valid object that says a document of `kind`.

    A key that is no UUID becomes one that is the same for the same word. Running text passes the
    one normaliser.
    """
    return Decoding(kind, said).row(kind.top, said)


def key_of(word: str) -> UUID:
    """Return the key that a file's `word` stands for: itself, or the same one for the same word."""
    try:
        return UUID(word)
    except ValueError:
        return uuid5(NAMESPACE_URL, word)


class Decoding:
    """One object on its way from a file; what a `Field` may ask of it."""

    def __init__(self, kind: DocumentKind, said: dict) -> None:
        self.kind = kind
        self.said = said
        self._places: dict[str, Mapping[str, tuple[int, ...]]] = {}

    def places(self, of: str) -> Mapping[str, tuple[int, ...]]:
        """Return the places of the rows of the kind `of` by the words that name them."""
        if of not in self._places:
            self._places[of] = places_by_word(self.said, self.kind, of)
        return self._places[of]

    def row(self, kind: RowKind, said: Any) -> Node:
        """Return the node of the row of which a file says `said`, with those under it."""
        if kind.in_file.only:
            said = {kind.in_file.only: said}
        node = _node(kind, said)
        values = {"key": key_of(said["key"])} if said.get("key") else {}
        if kind.in_file.has_origin and said.get("copied_from"):
            values["copied_from"] = key_of(said["copied_from"])
        for field in kind.fields_of[node]:
            value = _at(said, field.path)
            # A row that has nothing where it needs something was stored with an empty text.
            if value is not None or field.is_needed:
                values[field.name] = field.decode(value, self)
        for name, below in self.kind.below[kind]:
            rows = (self.row(below, one) for one in said.get(below.in_file.list or name) or ())
            values[name] = tuple(one for one in rows if not one.says_nothing)
        return node(**values)


def _node(kind: RowKind, said: dict) -> type[Node]:
    """Return which node of its kind a row is: of several, the one that has all that it needs."""
    *others, last = kind.nodes
    for node in others:
        if all(_at(said, one.path) is not None for one in kind.fields_of[node] if one.is_needed):
            return node
    return last


def _at(said: dict, path: Sequence[str]) -> Any:
    """Return what stands under the keys of `path`, or None."""
    for key in path:
        said = (said or {}).get(key)
    return said
