"""A Word file that comes back → its paragraphs, each with the mark of the row it is from.

Tracked changes are read as accepted. The XML is read with the tools that read manuscripts
(`intake.reading`); here the bookmarks are followed besides, and every list keeps its
identity, so that a text comes back as it went out.
"""

import re
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import groupby
from uuid import UUID

from lxml import etree

from core.text import printable
from core.together import taken_apart
from core.xml_package import PackageError, XmlPackage
from desk.word.bookmarks import Bookmarks
from desk.word.marks import Mark
from desk.word.numbering import ListRuns
from desk.word.package import CHANGE, DOCUMENT, Origin
from desk.word.remarks import Remark, Remarks
from desk.word.styles import INNER_HEADINGS, LIST_LEVELS
from intake.reading.limits import validate_paragraphs, validate_text
from intake.reading.word_guard import open_word, refusal
from intake.reading.word_notes import notes_of
from intake.reading.word_parts import WordParts
from intake.reading.word_runs import RunReader
from intake.reading.word_styles import Lists, Styles, W, heading_level, number, value

_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: Marks of layout that other programs write as elements.
_SIGNS = {f"{W}softHyphen": "\u00ad", f"{W}noBreakHyphen": "\u2011"}
_INNER = {name.lower(): tag for tag, name in INNER_HEADINGS.items()}


@dataclass(frozen=True)
class WordLine:
    """One paragraph. `html` is its text with marks, `text` without; `tag` p, h3 or h4.

    `mark` is the name of the bookmark round it, empty where there is none of ours.

    `level` is that of a section's heading, else 0. `item` names the list whose item begins here,
    `depth` how deep it lies from 1; a paragraph that goes on in an item has the depth alone.
    `number` is the mark that Word counts for an item, “b)”, where the file says how it is written.
    `row` is the number of the row of a table that it stands in, from 1, else 0.
    """

    text: str
    html: str
    mark: str = ""
    tag: str = "p"
    level: int = 0
    item: str = ""
    ordered: bool = False
    depth: int = 0
    number: str = ""
    quoted: bool = False
    row: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written in it."""
        return not self.text.strip()


@dataclass(frozen=True)
class Returned:
    """What a file says: its paragraphs, which text it was made from, what else was in it."""

    lines: list[WordLine]
    origin: Origin | None
    remarks: list[Remark]
    notes: list[str]


def read_word_file(content: bytes) -> Returned:
    """Return what a Word file says.

    Raises `ValidationError` with a sentence for what is no Word file, is damaged, or is larger
    than any document (`intake.reading.word_guard`).
    """
    package = open_word(content)
    try:
        parts = WordParts(package)
        reader = _Reader(parts)
        lines = reader.read()
        notes = notes_of(parts, reader.seen, struck=reader.runs.struck, with_comments=False)
        return Returned(lines, _origin(package, lines), reader.remarks.found(), notes)
    except PackageError as error:
        raise refusal(error) from error


def _origin(package: XmlPackage, lines: list[WordLine]) -> Origin | None:
    """Return which document the file says it is of; the title's bookmark says so too."""
    said = {}
    if "docProps/custom.xml" in package.names:
        for one in package.xml("docProps/custom.xml"):
            said[one.get("name", "")] = "".join(one.itertext()).strip()
    written = said.get(CHANGE, "")
    # No number that a database would refuse.
    change = int(written) if re.fullmatch(r"[0-9]{1,9}", written) else None
    try:
        return Origin(UUID(said.get(DOCUMENT, "")), change)
    except ValueError:
        titles = (Mark.named(line.mark) for line in lines)
        return next((Origin(one.key, None) for one in titles if one and one.code == "title"), None)


