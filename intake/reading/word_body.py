"""A Word file's body in reading order: paragraphs with their kind, tables, text boxes."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from intake.choices import ParagraphKind
from intake.reading.columns import Cell, in_reading_order
from intake.reading.heading_lines import starts_with_heading
from intake.reading.limits import validate_paragraphs, validate_text
from intake.reading.runs import Block, Run, without_bold
from intake.reading.word_runs import RunReader
from intake.reading.word_styles import (
    Lists,
    Style,
    Styles,
    W,
    heading_level,
    indent,
    is_on,
    number,
    value,
)

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Elements around paragraphs that say nothing themselves.
_AROUND = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
} | {f"{_MC}AlternateContent", f"{_MC}Choice"}
# An item is not deeper than the editor shows.
_DEEPEST_ITEM = 5
# Whole paragraphs are now and then given the style of a heading.
_LONGEST_HEADING = 250


class BodyReader:
    """Reads one part of a Word file (its body, a page header) into blocks.

    `seen` counts what was met and is not text, and what was done with it: pictures, boxes,
    tables, contents, hidden, embedded.
    """

    def __init__(
        self,
        part: etree._Element,
        *,
        styles: Styles,
        lists: Lists,
        links: dict[str, str],
        seen: Counter,
    ) -> None:
        self._styles = styles
        self._lists = lists
        self._seen = seen
        self._runs = RunReader(part, styles, links, seen)
        self._carried: list[Run] = []
        self._part = part
        seen["contents"] += sum(_is_contents(one) for one in part.iter(f"{W}sdt"))
        self._paragraphs = self._characters = 0

    @property
    def struck(self) -> list[str]:
        """Return the pieces of text that were struck through, and left out."""
        return self._runs.struck

    def read(self) -> list[Block]:
        """Return the blocks; raise `ValidationError` when there are more than any agreement has."""
        blocks = self._blocks(self._part)
        if self._carried:  # the mark of the very last paragraph was deleted
            blocks.append(Block(runs=tuple(self._carried)))
        return blocks

    def _blocks(self, container: etree._Element) -> list[Block]:
        blocks: list[Block] = []
        for element in _content(container):
            if element.tag == f"{W}p":
                blocks += self._paragraph(element)
            elif element.tag == f"{W}tbl":
                blocks += self._table(element)
            else:
                self._seen["embedded"] += 1
        return blocks

    def _paragraph(self, element: etree._Element) -> list[Block]:
        properties = element.find(f"{W}pPr")
        style_id = value(properties, "w:pStyle")
        style = self._styles.get(style_id)
        runs = self._runs.read(element, style_id)
        boxes = self._runs.boxes
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            # Its end was deleted: what is left of it begins the next paragraph.
            self._carried += runs
            return []
        runs, self._carried = self._carried + runs, []
        if style.is_contents:
            self._seen["contents"] += 1
            runs = []
        if style.is_hidden:
            self._seen["hidden"] += 1
            runs = []
        self._count(runs)
        blocks = [self._block(runs, properties, style_id, style)]
        for box in boxes:
            self._seen["boxes"] += 1
            blocks += self._blocks(box)
        return blocks

    def _block(
        self,
        runs: list[Run],
        properties: etree._Element | None,
        style_id: str | None,
        style: Style,
    ) -> Block:
        own_level = heading_level(properties)
        level = style.heading if own_level is None else own_level
        own_indent = indent(properties)
        text = "".join(run.text for run in runs)
        if level and (len(text) <= _LONGEST_HEADING or starts_with_heading(text)):
            return Block(
                runs=without_bold(runs),
                kind=ParagraphKind.HEADING,
                level=level,
                mark=self._mark_of(properties, style_id, style),
            )
        block = Block(
            runs=tuple(runs), indent=(style.indent or 0) if own_indent is None else own_indent
        )
        list_id = value(properties, "w:numPr/w:numId")
        list_level = number(value(properties, "w:numPr/w:ilvl"))
        if list_id is None:
            list_id, list_level = style.list_id, list_level or style.list_level
        if not list_id or list_id == "0":
            return block
        depth, number_format = self._lists.level(list_id, list_level, style_id)
        if number_format == "none":
            return block
        return Block(
            runs=block.runs,
            kind=ParagraphKind.ITEM,
            level=min(max(depth, style.list_depth), _DEEPEST_ITEM),
            is_ordered=number_format != "bullet",
            indent=block.indent,
            mark=self._lists.next_mark(list_id, depth),
        )

    def _mark_of(
        self, properties: etree._Element | None, style_id: str | None, style: Style
    ) -> str:
        """Return the number that Word counts for a heading, if any."""
        list_id = value(properties, "w:numPr/w:numId") or style.list_id
        if not list_id or list_id == "0":
            return ""
        level = number(value(properties, "w:numPr/w:ilvl"))
        level = style.list_level if level is None else level
        depth, _format = self._lists.level(list_id, level, style_id)
        return self._lists.next_mark(list_id, depth)

    def _table(self, table: etree._Element) -> list[Block]:
        rows: list[list[Cell]] = []
        has_head = False
        for row in _content(table, wanted=f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            has_head = has_head or bool(is_on(properties, "w:tblHeader"))
            cells: list[Cell] = []
            column = 1
            for cell in _content(row, wanted=f"{W}tc"):
                blocks = [block for block in self._blocks(cell) if not block.is_empty]
                if blocks:
                    cells.append((column, blocks))
                column += max(number(value(cell, "w:tcPr/w:gridSpan")) or 1, 1)
            rows.append(cells)
        rows = [row for row in rows if row]
        blocks = in_reading_order(rows, has_head=has_head)
        if len({column for row in rows for column, _ in row}) > 1 and not blocks[0].column:
            self._seen["tables"] += 1
        return blocks

    def _count(self, runs: list[Run]) -> None:
        """Stop as soon as it is too much, before more memory is taken."""
        length = sum(len(run.text) for run in runs)
        self._characters += length
        self._paragraphs += length > 0
        validate_text(self._characters)
        validate_paragraphs(self._paragraphs)


def _content(parent: etree._Element, wanted: str = "") -> Iterator[etree._Element]:
    """Give the paragraphs and tables of `parent`, or its `wanted` elements, in order."""
    open_ones = [iter(parent)]
    while open_ones:
        child = next(open_ones[-1], None)
        if child is None:
            open_ones.pop()
        elif child.tag in _AROUND:
            if not _is_contents(child) and not is_on(child, "w:sdtPr/w:showingPlcHdr"):
                open_ones.append(iter(child))
        elif wanted:
            if child.tag == wanted:
                yield child
        elif child.tag in (f"{W}p", f"{W}tbl", f"{W}altChunk", f"{W}subDoc"):
            yield child


def _is_contents(element: etree._Element) -> bool:
    kind = value(element, "w:sdtPr/w:docPartObj/w:docPartGallery")
    return kind == "Table of Contents"
