"""Content tree → Word file: the same words in the same order as on the page and in the PDF."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from agreements import tree
from agreements.choices import Block
from agreements.outline import closing_blocks, outline
from agreements.printing.letterhead import colour_of, letterhead_of
from agreements.printing.running_lines import footer_line, header_line
from agreements.templatetags.after_signing import belongs_to, decisions_after
from agreements.templatetags.agreement import words_for
from agreements.word.blocks import Blocks, mark
from agreements.word.marks import Mark
from agreements.word.masthead import write_masthead
from agreements.word.numbering import Numbering
from agreements.word.package import Origin, Package
from agreements.word.sheet import Sheet
from documents.models import Change, TopRow


@dataclass(frozen=True)
class Written:
    """A Word file, and where each mark in it stands: the keys of its section and its part."""

    file: bytes
    places: dict[Mark, tuple[UUID | None, UUID | None]]


def write_word(
    content: tree.AgreementTree,
    *,
    top: TopRow,
    kind: str,
    dated: datetime,
    change: Change | None = None,
) -> Written:
    """Return the Word file of `content`, a tree of `agreement`.

    `kind` and `dated` are as for `printing.pdf.print_agreement`. `change` is the last change that
    `content` has in it: the file carries it, so that what is changed in Word is told from what is
    changed in the program meanwhile. A tree without keys gives a file that cannot be taken in.
    """
    letterhead = letterhead_of(top.document.partnership)
    with translation.override(words_for(content.language)):
        package = Package(language=content.language, colour=colour_of(letterhead))
        package.describe(
            title=content.title,
            author=", ".join(party.name for party in content.parties),
            keywords=top.document.partnership.name,
            dated=dated,
            origin=Origin(content.key, change.pk if change else None) if content.key else None,
        )
        package.running_lines(
            header=header_line(top, kind), footer=footer_line(content, kind, dated)
        )
        sheet = Sheet(package.document, Numbering(package.numbering))
        write_masthead(sheet, content, letterhead)
        _write_text(sheet, content, Blocks(sheet, content, letterhead))
        return Written(package.finish(), sheet.places)


def _write_text(sheet: Sheet, content: tree.AgreementTree, blocks: Blocks) -> None:
    sheet.line("Title", content.title, mark("title", content))
    if content.subtitle:
        sheet.line("Subtitle", content.subtitle, mark("subt", content))
    if belongs_to(content):
        sheet.line("Subtitle", belongs_to(content), mark("above", content))
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
    for block in closing_blocks(content):
        if block != Block.SIGNATURES:
            blocks.heading(str(block.label), 1, mark("again", content))
        blocks.write(block, style="dash", level=2)
    decisions = decisions_after(content)
    if decisions:
        blocks.heading(_("Decisions after the signing"), 1, mark("again", content))
        for decision in decisions:
            sheet.line("Normal", decision, mark("again", content))
