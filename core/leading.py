"""What in print is not left at the foot of a sheet: lines that lead to what comes after them.

A style sheet keeps a heading with what follows, but cannot count: with one short line between
heading and list, the sheet would end on heading and line.
"""

import re
from xml.etree.ElementTree import Element

#: The class of what the style sheet of a PDF keeps with what comes after it.
CLASS = "leads"
#: A text of fewer characters than this is taken for a single line.
LINE = 75

_HEADING = re.compile("h[1-6]")
_LISTS = {"ul", "ol"}
_TEXTS = {"p", "li"}


def lead_on(root: Element) -> None:
    """Give `CLASS` to each single line beneath a heading, and to each text that announces a list.

    So what ends a sheet is a heading with two lines at least.
    """
    before, is_heading = None, False
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in _LISTS and before is not None and _said(before).endswith(":"):
            _keep(before)
        if _HEADING.fullmatch(element.tag):
            before, is_heading = None, True
        elif element.tag in _TEXTS and (said := _said(element)):
            if is_heading and len(said) < LINE:
                _keep(element)
            before, is_heading = element, False


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _keep(element: Element) -> None:
    classes = element.get("class", "").split()
    if CLASS not in classes:
        element.set("class", " ".join([*classes, CLASS]))
