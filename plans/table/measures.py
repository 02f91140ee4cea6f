"""How wide the columns of a printed table are, how large its letters, and which rows are high.

Pure, and about: what is set by it stands in `static/print/plan_table.css`.
"""

from collections.abc import Sequence
from enum import StrEnum
from math import ceil, sqrt

from plans.columns import Column
from plans.table.arranging import Row, Table


class Paper(StrEnum):
    """A sheet that lies down."""

    A4 = "a4"
    A3 = "a3"

    @property
    def width(self) -> int:
        """How wide the text is, in mm."""
        return {Paper.A4: 255, Paper.A3: 378}[self]

    @property
    def height(self) -> int:
        """How high the text is, in mm."""
        return {Paper.A4: 164, Paper.A3: 241}[self]


#: mm: the space beside a column, and a letter. Words of so many letters are not divided.
_BESIDE, _LETTER_WIDE, _WORD = 3, 2.1, 12
#: Letters: no column is taken to say less in its cells, and no cell more.
_LITTLE, _MUCH = 10, 500
#: From so many mm for each share of the columns' widths, the letters are so large (points).
_SIZES = ((2.4, 9.5), (1.7, 8.5), (0, 7.5))
#: A row that is higher than this share of a sheet may be divided between two.
_TALL = 0.35
#: Letters in all the cells of a table that is much to lay out.
_LONG = 60_000
#: Of a letter, in its own size: its width on an average, and the height of its line.
_LETTER, _LINE, _POINT = 0.5, 1.35, 0.353


def shares(table: Table, width: int = Paper.A4.width) -> list[float]:
    """Return the share of each column of a `width` in mm.

    The more its cells say the wider it is, and as a rule no word of usual length is divided.
    """
    needs, least = [], []
    for at, column in enumerate(table.columns):
        said = [str(column.label), *(row.cells[at] for row in table.rows)]
        letters = sum(min(len(one), _MUCH) for one in said) / len(said)
        needs.append(sqrt(column.width * max(_LITTLE, letters)))
        longest = max(len(word) for one in said for word in one.split() or [""])
        least.append(min(_BESIDE + min(longest, _WORD) * _LETTER_WIDE, width / len(table.columns)))
    more = [max(0, width * need / sum(needs) - one) for need, one in zip(needs, least, strict=True)]
    free = (width - sum(least)) / (sum(more) or 1)
    widths = [one + free * rest for one, rest in zip(least, more, strict=True)]
    return [one / sum(widths) for one in widths]


def size(columns: Sequence[Column], width: int) -> float:
    """Return how large the letters are, in points: the more beside each other the smaller."""
    room = width / sum(column.width for column in columns)
    return next(found for least, found in _SIZES if room >= least)


def is_tall(row: Row, widths: Sequence[float], letters: float, height: int) -> bool:
    """Tell whether a row is so high that it may be divided between two sheets.

    `widths` are those of its columns and `height` that of a sheet in mm, `letters` their size.
    """
    lines = max(_lines(said, one, letters) for said, one in zip(row.cells, widths, strict=True))
    return lines * letters * _POINT * _LINE > _TALL * height


def takes_long(table: Table) -> bool:
    """Tell whether a PDF of the table takes more than a few seconds: measured, 50 µs a letter."""
    return sum(len(said) for row in table.rows for said in row.cells) > _LONG


def _lines(said: str, width: float, letters: float) -> int:
    """Return about how many lines a text takes in a column of `width` mm."""
    in_a_line = max(1, int(width / (letters * _POINT * _LETTER)))
    return sum(max(1, ceil(len(line) / in_a_line)) for line in said.split("\n"))
