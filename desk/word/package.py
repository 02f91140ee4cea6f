"""The parts of a Word file round its text: styles, settings, running lines, properties.

python-docx opens its own template and saves the whole; what the template brings along and no
document needs (a hundred styles, a thumbnail) is taken out.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from desk.word.markup import element, field, paragraph, value, w, write
from desk.word.styles import fill_styles
from intake.reading.word_parts import OURS

_UNWANTED = ("/thumbnail", "/customXml", "/stylesWithEffects", "/webSettings")
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
#: What every custom property of a document is declared with.
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
#: The custom properties that tell which text the file was made from.
DOCUMENT, CHANGE = OURS, "overens-change"
#: Languages without a country are given the one they are proofread by.
_COUNTRIES = {"sv": "sv-SE", "en": "en-GB", "fi": "fi-FI", "se": "se-SE"}


@dataclass(frozen=True)
class Origin:
    """The key of the row that the file is of, and the last change in its text (None: not known)."""

    top: UUID
    change: int | None


@dataclass(frozen=True)
class Sheets:
    """The paper of a Word file and its margins in twips, as those of what is printed."""

    width: int = 11906
    height: int = 16838
    top: int = 1701
    right: int = 1474
    bottom: int = 1531
    left: int = 1928

    @property
    def text_width(self) -> int:
        """How wide the text is."""
        return self.width - self.left - self.right


#: A4 as `static/print/agreement.css` has it, and laid down as `static/print/plan_table.css`.
UPRIGHT = Sheets()
LAID_DOWN = Sheets(16838, 11906, top=1304, right=1021, bottom=1134, left=1361)


class Package:
    """A Word file with empty pages."""

    def __init__(self, *, language: str, colour: str, sheets: Sheets = UPRIGHT) -> None:
        self.language = _COUNTRIES.get(language, language)
        self.document = Document()
        main = self.document.part
        for owner in (main, main.package):
            for identity, one in list(owner.rels.items()):
                if one.reltype.endswith(_UNWANTED):
                    del owner.rels[identity]
        fill_styles(
            main.styles.element,
            language=self.language,
            colour=colour,
            text_width=sheets.text_width,
        )
        _fill_settings(self.document.settings.element, self.language)
        self._measure(sheets)

    @property
    def numbering(self) -> etree._Element:
        """The root of numbering.xml."""
        return self.document.part.numbering_part.element

    def _measure(self, sheets: Sheets) -> None:
        """Set paper and margins."""
        section = self.document.sections[0]._sectPr
        for old in list(section):
            section.remove(old)
        size = {"w": str(sheets.width), "h": str(sheets.height)}
        lies = {"orient": "landscape"} if sheets.width > sheets.height else {}
        section.append(element("pgSz", **size, **lies))
        margins = {name: getattr(sheets, name) for name in ("top", "right", "bottom", "left")}
        around = {"header": min(850, sheets.top // 2), "footer": 680, "gutter": 0}
        section.append(
            element("pgMar", **{name: str(size) for name, size in (margins | around).items()})
        )

    def describe(
        self, *, title: str, author: str, keywords: str, dated: datetime, origin: Origin | None
    ) -> None:
        """Set the properties of the document, and which document it is of."""
        # The format has room for 255 characters in each.
        properties = self.document.core_properties
        properties.title, properties.author = title[:255], author[:255]
        properties.keywords, properties.language = keywords[:255], self.language
        properties.comments = properties.last_modified_by = ""
        properties.created = properties.modified = dated.astimezone(UTC).replace(tzinfo=None)
        properties.revision = 1
        if origin is not None:
            self._remember(origin)

    def _remember(self, origin: Origin) -> None:
        said = {DOCUMENT: str(origin.top)}
        if origin.change is not None:
            said[CHANGE] = str(origin.change)
        root = etree.Element(
            f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _TYPES}
        )
        # Numbers 0 and 1 are the format's own.
        for number, (name, text) in enumerate(said.items(), start=2):
            one = etree.SubElement(
                root,
                f"{{{_PROPERTIES}}}property",
                {"fmtid": _FORMAT_ID, "pid": str(number), "name": name},
            )
            etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = text
        package = self.document.part.package
        part = Part(
            PackURI("/docProps/custom.xml"),
            "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
            package,
        )
        package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)

    def running_lines(self, *, header: str, footer: str) -> None:
        """Write the lines across the top and at the foot of every page."""
        section = self.document.sections[0]
        if header:
            top = section.header._element
            top[:] = [paragraph("Header")]
            write(top[0], header)
        bottom = section.footer._element
        bottom[:] = [paragraph("Footer")]
        write(bottom[0], f"{footer}\t")
        field(bottom[0], "PAGE")
        write(bottom[0], " (")
        field(bottom[0], "NUMPAGES")
        write(bottom[0], ")")

    def finish(self) -> bytes:
        """Return the file."""
        body = self.document.element.body
        section = body.find(w("sectPr"))
        body.remove(section)
        if not len(body) or body[-1].tag == w("tbl"):
            body.append(paragraph("Masthead"))  # a text cannot end with a table
        body.append(section)
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()


def _fill_settings(settings: etree._Element, language: str) -> None:
    """Write settings.xml anew: Swedish hyphenation, and no "compatibility mode" in Word."""
    for old in list(settings):
        settings.remove(old)
    mode = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    settings.extend(
        [
            element("zoom", percent="100"),
            value("defaultTabStop", 709),
            element("autoHyphenation"),
            value("consecutiveHyphenLimit", 2),
            element("doNotHyphenateCaps"),
            value("characterSpacingControl", "doNotCompress"),
            element("compat", mode),
            element("themeFontLang", val=language),
            value("decimalSymbol", ","),
            value("listSeparator", ";"),
        ]
    )
