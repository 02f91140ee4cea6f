"""Puts right what WeasyPrint 70 leaves wrong in the structure of a tagged PDF.

| WeasyPrint writes | PDF/UA-1 (ISO 14289-1) asks for |
|---|---|
| page headers and footers as text outside the structure tree | artifacts (7.8) |
| images with empty alt as figures without Alt | artifacts (7.3) |
| list items without LBody, deeper lists beside their item | L > LI > Lbl, LBody > L (7.6) |
| no ListNumbering | ListNumbering where there are labels (7.6) |
| header cells with IDs, repeated per page and in no IDTree | Scope on every TH (7.5) |
| a table for each sheet it goes on over, with its head | one table; the repeated head an artifact |
| the BBox of a figure in CSS pixels from the top | default user space (ISO 32000-1, 14.8.5.4.3) |
| links without an address as Link | Link only with its annotation (7.18.5) |
| the address as the description of a link | what the link says (7.18.5) |
"""

import logging
import re
from collections.abc import Iterator, Mapping
from functools import partial

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

logger = logging.getLogger(__name__)

_NUMBERING = {
    "disc": Name.Disc,
    "circle": Name.Circle,
    "square": Name.Square,
    "decimal": Name.Decimal,
    "lower-alpha": Name.LowerAlpha,
    "upper-alpha": Name.UpperAlpha,
    "lower-roman": Name.LowerRoman,
    "upper-roman": Name.UpperRoman,
}
# As WeasyPrint writes it. Its strings are hexadecimal, so this cannot be a page's text; reading
# the stream operator by operator takes as long as the whole rendering.
_BEGIN = re.compile(rb"/(\w+)\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
_PX = 0.75  # points in a CSS pixel


def list_styles(pages) -> list[tuple[str, object]]:
    """Give tag and list-style-type of each list of a rendered document, in structure order."""
    return [
        (box.element_tag, box.style["list_style_type"])
        for page in pages
        for box in _structured(page._page_box)
        if box.element_tag in ("ul", "ol", "dl")
    ]


def tables_that_go_on(pages) -> list[bool]:
    """Tell of each table of a rendered document, in structure order, if it is the one before it.

    So it is where a table goes on over the foot of a sheet.
    """
    sources = [
        box.element
        for page in pages
        for box in _structured(page._page_box)
        # What WeasyPrint wraps in a box of its own is tagged as one with it.
        if box.element_tag == "table" and not isinstance(box, boxes.TableBox)
    ]
    return [one is before for before, one in zip([None, *sources], sources, strict=False)]


def _structured(box) -> Iterator:
    """Walk the boxes that WeasyPrint's tagging makes elements of, as it walks them."""
    for child in getattr(box, "children", ()):
        if isinstance(child, AbsolutePlaceholder):
            child = child._box
        if isinstance(child, boxes.MarginBox):
            continue
        if not isinstance(child, boxes.LineBox | boxes.TextBox):
            yield child
        yield from _structured(child)


def repair(
    pdf: pikepdf.Pdf,
    lists: list[tuple[str, object]],
    tables: list[bool],
    links: Mapping[str, str],
) -> None:
    """Change the structure of `pdf` as the table above says.

    `lists` and `tables` are what `list_styles` and `tables_that_go_on` gave for the same document;
    `links` the text of each link by its address (or the name it points to within the document).
    """
    root = pdf.Root.StructTreeRoot
    document = root.K[0] if isinstance(root.K, Array) else root.K
    _drop_undescribed_figures(document)
    _number_lists([element for element in _walk(document) if element.S == Name.L], lists)
    _join_tables([element for element in _walk(document) if Name.Table == element.S], tables)
    for element in list(_walk(document)):
        if element.S == Name.L:
            _shape_list(pdf, element)
        elif Name.Table == element.S:
            _scope_headers(element)
        elif Name.Figure == element.S:
            _place_figure(element)
        elif Name.Link == element.S and not any(_is_annotation(kid) for kid in kids(element)):
            element.S = Name.Span
    _mark_artifacts(pdf, document)
    _describe_links(pdf, links)
    root.ParentTreeNextKey = 1 + max(int(key) for key in root.ParentTree.Nums[::2])


def kids(element) -> list:
    """Give what an element holds: elements, marked content numbers and object references."""
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def is_element(kid) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _is_annotation(kid) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR


def _walk(element) -> Iterator:
    stack = [element]
    while stack:
        element = stack.pop()
        yield element
        stack += [kid for kid in reversed(kids(element)) if is_element(kid)]


def _drop_undescribed_figures(document) -> None:
    for element in list(_walk(document)):
        held = kids(element)
        kept = [
            kid
            for kid in held
            if not (is_element(kid) and Name.Figure == kid.S and "/Alt" not in kid)
        ]
        if len(kept) < len(held):
            element.K = Array(kept)


def _number_lists(elements: list, styles: list[tuple[str, object]]) -> None:
    if len(elements) != len(styles):
        # Never seen. A list without its numbering is better than no document.
        logger.error("%d lists were laid out and %d tagged", len(styles), len(elements))
        return
    for element, (tag, style) in zip(elements, styles, strict=True):
        if style == "none" or tag == "dl":
            numbering = Name("/None")
        else:
            usual = Name.Decimal if tag == "ol" else Name.Disc
            numbering = _NUMBERING.get(style, usual) if isinstance(style, str) else usual
        element.A = Dictionary(O=Name.List, ListNumbering=numbering)


def _shape_list(pdf: pikepdf.Pdf, element) -> None:
    """Put everything but the label of an item into its LBody, deeper lists in their place."""
    items: list = []
    for kid in kids(element):
        if is_element(kid) and kid.S == Name.L:
            if not items or items[-1].S != Name.LI:
                # The rest of an item that began on the page before.
                items.append(_new_element(pdf, Name.LI, element, kid))
                items[-1].K = Array([])
            _insert(_body(pdf, items[-1]), kid)
        else:
            items.append(kid)
            if is_element(kid) and kid.S == Name.LI:
                _body(pdf, kid)
    element.K = Array(items)


def _body(pdf: pikepdf.Pdf, item):
    held = kids(item)
    for kid in held:
        if is_element(kid) and Name.LBody == kid.S:
            return kid
    body = _new_element(pdf, Name.LBody, item, item)
    inside = [kid for kid in held if not (is_element(kid) and Name.Lbl == kid.S)]
    for kid in inside:
        kid.P = body
    body.K = Array(inside)
    item.K = Array([*(kid for kid in held if is_element(kid) and Name.Lbl == kid.S), body])
    return body


def _insert(body, deeper) -> None:
    """Put a deeper list before what comes after it on the page (content is numbered in order)."""
    held = kids(body)
    first = _first_content(deeper)
    place = next((n for n, kid in enumerate(held) if _first_content(kid) > first), len(held))
    held.insert(place, deeper)
    body.K = Array(held)
    deeper.P = body


def _first_content(element) -> int:
    # Labels hang in the margin and are painted after all text.
    numbers = [
        int(kid)
        for part in _walk(element)
        if Name.Lbl != part.S and Name.Lbl != part.P.S
        for kid in kids(part)
        if not isinstance(kid, Dictionary)
    ]
    return min(numbers, default=0)


def _new_element(pdf: pikepdf.Pdf, tag: Name, parent, like):
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=tag, P=parent, Pg=like.Pg))


