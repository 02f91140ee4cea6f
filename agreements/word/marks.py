"""Bookmarks in a Word file that say which row, and which of its fields, a paragraph is from.

A bookmark follows its paragraph through editing in Word and LibreOffice. Its name is the code of
a place and the row's key in base 32: `o_part_mfrgg…`; further paragraphs of the same place have a
number after it. Each paragraph has its own, since one that spans several is lost where the file is
saved as OpenDocument on its way. Word allows 40 characters, beginning with a letter.
"""

import re
from base64 import b32decode, b32encode
from dataclasses import dataclass
from uuid import UUID

_NAME = re.compile(r"o_([a-z]{1,5})_([a-z2-7]{26})(?:_[0-9]{1,5})?")


@dataclass(frozen=True)
class Place:
    """What stands at a kind of mark: a field of a row (`row`, `column`).

    Without a column it is made of several fields by the program, and only read.
    """

    row: str
    column: str = ""


#: Code (at most five letters) → place.
PLACES: dict[str, Place] = {
    "title": Place("agreement", "title"),
    "subt": Place("agreement", "subtitle"),
    "valid": Place("agreement", "validity_text"),
    "renew": Place("agreement", "renewal_text"),
    "sect": Place("section", "heading"),
    "part": Place("part", "text"),
    "goal": Place("goal", "text"),
    "party": Place("party", "display_name"),
    "name": Place("signatory", "name"),
    "role": Place("signatory", "title"),
    "unit": Place("signatory", "unit"),
    "body": Place("body", "name"),
    "mand": Place("body", "mandate"),
    "seat": Place("seat", "title"),
    "app": Place("appendix", "title"),
    "appt": Place("appendix", "text"),
    # Made of several fields.
    "date": Place("agreement"),
    "above": Place("agreement"),
    "sgnd": Place("agreement"),
    "vline": Place("agreement"),
    "mast": Place("party"),
    "sgns": Place("party"),
    "prow": Place("signatory"),
    "again": Place("agreement"),
    "facts": Place("body"),
    "decis": Place("body"),
    "sline": Place("seat"),
    "duty": Place("duty"),
}


@dataclass(frozen=True)
class Mark:
    """The place of one row: `code` is a key of `PLACES`, `key` the row's."""

    code: str
    key: UUID

    @property
    def place(self) -> Place:
        """Which field of which kind of row stands here."""
        return PLACES[self.code]

    def name(self, number: int = 0) -> str:
        """Return the name of the bookmark round the paragraph `number` (from 0) of the place."""
        key = b32encode(self.key.bytes).decode().rstrip("=").lower()
        return f"o_{self.code}_{key}_{number}" if number else f"o_{self.code}_{key}"

    @classmethod
    def named(cls, name: str) -> "Mark | None":
        """Return the mark that a bookmark's name stands for; None for any other bookmark."""
        found = _NAME.fullmatch(name)
        if found is None or found[1] not in PLACES:
            return None
        return cls(found[1], UUID(bytes=b32decode(f"{found[2].upper()}======")))