class _Reader:
    """Reads the body once, from top to bottom."""

    def __init__(self, parts: WordParts) -> None:
        self.body = parts.main.root.find(f"{W}body")
        for sign in list(self.body.iter(*_SIGNS)):
            sign.text, sign.tag = _SIGNS[sign.tag], f"{W}t"
        self.styles, self.lists = Styles(parts.root("styles")), Lists(parts.root("numbering"))
        self.list_runs = ListRuns(parts.root("numbering"))
        self.names = _style_names(parts.root("styles"))
        self.seen: Counter = Counter()
        self.runs = RunReader(self.body, self.styles, parts.main.links, self.seen)
        self.bookmarks = Bookmarks()
        self.remarks = Remarks(parts.root("comments"))
        self.rows: dict[etree._Element, int] = {}

    def read(self) -> list[WordLine]:
        """Return the lines; raise `ValidationError` for more than any document has."""
        lines, carried, characters = [], [], 0
        for one in self.body.iter(f"{W}p", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}tbl"):
            if one.tag == f"{W}tbl":
                names = (mark.get(f"{W}name", "") for mark in one.iter(f"{W}bookmarkStart"))
                self.seen["tables"] += not any(Mark.named(name) for name in names)
            elif one.tag != f"{W}p":
                if not _inside_paragraph(one):
                    self.bookmarks.pass_by(one)
            elif not _is_left_out(one):
                carried.append(one)
                if one.find(f"{W}pPr/{W}rPr/{W}del") is not None:
                    continue  # its end was deleted: it goes on in the next one
                lines.append(self._line(carried))
                carried = []
                characters += len(lines[-1].text)
                validate_text(characters)
                validate_paragraphs(len(lines))
        if carried:
            lines.append(self._line(carried))
        return lines

    def _line(self, paragraphs: list[etree._Element]) -> WordLine:
        bookmark = self.bookmarks.around(paragraphs)
        mark = Mark.named(bookmark)
        properties = paragraphs[-1].find(f"{W}pPr")
        style_id = value(properties, "w:pStyle")
        style, name = self.styles.get(style_id), self.names.get(style_id or "", "")
        runs = []
        for one in paragraphs:
            # Without its style: what a style makes bold or italic is its look, not emphasis.
            runs += self.runs.read(one, None)
            self.remarks.pass_through(one, bookmark)
            self.seen["boxes"] += len(self.runs.boxes)
        if mark is not None and mark.code == "mast":
            del self.seen["pictures"]  # the logotypes, before which there is nothing
        if style.is_contents or style.is_hidden:
            runs = []
        text = taken_apart("".join(printable(run.text) for run in runs))
        # Programs cut runs where they like; what is marked alike belongs together.
        marked = groupby(runs, key=lambda run: (run.is_bold, run.is_italic, _address(run.href)))
        html = "".join(_html("".join(run.text for run in alike), *marks) for marks, alike in marked)
        if name in _INNER:
            level = 0
        else:
            own = heading_level(properties)
            level = (style.heading or 0) if own is None else own
        item, ordered, depth, written = self._item(properties, style_id, style)
        if not item:
            depth = _continued(name)
        return WordLine(
            text=text,
            html=html,
            mark=bookmark,
            tag=_INNER.get(name, "p"),
            level=level,
            item=item,
            ordered=ordered,
            depth=depth,
            number=written,
            quoted=name in ("quote", "intense quote"),
            row=self._row(paragraphs[-1]),
        )

    def _row(self, paragraph: etree._Element) -> int:
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        return 0 if row is None else self.rows.setdefault(row, len(self.rows) + 1)

    def _item(self, properties, style_id, style) -> tuple[str, bool, int, str]:
        """Return the list a paragraph is an item of ("" for none), its kind, depth and number."""
        list_id = value(properties, "w:numPr/w:numId")
        level = number(value(properties, "w:numPr/w:ilvl"))
        if list_id is None:
            list_id, level = style.list_id, level if level is not None else style.list_level
        if not list_id or list_id == "0":
            return "", False, 0, ""
        depth, number_format = self.lists.level(list_id, level, style_id)
        if number_format == "none" and style.heading:
            return "", False, 0, ""
        written = self.lists.next_mark(list_id, depth)
        depth = min(depth, LIST_LEVELS - 1)
        run = self.list_runs.run_of(list_id, depth)
        return run, number_format not in ("bullet", "none"), depth + 1, written


def _style_names(root: etree._Element | None) -> dict[str, str]:
    """Return the names of the styles by their ids, in small letters."""
    styles = () if root is None else root.iter(f"{W}style")
    return {one.get(f"{W}styleId", ""): (value(one, "w:name") or "").lower() for one in styles}


def _continued(name: str) -> int:
    """Return how deep a further paragraph of an item lies: "list continue 2" → 2."""
    if name == "list paragraph":
        return LIST_LEVELS  # its mark was taken away: it goes on in whatever item is open
    words = name.removeprefix("list continue")
    if words == name:
        return 0
    return int(words) if words.strip().isdecimal() else 1


def _inside_paragraph(bookmark: etree._Element) -> bool:
    return next(bookmark.iterancestors(f"{W}p"), None) is not None


def _is_left_out(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph lies in a text box, or in a row of a table that was deleted."""
    if next(paragraph.iterancestors(_BOX, _FALLBACK), None) is not None:
        return True
    rows = paragraph.iterancestors(f"{W}tr")
    return any(row.find(f"{W}trPr/{W}del") is not None for row in rows)


def _address(href: str) -> str:
    """Return where a link leads; LibreOffice adds a slash to the bare name of a site."""
    return re.sub(r"^(https?://[^/?#]+)/$", r"\1", href)


def _html(text: str, bold: bool, italic: bool, href: str) -> str:
    text = escape(taken_apart(printable(text))).replace("\n", "<br>")
    text = f"<em>{text}</em>" if italic else text
    text = f"<strong>{text}</strong>" if bold else text
    return f'<a href="{escape(href)}">{text}</a>' if href else text
