"""Headings that a line break, not a paragraph, parts from the text that they stand over."""

from collections.abc import Iterator
from dataclasses import replace

from intake.choices import ParagraphKind
from intake.reading.lines import ends_sentence
from intake.reading.runs import SHORT, Block, parted

# A heading that nothing but its place tells of is a few words.
_MOST_WORDS = 8


def with_headings_apart(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with a heading and the text that a line break sets under it as two.

    A short line is a heading when the source says so, when it alone is bold, or when it is the
    first of its paragraph, begins as a sentence does and does not end as one, over a line that is
    too long for a name or a title. A bullet never is.
    """
    return [part for block in blocks for part in _apart(block)]


def starts_with_heading(text: str) -> bool:
    """Tell whether the first line of `text` can be a heading over the running text below it."""
    line, _break, rest = text.strip().partition("\n")
    return 0 < len(line.strip()) <= SHORT and not ends_sentence(line) and _is_running(rest)


def _apart(block: Block) -> Iterator[Block]:
    if "\n" not in block.text.strip() or (block.is_item and not block.is_ordered):
        yield block
        return
    places, at = [], 0
    for line in block.text.split("\n"):
        at += len(line) + 1
        places.append(at)
    lines = parted(block, [*places[:-1], len(block.text)])
    if block.kind == ParagraphKind.HEADING:
        ends = [1] if starts_with_heading(block.text) else []
    else:
        ends = [at for at in range(1, len(lines)) if _parts_before(lines, at)]
        if block.is_item:
            # The number is that of the first line alone.
            ends = ends[:1] if ends[:1] == [1] else []
    for first, end in zip([0, *ends], [*ends, len(lines)], strict=True):
        part = replace(block, runs=tuple(run for line in lines[first:end] for run in line.runs))
        if first and block.kind != ParagraphKind.TEXT:
            part = replace(part, kind=ParagraphKind.TEXT, level=0, is_ordered=False)
        yield part


def _parts_before(lines: list[Block], at: int) -> bool:
    """Tell whether a heading ends, or begins, before line `at`."""
    above, below = lines[at - 1], lines[at]
    if above.is_bold != below.is_bold and not above.is_empty and not below.is_empty:
        heading, text = (above, below) if above.is_bold else (below, above)
        if len(heading.text.strip()) <= SHORT and not heading.text.strip().endswith((",", ".")):
            return _is_running(text.text) or heading is below
    is_first = at == 1 and not above.is_bold
    line = above.text.strip()
    return (
        is_first
        and len(line.split()) <= _MOST_WORDS
        and line[:1].isupper()
        and not line.endswith(",")
        and below.text.strip()[:1].isupper()
        and starts_with_heading(f"{line}\n{below.text}")
    )


def _is_running(text: str) -> bool:
    """Tell whether `text` is too long, or too much of a sentence, for a name or a title."""
    text = text.strip()
    return len(text) > SHORT or (ends_sentence(text) and len(text.split()) > 5)
