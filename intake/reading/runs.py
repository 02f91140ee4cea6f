"""A paragraph on its way in: pieces of text with their marks, before it gets its one form.

Every way in (Word, pasted, plain text) makes `Block`s of `Run`s; what they have in common (list
marks written by hand, lines of a signature, columns) is settled on these, then each becomes a
`Paragraph` with normalised rich text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from core import richtext_shape
from core.richtext import paragraph, plain
from core.text import printable
from intake.choices import ParagraphKind
from intake.paragraphs import Paragraph

# What can be said of a line's length only when it is no part of running text.
SHORT = 80
# Marks of layout that no reader sees: soft hyphens, zero-width spaces, byte order marks.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufffd\ufffc]")
# Letters that a PDF sets as one sign, and gives so when its text is copied.
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
)


@dataclass(frozen=True)
class Run:
    """A piece of text with its marks; a line break is "\\n", a tab stop "\\t"."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """One paragraph as its source has it; `indent` is how far in it stands, in any unit.

    `mark` is the number or letter that stands before an item or a heading: “a)”, “2.1”.
    `begins_list` tells of an item right after another that it is of another list.
    """

    runs: tuple[Run, ...]
    kind: str = ParagraphKind.TEXT
    level: int = 0
    is_ordered: bool = False
    column: int = 0
    indent: int = 0
    mark: str = ""
    begins_list: bool = False

    @cached_property
    def text(self) -> str:
        """Return the text with its tabs and line breaks."""
        return "".join(run.text for run in self.runs)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be seen of it."""
        return not self.text.strip()

    @property
    def is_bold(self) -> bool:
        """Tell whether all that is seen of it is bold."""
        return not self.is_empty and all(run.is_bold for run in self.runs if run.text.strip())

    @property
    def is_item(self) -> bool:
        """Tell whether it is an item of a list."""
        return self.kind == ParagraphKind.ITEM


def cut(block: Block, start: int, end: int | None = None) -> Block:
    """Return `block` with the characters from `start` to before `end` of its text alone."""
    return parted(block, [start, len(block.text) if end is None else end])[1]


def parted(block: Block, places: list[int]) -> list[Block]:
    """Return `block` cut at `places` of its text, in order; the rest after the last is left out."""
    parts: list[list[Run]] = [[]]
    at = 0
    ends = iter(places)
    end = next(ends, None)
    for run in block.runs:
        start, length = 0, len(run.text)
        while end is not None and end <= at + length:
            parts[-1].append(replace(run, text=run.text[start : end - at]))
            parts.append([])
            start, end = end - at, next(ends, None)
        if end is None:
            break
        parts[-1].append(replace(run, text=run.text[start:]))
        at += length
    whole = [[run for run in part if run.text] for part in parts[: len(places)]]
    return [replace(block, runs=tuple(part)) for part in whole]


def joined(first: Block, second: Block, between: str = " ") -> Block:
    """Return `first` with the text of `second` after it."""
    return replace(first, runs=(*first.runs, Run(between), *second.runs))


def without_bold(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the text of a heading: all of it is bold, which is its look and no emphasis."""
    return tuple(replace(run, is_bold=False) for run in runs)


def seen(text: str) -> str:
    """Return `text` without the characters that are not seen or cannot be kept."""
    return _UNSEEN.sub("", printable(text)).translate(_LIGATURES)


def to_paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    """Give the blocks that say something in the form that recognition works on."""
    for block in blocks:
        html = paragraph(_marked(run) for run in block.runs)
        if html:
            yield Paragraph(
                kind=str(block.kind),
                text=plain(html),
                html=html,
                level=block.level,
                is_ordered=block.is_ordered,
                is_bold=block.is_bold,
                column=block.column,
                begins_list=block.begins_list,
            )


def _marked(run: Run) -> richtext_shape.Run:
    marks = {("em", ""): run.is_italic, ("strong", ""): run.is_bold, ("a", run.href): run.href}
    return richtext_shape.Run(seen(run.text), frozenset(one for one in marks if marks[one]))
