"""Elements of WordprocessingML, in the order its schema demands: Word refuses any other."""

from lxml import etree

from core.together import put_together

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """Return the full name of an element or attribute."""
    return f"{{{W}}}{name}"


def element(name: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """Return an element with its attributes and children; a trailing _ in a name is left out."""
    made = etree.Element(w(name), {w(key.rstrip("_")): value for key, value in attributes.items()})
    made.extend(children)
    return made


def value(name: str, said: object) -> etree._Element:
    """Return an element that only has a value: `<w:outlineLvl w:val="1"/>`."""
    return element(name, val=str(said))


def paragraph(
    style: str, *, number: tuple[int, int] | None = None, outline: int | None = None
) -> etree._Element:
    """Return an empty paragraph; `number` is the id of a list and the level in it, from 0.

    `outline` is a heading's level (from 1) where that of its style is not the right one.
    """
    properties = element("pPr", value("pStyle", style))
    if number is not None:
        list_id, level = number
        properties.append(element("numPr", value("ilvl", level), value("numId", list_id)))
    if outline is not None:
        properties.append(value("outlineLvl", outline - 1))
    return element("p", properties)


def write(
    into: etree._Element, text: str, *, bold: bool = False, italic: bool = False, style: str = ""
) -> None:
    """Append `text` to a paragraph or link; a line feed becomes a break, a tab a tab.

    Dates stay on one line (`core.together`).
    """
    run = etree.SubElement(into, w("r"))
    if bold or italic or style:
        properties = etree.SubElement(run, w("rPr"))
        if style:
            properties.append(value("rStyle", style))
        for on, names in ((bold, ("b", "bCs")), (italic, ("i", "iCs"))):
            for name in names if on else ():
                etree.SubElement(properties, w(name))
    for number, line in enumerate(put_together(text).split("\n")):
        if number:
            etree.SubElement(run, w("br"))
        for place, words in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, w("tab"))
            if words:
                said = etree.SubElement(run, w("t"))
                said.text = words
                if words != words.strip() or "  " in words:
                    said.set(_SPACE, "preserve")


def field(into: etree._Element, code: str) -> None:
    """Append a field that Word fills in itself, as PAGE or NUMPAGES."""
    made = element("fldSimple", instr=f" {code} ")
    write(made, "1")
    into.append(made)
