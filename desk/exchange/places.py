"""How a file names a row that stands in a tree: by its text, its key or its place."""

from collections.abc import Iterator, Mapping
from typing import Any

from documents.kinds import DocumentKind
from documents.tree import DocumentTree, Node

Place = tuple[int, ...]

#: Stands between the texts of rows that stand under each other.
_UNDER = " / "


class PlaceWords:
    """The words by which a file names the rows of the kind `of` in a tree."""

    def __init__(self, content: DocumentTree, kind: DocumentKind, of: str, *, keys: bool) -> None:
        self.keys = keys
        self.name = kind.rows_by_name[of].texts[0]
        first, inner = _fields(kind, of)
        self.rows: dict[Place, Node] = dict(_walk(content, first, inner, getattr))
        self.first_called: dict[str, Place] = {}
        for place, row in self.rows.items():
            self.first_called.setdefault(getattr(row, self.name), place)

    def of(self, place: Place) -> str:
        """Return the text where it is enough to find the row again, or else its key or its place;
        "" when there is no row at `place`."""
        row = self.rows.get(place)
        if row is None:
            return ""
        text = getattr(row, self.name)
        if text and self.first_called[text] == place:
            return text
        if self.keys and row.key:
            return str(row.key)
        word, other = _place_words(place)
        return other if word in self.first_called else word


def places_by_word(said: dict, kind: DocumentKind, of: str) -> Mapping[str, Place]:
    """Return the places of the rows of the kind `of` in a file by all the words that name them.

    `said` is the object of the whole document. A key comes before a text, a text before the texts
    from the top down, and those before a place; the first in the document counts.
    """
    name = kind.rows_by_name[of].texts[0]
    first, inner = (_in_file(kind, of, field) for field in _fields(kind, of))
    everywhere = dict(_walk(said, first, inner, lambda above, key: above.get(key) or ()))
    found: dict[str, Place] = {}
    for key in ("key", name):
        for place, row in everywhere.items():
            if row.get(key):
                found.setdefault(row[key], place)
    for place in everywhere:
        above = [everywhere[place[:end]].get(name) for end in range(1, len(place) + 1)]
        if all(above):
            found.setdefault(_UNDER.join(above), place)
    for place in everywhere:
        for word in _place_words(place):
            found.setdefault(word, place)
    return found


def _fields(kind: DocumentKind, of: str) -> tuple[str, str]:
    """Return the fields that hold rows of the kind `of`: in the document, and in such a row."""
    holding = (kind.top.below, kind.rows_by_name[of].below)
    return tuple(next((name for name, one in below.items() if one == of), "") for below in holding)


def _in_file(kind: DocumentKind, of: str, field: str) -> str:
    """Return the key under which a file has what the tree has in `field`."""
    return (kind.rows_by_name[of].in_file.list or field) if field else ""


def _walk(top: Any, first: str, inner: str, get) -> Iterator[tuple[Place, Any]]:
    """Give every row under `top` with its place, each before those under it."""
    waiting = [((number,), row) for number, row in enumerate(get(top, first), start=1)][::-1]
    while waiting:
        place, row = waiting.pop()
        yield place, row
        below = get(row, inner) if inner else ()
        waiting += [((*place, number), one) for number, one in enumerate(below, start=1)][::-1]


def _place_words(place: Place) -> tuple[str, str]:
    """Return the words a place goes by; the second is for where a text reads as the first."""
    word = ".".join(str(number) for number in place)
    return word, f"#{word}"
