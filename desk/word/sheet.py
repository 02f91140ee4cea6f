"""The Word file while it is being written: paragraphs in order, lists, links and bookmarks."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from desk.word.marks import Mark
from desk.word.markup import R, element, paragraph, value, w, write
from desk.word.numbering import BULLETS, MORE_BULLETS, Numbering
from desk.word.richtext_runs import OpenList, Piece, Run, pieces
from desk.word.styles import INNER_HEADINGS

#: Where a link in a file can lead; other addresses are the program's own and become text.
_FOLLOWED = ("http:", "https:", "mailto:")


class Sheet:
    """Appends to the body of `document`, or inside `cell(…)` to a cell of a table.

    `place` is set by whoever writes to the keys of the section and the part that stand here;
    `places` keeps it for each mark.
    """

    def __init__(self, document: Document, numbering: Numbering) -> None:
        self.document = document
        self.numbering = numbering
        # What stands before the last element, the page's measures.
        self.into = document.element.body
        self.place: tuple[UUID | None, UUID | None] = (None, None)
        self.places: dict[Mark, tuple[UUID | None, UUID | None]] = {}
        self.list_ids: dict[OpenList, int] = {}
        self.links: dict[str, str] = {}
        self.printed_again = self.bookmarks = 0

    def line(
        self,
        style: str,
        text: str,
        mark: Mark | None = None,
        *,
        number: tuple[int, int] | None = None,
    ) -> None:
        """Append a paragraph of plain text; `number` as `markup.paragraph`."""
        made = paragraph(style, number=number)
        if text:
            write(made, text)
        self.put([made], mark)

    def text(self, html: str, mark: Mark | None, *, level: int) -> None:
        """Append normalised rich text that stands under a heading of Word's `level`.

        A text without words leaves an empty paragraph: a place to write in.
        """
        made, seen_upper = [], False
        for piece in list(pieces(html)) or [Piece()]:
            seen_upper = seen_upper or piece.tag == "h3"
            deeper = 2 if piece.tag == "h4" and seen_upper else 1
            outline = min(level + deeper, 6) if piece.tag in INNER_HEADINGS else None
            one = paragraph(_style_of(piece), number=self._number_of(piece), outline=outline)
            for run in piece.runs:
                self._run(one, run)
            made.append(one)
        self.put(made, mark)

    def plain(self, texts: list[str], mark: Mark | None) -> None:
        """Append plain texts, a paragraph each."""
        made = [paragraph("Normal") for _text in texts]
        for one, text in zip(made, texts, strict=True):
            write(one, text)
        self.put(made, mark)

    def keep_with_next(self) -> None:
        """Keep the last paragraph on the page of what comes after it."""
        if len(self.into) and self.into[-1].tag == w("p"):
            self.into[-1][0].insert(1, element("keepNext"))

    def put(self, paragraphs: list[etree._Element], mark: Mark | None) -> None:
        """Append `paragraphs`, each with its bookmark; None sets no bookmarks."""
        self.into.extend(paragraphs)
        if mark is not None:
            self.mark(mark, paragraphs)

    def mark(self, mark: Mark, paragraphs: list[etree._Element]) -> None:
        """Put a bookmark of `mark` round each of `paragraphs`.

        What is printed a second time gets a mark that only says that the program printed it.
        """
        if mark in self.places:
            self.printed_again += 1
            mark = Mark("again", UUID(int=self.printed_again))
        self.places[mark] = self.place
        for number, one in enumerate(paragraphs):
            self.bookmarks += 1
            identity = str(self.bookmarks)
            one.insert(1, element("bookmarkStart", id=identity, name=mark.name(number)))
            one.append(element("bookmarkEnd", id=identity))

    @contextmanager
    def columns(self, style: str, number: int, *, wide: int) -> Iterator["Columns"]:
        """Append a table with `number` columns in all `wide` twips; give what adds its cells."""
        with self.table(style, (wide // number,) * number) as columns:
            yield columns

    @contextmanager
    def table(self, style: str, widths: tuple[int, ...]) -> Iterator["Columns"]:
        """Append a table whose columns have `widths` in twips; give what adds its cells."""
        if len(self.into) and self.into[-1].tag == w("tbl"):
            self.into.append(paragraph("Masthead"))  # tables that touch become one
        table = element(
            "tbl",
            element(
                "tblPr",
                value("tblStyle", style),
                element("tblW", w=str(sum(widths)), type="dxa"),
                element("tblLayout", type="fixed"),
                value("tblLook", "0000"),
            ),
            element("tblGrid", *(element("gridCol", w=str(width)) for width in widths)),
        )
        self.into.append(table)
        columns = Columns(self, table, widths)
        yield columns
        columns.fill()

    def _run(self, into: etree._Element, run: Run) -> None:
        if not run.href.lower().startswith(_FOLLOWED):
            write(into, run.text, bold=run.bold, italic=run.italic)
            return
        link = self._link(into, run.href)
        write(link, run.text, bold=run.bold, italic=run.italic, style="Hyperlink")

    def _link(self, into: etree._Element, href: str) -> etree._Element:
        """Return the link that text to `href` goes into: the one before, or a new one."""
        if href not in self.links:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self.links[href] = self.document.part.relate_to(href, kind, is_external=True)
        before, identity = into[-1], f"{{{R}}}id"
        if before.tag == w("hyperlink") and before.get(identity) == self.links[href]:
            return before
        return etree.SubElement(into, w("hyperlink"), {identity: self.links[href]})

    def _number_of(self, piece: Piece) -> tuple[int, int] | None:
        """Return the list and level of the mark that a paragraph bears."""
        if not piece.begins or not piece.lists:
            return None
        for one in piece.lists:
            if one not in self.list_ids:
                self.list_ids[one] = self._list_id(one)
        return self.list_ids[piece.lists[-1]], len(piece.lists) - 1

    def _list_id(self, one: OpenList) -> int:
        if one.ordered:
            return self.numbering.numbered()
        return MORE_BULLETS if one.before and self.list_ids[one.before] == BULLETS else BULLETS


class Columns:
    """Adds cells to a table, row after row."""

    def __init__(self, sheet: Sheet, table: etree._Element, widths: tuple[int, ...]) -> None:
        self.sheet, self.table, self.widths = sheet, table, widths
        #: The place in its row of the cell that comes next.
        self.at = 0

    @contextmanager
    def cell(self, mark: Mark | None = None) -> Iterator[None]:
        """Write into the next cell; `mark` is for the paragraphs that get none of their own."""
        if self.at == 0:
            self._begin_row()
        width = str(self.widths[self.at])
        made = element("tc", element("tcPr", element("tcW", w=width, type="dxa")))
        self.at = (self.at + 1) % len(self.widths)
        with self._into(made):
            yield
        if mark is not None:
            bare = [one for one in made[1:] if one.find(w("bookmarkStart")) is None]
            self.sheet.mark(mark, bare)

    @contextmanager
    def across(self) -> Iterator[None]:
        """Write into one cell that is as wide as the table, in a row of its own."""
        self.fill()
        self._begin_row()
        width = element("tcW", w=str(sum(self.widths)), type="dxa")
        made = element("tc", element("tcPr", width, value("gridSpan", len(self.widths))))
        with self._into(made):
            yield

    def _begin_row(self) -> None:
        self.table.append(element("tr", element("trPr", element("cantSplit"))))

    @contextmanager
    def _into(self, cell: etree._Element) -> Iterator[None]:
        """Write into `cell`, which is the next of the last row."""
        self.table[-1].append(cell)
        around, self.sheet.into = self.sheet.into, cell
        yield
        self.sheet.into = around
        if len(cell) == 1:
            cell.append(paragraph("Masthead"))

    def repeat_head(self) -> None:
        """Let what has been written so far be printed again where the table goes on."""
        for row in self.table.findall(w("tr")):
            row.find(w("trPr")).append(element("tblHeader"))

    def fill(self) -> None:
        """Give the last row the cells that it lacks: every row has as many."""
        while self.at:
            with self.cell():
                pass


def _style_of(piece: Piece) -> str:
    """Return the id of the style of a paragraph of rich text."""
    if piece.tag in INNER_HEADINGS:
        return INNER_HEADINGS[piece.tag].replace(" ", "")
    if piece.quoted:
        return "Quote"
    if not piece.lists:
        return "Normal"
    if piece.begins:
        return "ListParagraph"
    level = len(piece.lists)
    return f"ListContinue{level if level > 1 else ''}"
