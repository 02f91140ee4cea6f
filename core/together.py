"""What stays on one line in print: the years of a period, and the parts of a date.

Only what is printed is held together. Texts are kept as they were written: Word files are read
back through `taken_apart`.
"""

import re
from xml.etree.ElementTree import Element

#: The class of what the style sheet of a PDF does not break.
CLASS = "together"

_NAMES = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|"
    "January|February|March|May|June|July|August|October"
)


def _pattern(space: str) -> re.Pattern[str]:
    month = rf"(?:{_NAMES})\b"
    return re.compile(
        rf"\b(?:\d{{1,2}}–)?\d{{1,2}}{space}{month}(?:{space}\d{{4}}\b)?"
        rf"|\b{month}{space}\d{{4}}(?:–\d{{4}})?\b"
        r"|\b\d{1,4}–\d{1,4}\b",
        re.IGNORECASE,
    )


_IN_TEXT, _IN_WORD = _pattern(" "), _pattern("\u00a0")
_NOT_SHOWN = {"style", "script", "title"}


def put_together(text: str) -> str:
    """Give `text` with spaces that do not break inside its dates.

    For Word, which has no sign that keeps a dash from breaking in every font.
    """
    return _IN_TEXT.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def taken_apart(text: str) -> str:
    """Give `text` with the spaces inside its dates as they were before `put_together`."""
    if "\u00a0" not in text:
        return text  # as most is; looking for dates takes long
    return _IN_WORD.sub(lambda found: found[0].replace("\u00a0", " "), text)


def hold_together(root: Element) -> None:
    """Put what stays on one line into elements of the class `CLASS`; the letters stay the same.

    So what is copied or searched for in a PDF is what was written.
    """
    for element in list(root.iter()):
        if element.tag in _NOT_SHOWN or not isinstance(element.tag, str):
            continue
        for place, child in reversed(list(enumerate(element))):
            child.tail, held = _held(child.tail or "")
            element[place + 1 : place + 1] = held
        element.text, held = _held(element.text or "")
        element[:0] = held


def _held(text: str) -> tuple[str, list[Element]]:
    """Return what comes before the first thing to hold together, and an element for each."""
    found = list(_IN_TEXT.finditer(text))
    ends = [*(one.start() for one in found), len(text)]
    made = []
    for one, end in zip(found, ends[1:], strict=True):
        element = Element("span", {"class": CLASS})
        element.text, element.tail = one[0], text[one.end() : end]
        made.append(element)
    return text[: ends[0]], made
