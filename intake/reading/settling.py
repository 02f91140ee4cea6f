"""What every way in has in common: lines, columns and lists that were written by hand."""

from dataclasses import dataclass, field

from intake.choices import ParagraphKind
from intake.paragraphs import Paragraph
from intake.reading.columns import lines_in_columns
from intake.reading.flattened import with_headings_from_within
from intake.reading.limits import validate_paragraph, validate_paragraphs
from intake.reading.lines import (
    ends_sentence,
    goes_on,
    is_contents_heading,
    is_contents_line,
)
from intake.reading.list_marks import mark_of, with_real_lists
from intake.reading.lists_apart import with_lists_apart
from intake.reading.referring import notes_on_marks
from intake.reading.runs import SHORT, Block, to_paragraphs
from intake.reading.runs import parted as parted_at
from intake.reading.side_by_side import parted_signatures


@dataclass(frozen=True)
class Settled:
    """Paragraphs, how many lines of contents were left out, and what is numbered anew."""

    paragraphs: list[Paragraph]
    contents: int = 0
    notes: list[str] = field(default_factory=list)


def settle(blocks: list[Block]) -> Settled:
    """Return the paragraphs that blocks of a document are, and what was done with them.

    Lines that were parted within a paragraph, and numbered headings in the middle of one, become
    paragraphs where they are no running text, signatures that tabs set side by side are read
    column by column, and list marks that were written by hand become real lists.
    """
    lines = [line for block in blocks for line in _lines(block) if not line.is_empty]
    validate_paragraphs(len(lines))
    for line in lines:
        validate_paragraph(len(line.text))
    kept = _without_contents(lines)
    parted = with_headings_from_within(parted_signatures(lines_in_columns(kept)))
    listed = list(with_lists_apart(with_real_lists(parted)))
    return Settled(list(to_paragraphs(listed)), len(lines) - len(kept), notes_on_marks(listed))


def _without_contents(lines: list[Block]) -> list[Block]:
    """Return `lines` without those of contents, and without what stands over them."""
    kept: list[Block] = []
    for line in lines:
        if not is_contents_line(line.text):
            kept.append(line)
        elif kept and is_contents_heading(kept[-1].text):
            kept.pop()
    return kept


def _lines(block: Block) -> list[Block]:
    """Return `block` cut at those of its line breaks that part paragraphs."""
    if "\n" not in block.text.strip() or block.kind != ParagraphKind.TEXT:
        return [block]
    lines = block.text.split("\n")
    places, at = [], 0
    for line, following in zip(lines, lines[1:], strict=False):
        at += len(line) + 1
        if _parts_here(line, following):
            places.append(at)
    return parted_at(block, [*places, len(block.text)])


def _parts_here(line: str, following: str) -> bool:
    if mark_of(following) or not line.strip() or not following.strip():
        return True
    is_text = ends_sentence(line) and len(line.split()) > 5
    return (
        len(line) <= SHORT
        and len(following) <= SHORT
        and not is_text
        and not goes_on(line, following)
    )
