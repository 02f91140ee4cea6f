"""Numbers of lists in a Word file that comes back: told of where they are others here."""

from collections.abc import Iterator

from desk.word.marks import Mark
from desk.word.reading import WordLine
from desk.word.regions import regions
from intake.reading.referring import notes_on_first_marks


def notes_on_numbers(lines: list[WordLine]) -> list[str]:
    """Return a sentence for each list of the running text that Word does not begin with 1.

    Here every list is numbered from 1: letters, and a list that goes on at 3, are others.
    """
    if not any(line.ordered for line in lines):
        return []
    found = regions(lines)
    firsts: list[WordLine] = []
    for mark in [None, *found.lines]:
        if mark is not None and mark.code == "part":
            firsts += _first_items(found.lines[mark])
        firsts += _first_items(_text_beside(mark, found.beside.get(mark, [])))
    return notes_on_first_marks([(line.text, line.number) for line in firsts])


def _text_beside(mark: Mark | None, lines: list[WordLine]) -> list[WordLine]:
    """Return the lines without the items that are written on in a list of rows, and become rows."""
    if mark is None or not any(place.adds_rows for place in mark.kind.word):
        return lines
    return lines[next((at for at, one in enumerate(lines) if not one.item), len(lines)) :]


def _first_items(lines: list[WordLine]) -> Iterator[WordLine]:
    """Give the first item of each numbered list, as `desk.word.regions.rich_text` parts them."""
    open_lists: list[tuple[str, bool]] = []
    for line in lines:
        if not line.item:
            goes_on = line.depth and not line.is_empty
            open_lists = open_lists[: line.depth] if goes_on else []
            continue
        this, above = (line.item, line.ordered), open_lists[: line.depth - 1]
        if open_lists[line.depth - 1 : line.depth] != [this]:
            above += [this] * (line.depth - 1 - len(above))
            if line.ordered:
                yield line
        open_lists = [*above, this]
