"""Bookmarks in a Word file that say which row, and which of its fields, a paragraph is from.

A bookmark follows its paragraph through editing in Word and LibreOffice. Its name is the code of
a place and the row's key in base 32: `o_part_mfrgg…`; further paragraphs of the same place have a
number after it. Each paragraph has its own, since one that spans several is lost where the file is
saved as OpenDocument on its way. Word allows 40 characters, beginning with a letter.
"""

import re
from base64 import b32decode, b32encode
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from documents.kinds import word_places
from documents.row_kinds import RowKind, WordPlace

_NAME = re.compile(r"o_([a-z]{1,5})_([a-z2-7]{26})(?:_[0-9]{1,5})?")


@dataclass(frozen=True)
class Mark:
    """The place of one row: `code` is that of a `WordPlace`, `key` the row's."""

    code: str
    key: UUID

    @property
    def place(self) -> WordPlace:
        """What stands here, and how it is read."""
        return word_places()[self.code][1]

    @property
    def kind(self) -> RowKind:
        """The kind of row that stands here."""
        return word_places()[self.code][0]

    @property
    def row(self) -> str:
        """The name of the kind of row that stands here."""
        return self.kind.name

    def name(self, number: int = 0) -> str:
        """Return the name of the bookmark round the paragraph `number` (from 0) of the place."""
        key = b32encode(self.key.bytes).decode().rstrip("=").lower()
        return f"o_{self.code}_{key}_{number}" if number else f"o_{self.code}_{key}"

    @classmethod
    def named(cls, name: str) -> "Mark | None":
        """Return the mark that a bookmark's name stands for; None for any other bookmark."""
        found = _NAME.fullmatch(name)
        if found is None or found[1] not in word_places():
            return None
        return cls(found[1], _key(found[2]))


@lru_cache(maxsize=10_000)  # each is asked for several times while a file is read
def _key(letters: str) -> UUID:
    return UUID(bytes=b32decode(f"{letters.upper()}======"))
