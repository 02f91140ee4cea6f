"""The text of a Word file's paragraphs: what is seen of them when every change is accepted."""

import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree

from core.together import taken_apart
from intake.reading.runs import Run
from intake.reading.word_styles import Styles, W, is_on, is_struck, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# Elements whose own text is nothing and whose children are read in their place.
_INSIDE = {
    f"{W}{name}"
    for name in ("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
} | {f"{_MATHS}oMathPara", f"{_MATHS}oMath"}
_CHARACTERS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_SAID = {f"{W}t", *_CHARACTERS}
# What a field shows is text of the document, save for these.
_LEFT_OUT = {"TOC", "PAGE", "NUMPAGES", "SECTIONPAGES", "INDEX", "TOA", "XE", "TC", "RD"}
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')
_SYMBOL_FONTS = {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"}
# More fields inside one another than anyone writes.
_MAX_FIELDS = 50
_SYMBOLS = {0xA8: "☐", 0x6F: "☐", 0xFE: "☑", 0x52: "☑", 0xFD: "☒", 0xE0: "→"}


@dataclass
class _Field:
    instruction: str = ""
    is_result: bool = False

    @property
    def is_left_out(self) -> bool:
        words = self.instruction.split(maxsplit=1)
        return not self.is_result or bool(words and words[0].upper() in _LEFT_OUT)

    @property
    def is_contents(self) -> bool:
        return self.is_result and self.instruction.lstrip().upper().startswith("TOC")

    @property
    def href(self) -> str:
        found = _LINK.match(self.instruction)
        return found[1] if found else ""


class RunReader:
    """Reads the paragraphs of one part in order, since a field may begin in one and end in another.

    `links` gives the addresses of the part's relations. `seen` counts what is not text: pictures,
    hidden text; `boxes` holds the text boxes of the paragraph that was read last. What is struck
    through is deleted to who reads it: it is left out, and `struck` holds it, piece by piece.
    """

    def __init__(
        self, part: etree._Element, styles: Styles, links: dict[str, str], seen: Counter
    ) -> None:
        self._styles = styles
        self._links = links
        self._fields: list[_Field] = []
        kinds = Counter(one.get(f"{W}fldCharType") for one in part.iter(f"{W}fldChar"))
        self._every_field_ends = kinds["begin"] == kinds["end"]
        self._seen = seen
        self._bold = self._italic = self._struck = False
        self._goes_on_struck = False
        self.boxes: list[etree._Element] = []
        self.struck: list[str] = []

    def read(self, paragraph: etree._Element, style_id: str | None) -> list[Run]:
        """Return the text of a `w:p` with its marks."""
        style = self._styles.get(style_id)
        self._bold, self._italic = bool(style.is_bold), bool(style.is_italic)
        self._struck, self._goes_on_struck = bool(style.is_struck), False
        self.boxes = []
        runs: list[Run] = []
        self._children(paragraph, "", runs)
        # A field that is broken off: nothing after it may vanish with it.
        self._fields = [one for one in self._fields if one.is_result and self._every_field_ends]
        return runs

    def _children(self, parent: etree._Element, href: str, runs: list[Run]) -> None:
        for child in parent:
            if child.tag == f"{W}r":
                self._run(child, href, runs)
            elif child.tag == f"{W}hyperlink":
                target = self._links.get(child.get(f"{_RELATIONS}id", ""), "")
                self._children(child, target, runs)
            elif child.tag == f"{W}fldSimple":
                self._fields.append(_Field(child.get(f"{W}instr", ""), is_result=True))
                self._children(child, href, runs)
                self._fields.pop()
            elif child.tag == f"{_MATHS}r":
                self._add(runs, "".join(child.itertext(f"{_MATHS}t")), href)
            elif child.tag == f"{W}sdt" and is_on(child, "w:sdtPr/w:showingPlcHdr"):
                continue  # "Click here to enter text": nobody wrote it
            elif child.tag in _INSIDE:
                self._children(child, href, runs)

    def _run(self, run: etree._Element, href: str, runs: list[Run]) -> None:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "w:vanish"):
            self._seen["hidden"] += 1
            return
        bold, italic, is_symbol = self._marks(properties)
        if self._is_struck(properties):
            self._strike(run)
            return
        text = ""
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                text += _symbols(child.text or "") if is_symbol else child.text or ""
            elif tag in _CHARACTERS:
                text += _CHARACTERS[tag]
            elif tag == f"{W}sym":
                text += _symbol(child.get(f"{W}char", ""))
            elif tag == f"{W}fldChar":
                self._add(runs, text, href, bold, italic)
                text = ""
                self._field(child.get(f"{W}fldCharType"))
            elif tag == f"{W}instrText" and self._fields:
                self._fields[-1].instruction += child.text or ""
            elif tag == f"{_MC}AlternateContent" and child.find(f"{_MC}Fallback/{W}t") is not None:
                text += child.findtext(f"{_MC}Fallback/{W}t") or ""
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{_MC}AlternateContent"):
                self._drawing(child)
        self._add(runs, text, href, bold, italic)

    def _marks(self, properties: etree._Element | None) -> tuple[bool, bool, bool]:
        if properties is None:
            return self._bold, self._italic, False
        style = self._styles.get(value(properties, "w:rStyle"))
        bold, italic = is_on(properties, "w:b"), is_on(properties, "w:i")
        bold = style.is_bold if bold is None else bold
        italic = style.is_italic if italic is None else italic
        fonts = properties.find(f"{W}rFonts")
        font = "" if fonts is None else fonts.get(f"{W}ascii", "")
        return (
            self._bold if bold is None else bold,
            self._italic if italic is None else italic,
            font.lower() in _SYMBOL_FONTS,
        )

    def _is_struck(self, properties: etree._Element | None) -> bool:
        own = is_struck(properties)
        if own is None:
            own = self._styles.get(value(properties, "w:rStyle")).is_struck
        return self._struck if own is None else own

    def _strike(self, run: etree._Element) -> None:
        """Keep what is struck through for telling of; runs that touch are one piece."""
        for child in run:
            if child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType"))
            elif child.tag == f"{W}instrText" and self._fields:
                self._fields[-1].instruction += child.text or ""
        words = "".join(child.text or " " for child in run if child.tag in _SAID)
        if self._goes_on_struck:
            self.struck[-1] += words
        elif words.strip():
            self.struck.append(words)
            self._goes_on_struck = True

    def _add(self, runs: list[Run], text: str, href: str, bold=False, italic=False) -> None:
        if not text:
            return
        self._goes_on_struck = False
        if any(field.is_left_out for field in self._fields):
            self._seen["contents"] += self._fields[0].is_contents
        else:
            href = href or next((one.href for one in reversed(self._fields) if one.href), "")
            runs.append(Run(taken_apart(text), bold, italic, href))

    def _field(self, kind: str | None) -> None:
        if kind == "begin" and len(self._fields) < _MAX_FIELDS:
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, drawing: etree._Element) -> None:
        """Note a picture, or keep the text boxes in it. Word tells of each in two ways at once."""
        choice = drawing.find(f"{_MC}Choice")
        for part in (drawing,) if choice is None else (choice, drawing):
            boxes = list(part.iter(f"{W}txbxContent"))
            if boxes:
                inner = set(boxes)
                self.boxes += [
                    box for box in boxes if inner.isdisjoint(box.iterancestors(f"{W}txbxContent"))
                ]
                return
        self._seen["pictures"] += 1


def _symbols(text: str) -> str:
    """Return text in a font of signs: its letters are not letters ("§" is a square there)."""
    return "".join(sign if sign.isspace() else _sign(ord(sign)) for sign in text)


def _symbol(code: str) -> str:
    return _sign(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,4}", code) else ""


def _sign(code: int) -> str:
    return _SYMBOLS.get(code & 0xFF, "•")
