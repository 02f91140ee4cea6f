"""The styles of the Word file: Word's own where it has one, so that its tools know them.

Headings carry Word's built-in names, which make up the navigation pane; a heading inside a text
has a style of its own (`INNER_HEADINGS`), since it is no section. Names are in the file for good:
`reading` knows paragraphs by them, for Word and LibreOffice give styles new ids when they save.
"""

from lxml import etree

from desk.word.markup import element, value, w

# Metric-compatible faces of both come with LibreOffice (Caladea, Carlito), so lines and pages
# break alike; the product's own faces are on no reader's machine.
SERIF, SANS = "Cambria", "Calibri"

#: HTML heading inside a text → the name of its style.
INNER_HEADINGS = {"h3": "Mellanrubrik", "h4": "Mellanrubrik 2"}
#: How many levels of Heading there are.
HEADING_LEVELS = 6
#: How deep lists go (`core.richtext_shape`).
LIST_LEVELS = 9
#: 6 mm, the indent of each level of a list, and how far its mark stands out from it.
INDENT, HANGING = 340, 240

_SOFT_INK = "54606a"


def fill_styles(styles: etree._Element, *, language: str, colour: str, text_width: int) -> None:
    """Write all styles into the root of styles.xml.

    `language` as "sv-SE", `colour` as hex, `text_width` in twips.
    """
    for old in list(styles):
        if old.tag != w("latentStyles"):
            styles.remove(old)
    styles.insert(0, _defaults(language))
    styles.extend(_paragraph_styles(colour, text_width))
    styles.extend(_other_styles(colour))


def _defaults(language: str) -> etree._Element:
    run = element(
        "rPr",
        _font(SERIF),
        value("color", "1c2326"),
        value("sz", 21),
        value("szCs", 21),
        element("lang", val=language, eastAsia=language, bidi="ar-SA"),
    )
    paragraph = element(
        "pPr",
        element("widowControl"),
        element("spacing", after="150", line="310", lineRule="auto"),
    )
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def _font(name: str) -> etree._Element:
    return element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _style(
    identity: str,
    name: str,
    *,
    based_on: str = "Normal",
    following: str = "",
    paragraph: tuple[etree._Element, ...] = (),
    run: tuple[etree._Element, ...] = (),
    kind: str = "paragraph",
) -> etree._Element:
    made = element("style", value("name", name), type=kind, styleId=identity)
    if based_on:
        made.append(value("basedOn", based_on))
    if following:
        made.append(value("next", following))
    made.append(element("qFormat"))
    if paragraph:
        made.append(element("pPr", *paragraph))
    if run:
        made.append(element("rPr", *run))
    return made


def _spacing(before: int, after: int, line: int | None = None) -> etree._Element:
    said = {"before": str(before), "after": str(after)}
    if line:
        said |= {"line": str(line), "lineRule": "auto"}
    return element("spacing", **said)


def _size(half_points: int) -> tuple[etree._Element, etree._Element]:
    return value("sz", half_points), value("szCs", half_points)


def _bold() -> tuple[etree._Element, etree._Element]:
    return element("b"), element("bCs")


def _italic() -> tuple[etree._Element, etree._Element]:
    return element("i"), element("iCs")


def _small() -> tuple[etree._Element, ...]:
    # Made anew each time: an element stands in one place only.
    return (_font(SANS), value("color", _SOFT_INK), *_size(18))


def _heading(level: int, colour: str) -> etree._Element:
    """Return Heading `level`, with the measures of the printed document."""
    size, before, after = {1: (28, 460, 110), 2: (23, 310, 70), 3: (21, 230, 60)}.get(
        level, (21, 170, 60)
    )
    shape = _bold() if level <= 3 else _italic()
    return _style(
        f"Heading{level}",
        f"heading {level}",
        following="Normal",
        paragraph=(
            element("keepNext"),
            element("keepLines"),
            element("suppressAutoHyphens"),
            _spacing(before, after, 290),
            value("outlineLvl", level - 1),
        ),
        run=(*shape, value("color", colour), *_size(size)),
    )


def _inner_heading(tag: str, colour: str) -> etree._Element:
    name = INNER_HEADINGS[tag]
    return _style(
        name.replace(" ", ""),
        name,
        following="Normal",
        paragraph=(
            element("keepNext"),
            element("keepLines"),
            element("suppressAutoHyphens"),
            _spacing(200, 60, 290),
        ),
        run=(*(_bold() if tag == "h3" else _italic()), value("color", colour)),
    )


