"""What was written in Word besides the rows there are → the rows that it becomes.

A heading begins a section, text after a list or a heading is a text of its section, an item after
a goal is a goal, a row of the table of seats is a seat.
"""

from dataclasses import dataclass, field
from itertools import count, groupby
from uuid import UUID

from django.utils.translation import gettext as _

from core.text import gate
from desk.word.actions import Action, AddItem, AddSection, AddText, Ref
from desk.word.marks import Mark
from desk.word.reading import WordLine
from desk.word.regions import Regions, rich_text
from desk.word.texts import Text
from documents.row_kinds import RowKind


@dataclass
class Addition:
    """What was written in one place: its words and the acts that take it in.

    `lost` are the words that the program has no place for.
    """

    lines: list[WordLine] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    lost: str = ""

    @property
    def begins_section(self) -> bool:
        """Tell whether a heading was written."""
        return any(isinstance(one, AddSection) for one in self.actions)

    def called(self, mark: Mark | None) -> str:
        """Say what was written after `mark` becomes: a section, a text, or a row beside it."""
        if self.begins_section:
            return _("New section")
        is_rows = mark is not None and all(isinstance(one, AddItem) for one in self.actions)
        return str(mark.kind.add_label) if is_rows else _("New text")


class Newcomers:
    """Turns the lines beside the marks of `returned` into additions to the text `base`."""

    def __init__(self, base: Text, returned: Regions) -> None:
        self.base, self.returned = base, returned
        self.order = list(returned.values)
        self.places = {mark: place for place, mark in enumerate(self.order)}
        self.numbers = count(1)
        self.above: dict[Ref, Ref | None] = dict(base.above)

    def after(self, mark: Mark | None) -> Addition | None:
        """Return what was written after `mark` (None: before everything), if anything."""
        lines = self.returned.beside.get(mark, [])
        if not lines:
            return None
        made = Addition(lines)
        start = next((at for at, line in enumerate(lines) if line.level), len(lines))
        rest = self._items(mark, lines[:start], made)
        if rest:
            self._text(mark, rest, made)
        if start < len(lines):
            self._sections(mark, lines[start:], made)
        return made

    def _items(self, mark: Mark | None, lines: list[WordLine], made: Addition) -> list[WordLine]:
        """Add the rows after one that stands in a list or a table; return the lines left over."""
        if mark is None or not any(place.adds_rows for place in mark.kind.word):
            return lines
        own = self.returned.lines[mark][0].row
        if not own and not mark.place.adds_rows:
            return lines
        if own:
            end = next((at for at, one in enumerate(lines) if one.row in (0, own)), len(lines))
        else:
            end = next((at for at, one in enumerate(lines) if not one.item), len(lines))
        add = self._nested if mark.kind.in_tree else self._beside
        add(mark, lines[:end], made)
        return lines[end:]

    def _beside(self, mark: Mark, lines: list[WordLine], made: Addition) -> None:
        """Add rows that stand under the same row as that of `mark`, after it.

        A row of a table says first what it is called; its other cells are told apart by `_cells`.
        """
        before: Ref = mark.key
        for cells in _rows(lines):
            called, *more = [_words(line) for line in cells]
            number = next(self.numbers)
            above, said = self.above[mark.key], self._cells(mark.kind, more, made)
            made.actions.append(AddItem(number, mark.row, called, above, before, said))
            before = number

    def _cells(
        self, kind: RowKind, cells: list[str], made: Addition
    ) -> tuple[tuple[str, str], ...]:
        """Return the columns that the cells of a new row say: a word that is chosen, or words."""
        chosen = [place.chosen for place in kind.word if place.chosen]
        written = [place.column for place in kind.word if place.column and not place.adds_rows]
        values: dict[str, str] = {}
        for words in cells:
            found = next(
                (
                    (column, str(value))
                    for column in chosen
                    for value, label in kind.model._meta.get_field(column).flatchoices
                    if str(label).lower() == words.lower() and column not in values
                ),
                None,
            )
            free = next((column for column in written if column not in values), None)
            if found:
                values[found[0]] = found[1]
            elif free:
                values[free] = words
            elif words:
                made.lost = f"{made.lost} {words}".strip()
        return tuple(values.items())

    def _nested(self, mark: Mark, lines: list[WordLine], made: Addition) -> None:
        """Add rows in and beside the one of `mark`, as deep as their list items stand."""
        current: Ref = mark.key
        depth = self.base.regions.lines[mark][0].depth
        for line in lines:
            wanted = max(line.depth, 1)
            if depth == 0 or wanted > depth:
                parent, after, depth = current, None, depth + 1
            else:
                for _step in range(depth - wanted):
                    current = self.above[current] or current
                parent, after, depth = self.above[current], current, wanted
            current = next(self.numbers)
            self.above[current] = parent
            made.actions.append(AddItem(current, mark.row, _words(line), parent, after))

    def _text(self, mark: Mark | None, lines: list[WordLine], made: Addition) -> None:
        section, part = self.base.places.get(mark, (None, None))
        if section is None:
            made.lost = " ".join(_words(line) for line in lines)
        else:
            made.actions.append(AddText(section, part, rich_text(lines)))

    def _sections(self, mark: Mark | None, lines: list[WordLine], made: Addition) -> None:
        """Add a section for each heading, under the nearest one above that is higher."""
        chain = self._chain(mark)
        starts = [at for at, line in enumerate(lines) if line.level]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            level, after = lines[start].level, None
            while chain and chain[-1][0] >= level:
                after = chain.pop()[1]
            if not chain and after is None:
                after = self._last_section(mark)
            number = next(self.numbers)
            takes = self._taken(mark) if end == len(lines) else ()
            parent = chain[-1][1] if chain else None
            made.actions.append(AddSection(number, _words(lines[start]), parent, after, takes))
            html = rich_text(lines[start + 1 : end])
            if html:
                made.actions.append(AddText(number, None, html))
            chain.append((level, number))

    def _chain(self, mark: Mark | None) -> list[tuple[int, Ref]]:
        """Return the sections that a place stands in with their levels, the outermost first."""
        chain: list[tuple[int, Ref]] = []
        key = self.base.places.get(mark, (None, None))[0]
        while key is not None:
            chain.insert(0, (self.base.levels[key], key))
            key = self.base.section_parents[key]
        return chain

    def _last_section(self, mark: Mark | None) -> UUID | None:
        """Return the section before what was written outside of all sections."""
        if mark is None or mark.place.is_front or not self.base.content.sections:
            return None
        return self.base.content.sections[-1].key

    def _taken(self, mark: Mark | None) -> tuple[UUID, ...]:
        """Return the parts of the same section that stand after what was written at `mark`."""
        section, own = self.base.places.get(mark, (None, None))
        if section is None:
            return ()
        taken: list[UUID] = []
        for later in self.order[self.places[mark] + 1 :]:
            where, part = self.base.places[later]
            if where != section:
                break
            if part != own and part not in taken:
                taken.append(part)
            if any(line.level for line in self.returned.beside.get(later, [])):
                break
        return tuple(taken)


def _words(line: WordLine) -> str:
    return " ".join(gate(line.text).split())


def _rows(lines: list[WordLine]) -> list[list[WordLine]]:
    """Return the lines of each row of a table together, and each list item by itself."""
    numbered = enumerate(lines, start=1)
    return [
        [line for _number, line in cells]
        for _row, cells in groupby(numbered, key=lambda one: one[1].row or -one[0])
    ]