def _join_tables(elements: list, go_on: list[bool]) -> None:
    """Put the rows of a table that goes on into the one that it began as, and take the rest away.

    Its head is there already; the repeated one becomes an artifact, as all that no element holds.
    """
    begun = None
    for table, goes_on in zip(elements, go_on, strict=True):
        if not goes_on:
            begun = table
            continue
        for body in (one for one in kids(table) if Name.TBody == one.S):
            body.P = begun
            begun.K.append(body)
        _take_away(table)


def _take_away(element) -> None:
    """Take an element out of the tree, and what then holds nothing with it."""
    above = element.P
    above.K = Array(
        [kid for kid in kids(above) if not is_element(kid) or kid.objgen != element.objgen]
    )
    if not kids(above) and Name.Document != above.S:
        _take_away(above)


def _scope_headers(table) -> None:
    for row in (element for element in _walk(table) if element.S == Name.TR):
        cells = [kid for kid in kids(row) if is_element(kid)]
        heads_columns = Name.THead == row.P.S or all(cell.S == Name.TH for cell in cells)
        for cell in cells:
            if "/ID" in cell:
                del cell.ID
            if "/A" in cell and "/Headers" in cell.A:
                del cell.A.Headers
            if cell.S == Name.TH:
                cell.A.Scope = Name.Column if heads_columns else Name.Row


def _place_figure(figure) -> None:
    left, top, right, bottom = (float(number) * _PX for number in figure.A.BBox)
    height = float(figure.Pg.MediaBox[3])
    figure.A.BBox = Array(
        [round(left, 3), round(height - bottom, 3), round(right, 3), round(height - top, 3)]
    )


def _mark_artifacts(pdf: pikepdf.Pdf, document) -> None:
    """Make artifacts of all marked content that no element of the tree holds."""
    held: dict[tuple[int, int], set[int]] = {}
    for element in _walk(document):
        numbers = [int(kid) for kid in kids(element) if not isinstance(kid, Dictionary)]
        held.setdefault(element.Pg.objgen if numbers else (0, 0), set()).update(numbers)
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums
    for page in pdf.pages:
        kept = held.get(page.obj.objgen, set())
        content = _BEGIN.sub(partial(_as_artifact, kept), page.Contents.read_bytes())
        page.Contents = pdf.make_stream(content)
        key = int(page.obj.StructParents)
        place = next(n for n in range(0, len(owners), 2) if int(owners[n]) == key) + 1
        owners[place] = Array(
            [owner if n in kept else None for n, owner in enumerate(owners[place])]
        )


def _as_artifact(kept: set[int], begin: re.Match) -> bytes:
    if int(begin[2]) in kept:
        return begin[0]
    return b"/Artifact <</Type /%s>> BDC" % (b"Layout" if begin[1] == b"Figure" else b"Pagination")


def _describe_links(pdf: pikepdf.Pdf, links: Mapping[str, str]) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", Array()):
            target = annotation.A.URI if "/A" in annotation else annotation.get("/Dest", "")
            if text := links.get(str(target)):
                annotation.Contents = String(text)