def _paragraph_styles(colour: str, text_width: int) -> list[etree._Element]:
    line_above = element("pBdr", element("top", val="single", sz="5", space="3", color="1c2326"))
    normal = _style("Normal", "Normal", based_on="")
    normal.set(w("default"), "1")
    return [
        normal,
        _style(
            "Title",
            "Title",
            following="Subtitle",
            paragraph=(
                element("keepNext"),
                element("suppressAutoHyphens"),
                _spacing(900, 120, 270),
            ),
            run=(*_bold(), value("color", colour), *_size(46)),
        ),
        _style(
            "Subtitle",
            "Subtitle",
            following="Normal",
            paragraph=(element("suppressAutoHyphens"), _spacing(0, 440)),
            run=(_font(SANS), value("color", _SOFT_INK), *_size(24)),
        ),
        *(_heading(level, colour) for level in range(1, HEADING_LEVELS + 1)),
        *(_inner_heading(tag, colour) for tag in INNER_HEADINGS),
        _style(
            "ListParagraph",
            "List Paragraph",
            paragraph=(_spacing(0, 150), element("contextualSpacing")),
        ),
        *(_continued(level) for level in range(1, LIST_LEVELS + 1)),
        _style("Quote", "Quote", paragraph=(element("ind", left=str(INDENT)),), run=_italic()),
        _style("Masthead", "Brevhuvud", paragraph=(_spacing(0, 0, 260),), run=_small()),
        _style("Dated", "Datum", based_on="Masthead", paragraph=(value("jc", "right"),)),
        _style(
            "PartyName",
            "Part",
            paragraph=(element("keepNext"), element("suppressAutoHyphens"), _spacing(60, 40)),
            run=_bold(),
        ),
        _style("Person", "Person", paragraph=(_spacing(0, 0),)),
        _style("Small", "Liten text", paragraph=(_spacing(0, 100, 260),), run=_small()),
        _style("Cell", "Cell", paragraph=(_spacing(0, 0, 270),), run=(_font(SANS), *_size(19))),
        _style(
            "CellHead",
            "Cellrubrik",
            paragraph=(element("keepNext"), _spacing(0, 0, 260)),
            run=(_font(SANS), *_bold(), value("color", _SOFT_INK), *_size(17)),
        ),
        _style(
            "PlaceAndDate",
            "Ort och datum",
            based_on="Small",
            paragraph=(
                element("keepNext"),
                element(
                    "pBdr", element("bottom", val="single", sz="4", space="20", color="9aa6ab")
                ),
                _spacing(120, 300),
            ),
        ),
        _style(
            "Signature",
            "Namnteckning",
            paragraph=(element("keepNext"), line_above, _spacing(760, 0)),
            run=(_font(SANS), *_size(19)),
        ),
        _style(
            "Header",
            "header",
            paragraph=(_spacing(0, 0), value("jc", "center")),
            run=(_font(SANS), *_bold(), value("color", "9a4515"), *_size(18)),
        ),
        _style(
            "Footer",
            "footer",
            paragraph=(
                element("tabs", element("tab", val="right", pos=str(text_width))),
                _spacing(0, 0, 260),
            ),
            run=(_font(SANS), value("color", _SOFT_INK), *_size(17)),
        ),
    ]


def _continued(level: int) -> etree._Element:
    """Return the style of a further paragraph in a list item."""
    number = "" if level == 1 else f" {level}"
    return _style(
        f"ListContinue{number.strip()}",
        f"List Continue{number}",
        based_on="ListParagraph",
        paragraph=(element("ind", left=str(INDENT * level)),),
    )


def _other_styles(colour: str) -> list[etree._Element]:
    link = _style(
        "Hyperlink",
        "Hyperlink",
        based_on="",
        kind="character",
        run=(value("color", "0b5a6b"), value("u", "single")),
    )
    # Not bold: a bold line before the title is taken for a heading by those who read the file.
    name = _style(
        "MastheadName",
        "Brevhuvud namn",
        based_on="",
        kind="character",
        run=(value("color", "1c2326"), *_size(20)),
    )
    return [link, name, *_tables(colour)]


def _tables(colour: str) -> list[etree._Element]:
    """Return the styles of tables: lines between rows, one below the masthead, else none."""
    plain = _style("TableNormal", "Normal Table", based_on="", kind="table")
    plain.set(w("default"), "1")
    plain.append(_cells(0, 108))
    columns = _style("Columns", "Kolumner", based_on="TableNormal", kind="table")
    columns.append(_cells(0, 280, bottom=200))
    # Below those who sign for one party, or the next one's name would belong to them.
    signing = _style("Signatures", "Namnteckningar", based_on="TableNormal", kind="table")
    signing.append(_cells(0, 280, bottom=480))
    masthead = _style("MastheadTable", "Brevhuvud tabell", based_on="TableNormal", kind="table")
    border = element("bottom", val="single", sz="4", space="0", color=colour)
    masthead.append(_cells(0, 200, element("tblBorders", border), bottom=170))
    rows = _style("Rows", "Rader", based_on="TableNormal", kind="table")
    lines = (
        element(side, val="single", sz="4", space="0", color="d9ddd9")
        for side in ("bottom", "insideH")
    )
    rows.append(_cells(0, 160, element("tblBorders", *lines), top=60, bottom=60))
    return [plain, columns, signing, masthead, rows]


def _cells(
    left: int, right: int, *borders: etree._Element, top: int = 0, bottom: int = 0
) -> etree._Element:
    margins = element(
        "tblCellMar",
        *(
            element(side, w=str(width), type="dxa")
            for side, width in (
                ("top", top),
                ("left", left),
                ("bottom", bottom),
                ("right", right),
            )
        ),
    )
    return element("tblPr", element("tblInd", w="0", type="dxa"), *borders, margins)
