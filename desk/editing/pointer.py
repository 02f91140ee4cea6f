"""Words that lead to a form: what is missing, or where something printed is written."""

from dataclasses import dataclass, replace
from uuid import UUID


@dataclass(frozen=True)
class Pointer:
    """Some words, and the form they lead to: that of the row `key` of the kind `row`.

    Without a `key` a new row is to be added, under the row `under` where it must stand under one.
    `at` names the field that the form is to be opened at.
    """

    words: str
    row: str
    key: UUID | None = None
    under: UUID | None = None
    at: str = ""

    def __str__(self) -> str:
        return self.words

    def leads_where(self, other: "Pointer") -> bool:
        """Tell whether it leads to the form that `other` leads to."""
        return replace(self, words="") == replace(other, words="")
