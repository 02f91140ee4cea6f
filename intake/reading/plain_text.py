"""Plain text, from a file or pasted: its lines become paragraphs and items of lists."""

import codecs
import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.text import gate
from intake.paragraphs import Reading
from intake.reading.limits import validate_text
from intake.reading.lines import (
    goes_on,
    is_contents_line,
    is_wrapped,
    join_lines,
    paragraphs_of,
)
from intake.reading.list_marks import mark_of
from intake.reading.page_marks import without_page_marks
from intake.reading.runs import Block, Run
from intake.reading.settling import settle

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TAB = 8


def read_text(text: str) -> Reading:
    """Return the paragraphs of plain text.

    Blank lines part paragraphs, but a sentence that was broken over one goes on. Lines that the
    width of a page broke are joined; short lines (a name, a title) stay by themselves. Raises
    `ValidationError` for text that is too long or holds characters that cannot be stored.
    """
    validate_text(len(text))
    text = gate(re.sub("[\x0b\x0c]", "\n\n", text).replace("\ufeff", ""))
    # A soft hyphen at the end of a line is one that is seen there.
    text = text.replace("\u00ad\n", "-\n").replace("\u00a0", " ")
    lines, page_marks = without_page_marks(text.split("\n"))
    wrapped = is_wrapped(lines)
    blocks: list[Block] = []
    for stretch in _stretches(lines):
        found = _blocks(stretch, wrapped=wrapped)
        if blocks and _is_rest(blocks[-1], found[0]):
            whole = join_lines(blocks[-1].text, found[0].text)
            blocks[-1] = Block(runs=(Run(whole),), indent=blocks[-1].indent)
            found = found[1:]
        blocks += found
    settled = settle(blocks)
    notes = []
    if settled.contents:
        notes.append(_("The table of contents was left out; the agreement gets its own."))
    if page_marks:
        notes.append(_("Page numbers and lines that each page repeats were left out."))
    return Reading(paragraphs=settled.paragraphs, notes=notes + settled.notes)


def decode_text(content: bytes) -> str:
    """Return the text of a text file: UTF-8, UTF-16 or, from older programs, Windows-1252.

    Raises `ValidationError` when it is no text.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, errors="replace")
    if b"\0" in content:
        raise ValidationError(
            _(
                "The file is neither a Word file nor a text file. Save it from Word as a Word "
                "document (.docx), or paste its text instead."
            ),
            code="not_text",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _stretches(lines: list[str]) -> list[list[str]]:
    """Return the lines in groups, parted by blank lines."""
    stretches: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            stretches[-1].append(line)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def _blocks(lines: list[str], *, wrapped: bool) -> list[Block]:
    """Return the paragraphs of lines that stand together: text first, then each item by itself."""
    parts: list[list[str]] = []
    item_indent = None
    for line in lines:
        indent, mark = _indent(line), mark_of(line)
        if mark:
            item_indent = indent
            parts.append([line])
        elif item_indent is not None and indent > item_indent:
            # Set in under the item that it belongs to.
            parts[-1][-1] = join_lines(parts[-1][-1], line)
        elif parts and not (is_contents_line(line) or is_contents_line(parts[-1][-1])):
            parts[-1].append(line)
        else:
            parts.append([line])
    return [
        Block(runs=(Run(text),), indent=_indent(part[0]))
        for part in parts
        for text in paragraphs_of(part, wrapped=wrapped)
    ]


def _indent(line: str) -> int:
    line = line.expandtabs(_TAB)
    return len(line) - len(line.lstrip())


def _is_rest(before: Block, after: Block) -> bool:
    return mark_of(after.text) is None and goes_on(before.text, after.text)
