"""A sheet as it was read: rows of texts, and what the look of a row tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class SheetRow:
    """A row. `number` is what the program that shows the sheet calls it.

    `cells` are texts, "" for an empty cell; a cell that is merged with the one above it says the
    same, and its place is in `same_as_above`. `spans` tells that the first text stands over
    several columns.
    """

    number: int
    cells: tuple[str, ...]
    same_as_above: frozenset[int] = frozenset()
    spans: bool = False
    is_bold: bool = False
    is_hidden: bool = False
    is_struck: bool = False
    #: The colours of cells by their places, also of empty ones (`colours.Hue`).
    colours: Mapping[int, str] = field(default_factory=dict)

    def at(self, place: int) -> str:
        """Return what the cell at a place says, counted from 0; "" where the row is shorter."""
        return self.cells[place] if place < len(self.cells) else ""

    @property
    def filled(self) -> list[int]:
        """The places of the cells that say something."""
        return [place for place, said in enumerate(self.cells) if said]


@dataclass(frozen=True)
class Sheet:
    """A sheet with its rows, those that say nothing left out, and what is to be told of it."""

    name: str
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...] = ()
