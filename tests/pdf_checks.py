"""Structure checks of a PDF that `outloud` does not make, and its text as a screen reader reads it.

`problems(data)` gives sentences, none when all is well. Sources: ISO 14289-1 (PDF/UA-1),
ISO 19005-2 and -3 (PDF/A), ISO 32000-1.
"""

import re
from collections import defaultdict
from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont
from lxml import etree
from outloud import check
from pikepdf import Array, Dictionary, Name

PAINTING = {
    "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "Do", "sh", "EI",
}  # fmt: skip
STANDARD = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
    "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
    "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu", "Figure", "Formula", "Form",
}  # fmt: skip
MAY_HOLD = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}


def problems(data: bytes, tmp_path, *, skip=()) -> list[str]:
    """Give what is wrong with a PDF, by `outloud` and by the checks here."""
    file = tmp_path / "checked.pdf"
    file.write_bytes(data)
    result = check(str(file), skip=list(skip))
    found = [f"outloud {finding.rule}: {finding.message}" for finding in result.findings]
    if result.error:
        found.append(result.error)
    with pikepdf.open(BytesIO(data)) as pdf:
        elements = list(structure(pdf))
        found += catalog_problems(pdf)
        found += content_problems(pdf, elements)
        found += element_problems(elements)
        found += link_problems(pdf, elements)
        found += font_problems(pdf)
    return found


def structure(pdf):
    """Walk the structure elements in reading order as (tag, element, parent's tag)."""
    top = pdf.Root.StructTreeRoot.K
    stack = [(kid, "") for kid in reversed(list(top) if isinstance(top, Array) else [top])]
    while stack:
        element, parent = stack.pop()
        tag = str(element.S)[1:]
        yield tag, element, parent
        stack += [(kid, tag) for kid in reversed(_kids(element)) if _is_element(kid)]


def metadata(pdf) -> dict[str, str]:
    """Give the simple properties of the XMP packet, found inside rdf:RDF."""
    root = etree.fromstring(bytes(pdf.Root.Metadata.read_bytes()))
    rdf = root.find("rdf:RDF", NAMESPACES)
    return {
        element.prefix + ":" + etree.QName(element).localname: " ".join(element.itertext()).strip()
        for description in rdf.findall("rdf:Description", NAMESPACES)
        for element in description
    }


def catalog_problems(pdf) -> list[str]:
    root, facts = pdf.Root, metadata(pdf)
    intent = root.OutputIntents[0]
    wrong = {
        "no language": not str(root.get("/Lang", "")),
        "not marked": root.MarkInfo.get("/Marked") is not True,
        "title not shown": root.ViewerPreferences.get("/DisplayDocTitle") is not True,
        "no title": not facts.get("dc:title"),
        "title differs": facts.get("dc:title") != str(pdf.docinfo.get("/Title")),
        "not PDF/UA-1": facts.get("pdfuaid:part") != "1",
        "not PDF/A": facts.get("pdfaid:part") not in ("2", "3"),
        "not level A": facts.get("pdfaid:conformance") != "A",
        "no extension schema": "pdfaExtension:schemas" not in facts,
        "no output intent": intent.S != Name.GTS_PDFA1 or intent.DestOutputProfile.N != 3,
        "no identifier": "/ID" not in pdf.trailer,
        "encrypted": pdf.is_encrypted,
        "runs something": any(key in root for key in ("/OpenAction", "/AA", "/AcroForm")),
        "attachments in PDF/A-2": facts.get("pdfaid:part") == "2" and "/AF" in root,
    }
    return [problem for problem, is_so in wrong.items() if is_so]


def content_problems(pdf, elements) -> list[str]:
    """All that is painted is an artifact or held by one element, and the parent tree knows it."""
    found = []
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
    holders = defaultdict(list)
    for _tag, element, _parent in elements:
        for kid in _kids(element):
            if not isinstance(kid, Dictionary):
                holders[element.Pg.objgen, int(kid)].append(element.objgen)
    for number, page in enumerate(pdf.pages, 1):
        owners, open_marks = parents[int(page.obj.StructParents)], []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BMC", "BDC"):
                mcid = operands[1].get("/MCID") if name == "BDC" else None
                if open_marks:
                    found.append(f"page {number}: marked content inside marked content")
                open_marks.append(mcid)
                if mcid is None and operands[0] != Name.Artifact:
                    found.append(f"page {number}: neither numbered nor an artifact")
                if mcid is not None:
                    held = holders.pop((page.obj.objgen, int(mcid)), [])
                    if held != [owners[int(mcid)].objgen]:
                        found.append(f"page {number}: content {mcid} is not held once by its owner")
            elif name == "EMC":
                open_marks.pop()
            elif name in PAINTING and not open_marks:
                found.append(f"page {number}: {name} outside marked content")
    return found + [f"held but not painted: {key}" for key in holders]


def element_problems(elements) -> list[str]:
    found, level = [], 0
    for tag, element, parent in elements:
        if tag not in STANDARD:
            found.append(f"{tag} is no standard type")
        if parent in MAY_HOLD and tag not in MAY_HOLD[parent]:
            found.append(f"{tag} in {parent}")
        if tag in ("LI", "TR", "THead", "TBody") and tag not in MAY_HOLD.get(parent, ()):
            found.append(f"{tag} outside its parent: in {parent}")
        if match := re.fullmatch(r"H(\d)", tag):
            if int(match[1]) > level + 1:
                found.append(f"{tag} after H{level}")
            level = int(match[1])
        attributes = element.get("/A", Dictionary())
        if tag == "TH" and "/Scope" not in attributes:
            found.append("TH without Scope")
        if tag == "L" and "/ListNumbering" not in attributes:
            found.append("L without ListNumbering")
        if tag == "Figure":
            left, bottom, right, top = map(float, attributes.BBox)
            page = [float(side) for side in element.Pg.MediaBox]
            if not str(element.get("/Alt", "")):
                found.append("Figure without Alt")
            if not (0 <= left < right <= page[2] and 0 <= bottom < top <= page[3]):
                found.append("Figure outside its page")
        if tag == "Link" and not any(_is_reference(kid) for kid in _kids(element)):
            found.append("Link without annotation")
    return found


