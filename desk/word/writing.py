"""Content tree → Word file: the same words in the same order as on the page and in the PDF."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from decisions.phrases import Decided
from desk.printing.letterhead import colour_of, letterhead_of
from desk.printing.running_lines import footer_line, header_line
from desk.word.blocks import Blocks, mark
from desk.word.marks import Mark
from desk.word.numbering import Numbering
from desk.word.package import Origin, Package
from desk.word.sheet import Sheet
from documents import tree
from documents.kinds import kind_of_tree
from documents.languages import words_for
from documents.models import Change, TopRow
from documents.outline import outline


@dataclass(frozen=True)
class Written:
    """A Word file, and where each mark in it stands: the keys of its section and its part."""

    file: bytes
    places: dict[Mark, tuple[UUID | None, UUID | None]]


def write_word(
    content: tree.DocumentTree,
    *,
    top: TopRow,
    kind: str,
    dated: datetime,
    change: Change | None = None,
    decided: Decided | None = None,
) -> Written:
    """Return the Word file of `content`, a tree of `top`.

    `kind`, `dated` and `decided` are as for `printing.pdf.print_document`. `change` is the last
    change that `content` has in it: the file carries it, so that what is changed in Word is told
    from what is changed in the program meanwhile. A tree without keys gives a file that cannot be
    taken in.
    """
    letterhead = letterhead_of(top.document.partnership)
    with translation.override(words_for(content.language)):
        package = Package(language=content.language, colour=colour_of(letterhead))
        package.describe(
            title=content.title,
            author=", ".join(kind_of_tree(content).authors(content)),
            keywords=top.document.partnership.name,
            dated=dated,
            origin=Origin(content.key, change.pk if change else None) if content.key else None,
        )
        package.running_lines(
            header=header_line(top, kind), footer=footer_line(content, kind, dated, decided)
        )
        sheet = Sheet(package.document, Numbering(package.numbering))
        blocks = (kind_of_tree(content).word_blocks or Blocks)(sheet, content, letterhead)
        blocks.masthead()
        _write_text(sheet, content, blocks)
        if decided:
            _write_decided(sheet, content, decided)
        return Written(package.finish(), sheet.places)


def _write_text(sheet: Sheet, content: tree.DocumentTree, blocks: Blocks) -> None:
    sheet.line("Title", content.title, blocks.mark_of_document("title"))
    blocks.front()
    for line in outline(content):
        section = line.section
        sheet.place = (section.key, None)
        if section.heading:
            blocks.heading(section.heading, line.level - 1, mark("sect", section))
        for part in section.parts:
            sheet.place = (section.key, part.key)
            if isinstance(part, tree.TextPart):
                sheet.text(part.text, mark("part", part), level=line.level - 1)
            else:
                blocks.write(part.block, style=part.style, level=line.inner_level - 1)
    sheet.place = (None, None)
    for block in kind_of_tree(content).closing_blocks(content):
        if blocks.kind.blocks[block].has_heading:
            label = str(blocks.kind.blocks[block].label)
            blocks.heading(label, 1, mark("again", content))
        blocks.write(block, style="dash", level=2)
    blocks.closing()


def _write_decided(sheet: Sheet, content: tree.DocumentTree, decided: Decided) -> None:
    """Write who decided about the text, last as in the PDF: words that nobody takes in again."""
    checksum = _("Checksum of the text (SHA-256)")
    for line in (*decided.lines, f"{checksum}: {decided.sha256}"):
        sheet.line("Small", line, mark("again", content))
