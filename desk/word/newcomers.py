"""What was written in Word besides the rows there are → the rows that it becomes.

A heading begins a section, text after a list or a heading is a text of its section, an item after
a goal is a goal, an item after a seat is a seat.
"""

from dataclasses import dataclass, field
from itertools import count
from uuid import UUID

from core.text import gate
from desk.word.actions import Action, AddItem, AddSection, AddText, Ref
from desk.word.marks import Mark
from desk.word.reading import Line
from desk.word.regions import Regions, rich_text
from desk.word.texts import Text


@dataclass
class Addition:
    """What was written in one place: its words and the acts that take it in.

    `lost` are the words that the program has no place for.
    """

    lines: list[Line] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    lost: str = ""

    @property
    def begins_section(self) -> bool:
        """Tell whether a heading was written."""
        return any(isinstance(one, AddSection) for one in self.actions)


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

    def _items(self, mark: Mark | None, lines: list[Line], made: Addition) -> list[Line]:
        """Add the items right after a row that stands in a list; return the lines that are left."""
        if mark is None or not mark.place.adds_rows:
            return lines
        end = next((at for at, line in enumerate(lines) if not line.item), len(lines))
        add = self._nested if mark.kind.in_tree else self._beside
        add(mark, lines[:end], made)
        return lines[end:]

    def _beside(self, mark: Mark, lines: list[Line], made: Addition) -> None:
        """Add rows that stand under the same row as that of `mark`, after it."""
        before: Ref = mark.key
        for line in lines:
            number = next(self.numbers)
            above = self.above[mark.key]
            made.actions.append(AddItem(number, mark.row, _words(line), above, before))
            before = number

    def _nested(self, mark: Mark, lines: list[Line], made: Addition) -> None:
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

    def _text(self, mark: Mark | None, lines: list[Line], made: Addition) -> None:
        section, part = self.base.places.get(mark, (None, None))
        if section is None:
            made.lost = " ".join(_words(line) for line in lines)
        else:
            made.actions.append(AddText(section, part, rich_text(lines)))

    def _sections(self, mark: Mark | None, lines: list[Line], made: Addition) -> None:
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


def _words(line: Line) -> str:
    return " ".join(gate(line.text).split())