def link_problems(pdf, elements) -> list[str]:
    found = []
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
    holders = {
        kid.Obj.objgen: element.objgen
        for _tag, element, _parent in elements
        for kid in _kids(element)
        if _is_reference(kid)
    }
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.obj.get("/Annots", [])
        if annotations and page.obj.get("/Tabs") != Name.S:
            found.append(f"page {number}: tab order is not that of the structure")
        for annotation in annotations:
            if not str(annotation.get("/Contents", "")):
                found.append(f"page {number}: annotation without Contents")
            if int(annotation.get("/F", 0)) & 0b111111 != 4:
                found.append(f"page {number}: annotation does not print")
            owner = parents.get(int(annotation.get("/StructParent", -1)))
            if owner is None or holders.get(annotation.objgen) != owner.objgen:
                found.append(f"page {number}: annotation is not in the structure")
    return found


def fonts(pdf) -> dict[str, Dictionary]:
    """Give the fonts of all pages by resource name; all pages share them."""
    return {name: font for page in pdf.pages for name, font in page.Resources.Font.items()}


def families(data: bytes) -> set[str]:
    """Give the names of the fonts in the file, without the subset's tag."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return {
            re.sub(r"^/[A-Z]{6}\+", "", str(f.BaseFont)).strip(",") for f in fonts(pdf).values()
        }


def font_problems(pdf) -> list[str]:
    found = []
    for font in fonts(pdf).values():
        name = str(font.BaseFont)
        descriptor = font.DescendantFonts[0].FontDescriptor
        if "/FontFile2" not in descriptor and "/FontFile3" not in descriptor:
            found.append(f"{name} is not embedded")
        if "/ToUnicode" not in font:
            found.append(f"{name} cannot be read back")
        if font.DescendantFonts[0].Subtype == Name.CIDFontType2 and (
            "/CIDToGIDMap" not in font.DescendantFonts[0]
        ):
            found.append(f"{name} has no CIDToGIDMap")
    glyphs = {font.objgen: _glyph_count(font) for font in fonts(pdf).values()}
    for number, page in enumerate(pdf.pages, 1):
        for font, codes, _mcid, _line in _shown(page):
            if any(code == 0 or code >= glyphs[font.objgen] for code in codes):
                found.append(f"page {number}: a missing glyph in {font.BaseFont}")
    return found


def _glyph_count(font) -> int:
    descriptor = font.DescendantFonts[0].FontDescriptor
    file = descriptor.get("/FontFile2") or descriptor.get("/FontFile3")
    with TTFont(BytesIO(file.read_bytes()), lazy=True) as opened:
        return opened["maxp"].numGlyphs


def spoken(data: bytes) -> list[str]:
    """Give the text of each block in the order of the structure: what is read aloud."""
    with pikepdf.open(BytesIO(data)) as pdf:
        texts: dict = defaultdict(str)
        letters = {font.objgen: _letters(font) for font in fonts(pdf).values()}
        for page in pdf.pages:
            for font, codes, mcid, line in _shown(page):
                text = "".join(letters[font.objgen].get(code, "\ufffd") for code in codes)
                # A new line of the same block; WeasyPrint hyphenates with U+2010.
                key = page.obj.objgen, mcid
                texts[key] += text if texts[key] else f"{line}\n{text}"
        blocks, line = [""], ""
        for tag, element, _parent in structure(pdf):
            if tag not in ("Span", "NonStruct", "Link", "Lbl", "LBody"):
                blocks.append(f"[Figure: {element.Alt}]" if tag == "Figure" else "")
            if tag == "Lbl" and blocks[-1]:
                blocks.append("")
            for kid in _kids(element):
                if isinstance(kid, Dictionary) or tag == "Figure":
                    continue
                at, _newline, text = texts[element.Pg.objgen, int(kid)].partition("\n")
                if at != line and blocks[-1]:
                    blocks[-1] = blocks[-1].removesuffix("\u2010") + (
                        "" if blocks[-1].endswith("\u2010") else " "
                    )
                line = at
                blocks[-1] += text
        return [" ".join(block.split()) for block in blocks if block.strip()]


def _shown(page):
    """Give (font, codes, marked content number, height) of each string that a page shows."""
    font, mcid, line = None, None, ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            font = page.Resources.Font[str(operands[0])]
        elif name == "Tm":
            line = str(operands[5])
        elif name == "BDC":
            mcid = operands[1].get("/MCID")
        elif name == "EMC":
            mcid = None
        elif name in ("Tj", "TJ"):
            strings = operands[0] if name == "TJ" else operands
            raw = b"".join(bytes(s) for s in strings if isinstance(s, pikepdf.String))
            codes = [int.from_bytes(raw[n : n + 2], "big") for n in range(0, len(raw), 2)]
            yield font, codes, mcid if mcid is None else int(mcid), line


def _letters(font) -> dict[int, str]:
    table = font.ToUnicode.read_bytes().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9a-fA-F]{4})>\s*<((?:[0-9a-fA-F]{4})+)>\s*\n", table)
    }


def _kids(element) -> list:
    held = element.get("/K", [])
    return list(held) if isinstance(held, Array) else [held]


def _is_element(kid) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _is_reference(kid) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR
