"""Paragraphs of a Word file → what each mark says, and what was written besides."""

from collections import defaultdict
from dataclasses import dataclass, field

from core.richtext import normalise
from core.text import gate
from desk.word.marks import Mark
from desk.word.reading import Line


@dataclass
class Regions:
    """What a file says: the value of each mark, in order, and the lines that follow on it.

    A value is rich text for a text part and plain text for everything else. `beside` are lines
    that are from no row: they were written in Word after the mark (None: before the first).
    """

    values: dict[Mark, str] = field(default_factory=dict)
    lines: dict[Mark, list[Line]] = field(default_factory=dict)
    beside: dict[Mark | None, list[Line]] = field(default_factory=lambda: defaultdict(list))


def regions(lines: list[Line]) -> Regions:
    """Sort the lines by the rows they are from.

    A heading that was written inside a text ends it: what comes after belongs to a new section.
    Ordinary text that was written after a text belongs to it.
    """
    found = Regions()
    marked: dict[Mark, list[Line]] = {}
    current: Mark | None = None
    ended = False
    for line in lines:
        mark = Mark.named(line.mark)
        if mark is not None and mark != current:
            current, ended = mark, False
            marked.setdefault(mark, [])
        if line.is_empty:
            if current is not None and not ended:
                marked[current].append(line)
            continue
        ended = ended or (current is not None and _ends(current, marked[current], line, mark))
        if current is None or ended:
            found.beside[current].append(line)
        else:
            marked[current].append(line)
    for mark, said in marked.items():
        found.lines[mark] = said
        found.values[mark] = value_of(mark, said)
    return found


def _ends(current: Mark, said: list[Line], line: Line, mark: Mark | None) -> bool:
    """Tell whether `line` no longer belongs to the place `current` with the lines `said`."""
    if current.code == "part":
        return line.level > 0
    if current.place.is_long:
        return line.level > 0 or bool(line.item)
    if not current.place.column:
        return mark != current
    return any(not one.is_empty for one in said)


def value_of(mark: Mark, lines: list[Line]) -> str:
    """Return what the lines of a mark say, in the form that its row keeps."""
    if mark.code == "part":
        return rich_text(lines)
    place = mark.place
    said = place.parts_by.join(line.text.strip() for line in lines if not line.is_empty)
    return gate(said if place.is_long or place.may_break else " ".join(said.split()))


def rich_text(lines: list[Line]) -> str:
    """Return the lines as normalised rich text, with their lists nested."""
    out: list[str] = []
    open_lists: list[tuple[str, str]] = []
    quoted = False

    def close(depth: int) -> None:
        while len(open_lists) > depth:
            out.append(f"</li></{open_lists.pop()[1]}>")

    for line in lines:
        if line.quoted != quoted:
            close(0)
            out.append("<blockquote>" if line.quoted else "</blockquote>")
            quoted = line.quoted
        block = f"<{line.tag}>{line.html}</{line.tag}>"
        if line.item:
            _open_item(line, open_lists, out, close)
        elif line.depth and open_lists and not line.is_empty:
            close(line.depth)
        else:
            close(0)
        out.append(block)
    close(0)
    return normalise("".join(out) + ("</blockquote>" if quoted else ""))


def _open_item(line: Line, open_lists: list[tuple[str, str]], out: list[str], close) -> None:
    tag = "ol" if line.ordered else "ul"
    close(line.depth)
    if len(open_lists) == line.depth:
        if open_lists[-1] == (line.item, tag):
            out.append("</li><li>")
            return
        close(line.depth - 1)
    while len(open_lists) < line.depth:
        open_lists.append((line.item, tag))
        out.append(f"<{tag}><li>")
