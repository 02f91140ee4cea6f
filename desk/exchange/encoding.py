"""Content tree of any kind → its part of the exchange format, and its canonical bytes."""

from collections.abc import Sequence
from typing import Any

from core.canonical import canonical_bytes
from desk.exchange.places import PlaceWords
from documents.kinds import kind_of_tree
from documents.tree import DocumentTree, Node
from documents.values import EMPTY


def encode(content: DocumentTree, *, keys: bool) -> dict:
    """Return `content` as the object of its kind in the schema, empty values left out.

    With `keys` every row carries its key; without, as in the hashed bytes, references to rows are
    by title, heading or place. Organisations that are no parties are in it; a file has them
    beside the documents.
    """
    return Encoding(content, keys).row(content)


def content_bytes(content: DocumentTree) -> bytes:
    """Return the canonical bytes of `content`: what is stored, hashed and locked."""
    return canonical_bytes(encode(content, keys=False))


class Encoding:
    """One tree on its way to a file; what a `Field` may ask of it."""

    def __init__(self, content: DocumentTree, keys: bool) -> None:
        self.content = content
        self.keys = keys
        self.kind = kind_of_tree(content)
        self._place_words: dict[str, PlaceWords] = {}

    def place_words(self, of: str) -> PlaceWords:
        """Return the words by which the rows of the kind `of` are named."""
        if of not in self._place_words:
            self._place_words[of] = PlaceWords(self.content, self.kind, of, keys=self.keys)
        return self._place_words[of]

    def row(self, node: Node) -> Any:
        """Return what a file says of the row `node` and of those under it."""
        kind = self.kind.rows_by_name[node.ROW]
        said: dict = {}
        if self.keys and kind.in_file.has_key and node.key:
            said["key"] = str(node.key)
            if kind.in_file.has_origin and node.copied_from:
                said["copied_from"] = str(node.copied_from)
        for field in kind.fields_of[type(node)]:
            _put(said, field.path, field.encode(node, self))
        for name, below in self.kind.below[kind]:
            if nodes := getattr(node, name):
                rows = [self.row(one) for one in nodes if not one.says_nothing]
                _put(said, (below.in_file.list or name,), rows)
        return said.get(kind.in_file.only, "") if kind.in_file.only else said


def _put(said: dict, path: Sequence[str], value: Any) -> None:
    """Put `value` in `said` under the keys of `path`, unless it is empty; False and 0 are not."""
    if value in EMPTY:
        return
    *above, key = path
    for one in above:
        said = said.setdefault(one, {})
    said[key] = value
