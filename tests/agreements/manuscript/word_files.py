"""Word files made by hand, part by part, as Word writes them. Invented texts."""

import io
import zipfile

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PLACES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{WORDS}" xmlns:r="{PLACES}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)

#: Styles as a Swedish Word names them: English names, Swedish identifiers.
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in (
        ("Normal", "Normal", ""),
        ("Rubrik", "Title", "<w:rPr><w:b/></w:rPr>"),
        ("Rubrik1", "heading 1", "<w:rPr><w:b/></w:rPr>"),
        ("Rubrik2", "heading 2", ""),
        ("Kommunrubrik", "Kommunens rubrik", '<w:basedOn w:val="Rubrik2"/>'),
        ("Fet", "Fet text", "<w:rPr><w:b/></w:rPr>"),
        ("Liststycke", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>'),
        ("Punktlista2", "List Bullet 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("Innehll1", "toc 1", ""),
    )
)
#: List 1 has bullets, list 2 numbers.
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{key}">'
    + "".join(f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{kind}"/></w:lvl>' for at in range(3))
    + "</w:abstractNum>"
    for key, kind in ((1, "bullet"), (2, "decimal"))
) + "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in (1, 2))


def run(text, marks=""):
    """A run of text; `marks` as XML: "<w:b/>"."""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content, style="", properties=""):
    """A paragraph of runs or, for a plain one, its words."""
    inner = "".join(one if one.startswith("<") else run(one) for one in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def item(text, level=0, kind=1):
    """An item of a real list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{kind}"/></w:numPr>'
    return paragraph(*([text] if isinstance(text, str) else text), properties=place)


def table(*rows):
    """A table; each cell is its lines."""
    return f"<w:tbl>{''.join(f'<w:tr>{_cells(row)}</w:tr>' for row in rows)}</w:tbl>"


def _cells(row):
    return "".join(
        f"<w:tc>{''.join(paragraph(line) for line in cell.splitlines())}</w:tc>" for cell in row
    )


def field(instruction, shown):
    """A field such as a page number or a link, with what it shows as XML."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    return (
        f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"{mark('separate')}{shown}{mark('end')}"
    )


def word_file(*body, parts=None, links=(), document=None, files=None):
    """The bytes of a Word file.

    `parts` are more parts of word/ by kind ("comments") with their XML inside the root element;
    `links` addresses of relations named link1, link2 …; `document` replaces the whole main part;
    `files` are more files by their names.
    """
    more = {"styles": STYLES, "numbering": NUMBERING} | (parts or {})
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{PLACES}/{kind}" Target="{kind}.xml"/>' for kind in more
    ) + "".join(
        f'<Relationship Id="link{at}" Type="{PLACES}/hyperlink" Target="{address}" '
        'TargetMode="External"/>'
        for at, address in enumerate(links, 1)
    )
    package = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" '
            f'Type="{PLACES}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
        ),
        "word/document.xml": document
        or f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>",
    }
    for kind, content in more.items():
        package[f"word/{kind}.xml"] = f"<w:{kind} {SPACES}>{content}</w:{kind}>"
    return zipped(package | (files or {}))


def zipped(files):
    """The bytes of a zip file with `files` by their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return made.getvalue()


def outline(paragraphs):
    """The paragraphs as lines: "# heading", "- item", "  1. deeper item", "[2] in column two"."""
    lines = []
    for one in paragraphs:
        if one.is_heading:
            lines.append(f"{'#' * one.level} {one.text}")
        elif one.is_item:
            lines.append(f"{'  ' * one.level}{'1.' if one.is_ordered else '-'} {one.text}")
        else:
            lines.append(f"[{one.column}] {one.text}" if one.column else one.text)
    return lines
