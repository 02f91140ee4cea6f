"""What a clipboard holds, read as rows of cells: a table in HTML, or lines with tabs.

Spreadsheets quote a cell with a line break and end the last row with one. Word gives the lines of
a cell as rows in its plain text, so the table of the HTML is read where there is one. Pure.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

#: More than a plan has; a block of more rows is a file.
MOST_ROWS, MOST_COLUMNS = 1000, 60
LONGEST_CELL = 20_000

#: A cell in quotes, which ends where a cell does; what only begins with one is as it stands.
_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*)')
_BREAKS = {"p", "div", "li", "h1", "h2", "h3", "h4"}
_UNREAD = {"style", "script", "title", "head"}


def refuse_too_long(text: str) -> None:
    """Raise ValidationError for a text that no cell holds."""
    if len(text) > LONGEST_CELL:
        raise ValidationError(
            _("A cell holds at most %(most)d characters; this text has %(number)d.")
            % {"most": LONGEST_CELL, "number": len(text)}
        )


class TooMuch(ValueError):
    """A block with more rows, or a cell with more letters, than can be taken in at once."""


@dataclass(frozen=True)
class Block:
    """Rows of cells, all of the same width.

    `covered` are the places (row, column) that a merged cell above covers; they are empty.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    covered: frozenset[tuple[int, int]] = frozenset()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def filled_down(self) -> "Block":
        """Return the block with what a merged cell says in every row that it covers."""
        rows: list[list[str]] = []
        for at, row in enumerate(self.rows):
            rows.append(
                [
                    rows[at - 1][column] if (at, column) in self.covered else said
                    for column, said in enumerate(row)
                ]
            )
        return Block(tuple(map(tuple, rows)))


def read(text: str, html: str = "") -> Block:
    """Return the rows that a clipboard holds. Raises TooMuch."""
    if "<table" in html.lower():
        table = _Table()
        table.feed(html)
        table.close()
        if table.rows:
            return _block(table.rows, frozenset(table.covered))
    return _block(_lines(text), frozenset())


def _block(rows: list[list[str]], covered: frozenset) -> Block:
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise TooMuch
    if any(len(said) > LONGEST_CELL for row in rows for said in row):
        raise TooMuch
    width = max(map(len, rows), default=0)
    return Block(tuple((*row, *[""] * (width - len(row))) for row in rows), covered)


def _lines(text: str) -> list[list[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text:
        return []
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        cell = _CELL.match(text, at)
        quoted, plain = cell.groups()
        rows[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        at = cell.end() + 1
        if text[cell.end() : at] == "\n":
            if len(rows) >= MOST_ROWS:
                raise TooMuch
            rows.append([])
    return rows


class _Table(HTMLParser):
    """Reads the first table of a page; a table inside a cell is words of that cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.covered: set[tuple[int, int]] = set()
        self._below: dict[int, int] = {}  # column → how many more rows a merged cell covers
        self._cell: list[str] | None = None
        self._spans = (1, 1)
        self._depth = 0
        self._unread = 0
        self._is_done = False

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "table":
            self._depth += 1
        elif tag == "br":
            self._say("\n")
        elif tag in _BREAKS:
            self._break()
        elif self._depth == 1 and tag == "tr" and not self._is_done:
            self._begin_row()
        elif self._depth == 1 and tag in ("td", "th") and self.rows:
            self._end_cell()
            given = dict(attrs)
            self._spans = (_span(given.get("colspan")), _span(given.get("rowspan")))
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._end_row()
                self._is_done = True
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
        elif self._depth == 1 and tag == "tr":
            self._end_row()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            # As a browser shows it: only a <br> or a paragraph breaks a line.
            self._say(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _say(self, words: str) -> None:
        if self._cell is not None:
            self._cell.append(words)

    def _break(self) -> None:
        if self._cell and "".join(self._cell).strip():
            self._cell.append("\n")

    def _begin_row(self) -> None:
        self._end_row()
        if len(self.rows) >= MOST_ROWS:
            raise TooMuch
        self.rows.append([])
        self._cover()

    def _end_row(self) -> None:
        self._end_cell()

    def _cover(self) -> None:
        """Leave the next columns empty that merged cells above cover."""
        row = self.rows[-1]
        while self._below.get(len(row)):
            self._below[len(row)] -= 1
            self.covered.add((len(self.rows) - 1, len(row)))
            row.append("")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).replace("\xa0", " ").split("\n")
        self._cell = None
        columns, rows = self._spans
        for number in range(columns):
            row = self.rows[-1]
            if rows > 1:
                self._below[len(row)] = rows - 1
            row.append("" if number else "\n".join(line.strip() for line in lines).strip())
            self._cover()
            if len(row) > MOST_COLUMNS:
                raise TooMuch


def _span(said: str | None) -> int:
    return min(int(said), MOST_COLUMNS) if said and said.isdecimal() and int(said) else 1
