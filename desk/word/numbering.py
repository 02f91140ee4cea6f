"""The lists of a Word file: real ones, so that Word numbers them and an item can be added.

A numbered list has a number of its own, which lets it begin from 1. Bullets share one, except
that a list of bullets right after another takes the other one: else they would be one list.
"""

from collections import Counter

from lxml import etree

from desk.word.markup import element, value, w
from desk.word.styles import HANGING, INDENT, LIST_LEVELS
from documents.choices import BlockStyle

#: The list ids that every file has; numbered lists get the ones after.
BULLETS, MORE_BULLETS, DASHES, PLAIN = 1, 2, 3, 4
#: The ids of the definitions behind them, and the marks of each level.
_DEFINITIONS = {1: "•–", 2: "•–", 3: "–", 4: "", 5: "1"}
_DEFINITION_OF = {BULLETS: 1, MORE_BULLETS: 2, DASHES: 3, PLAIN: 4}
_NUMBERED = 5


class Numbering:
    """Fills the root of numbering.xml and gives numbered lists their ids."""

    def __init__(self, root: etree._Element) -> None:
        for old in list(root):
            root.remove(old)
        self.root = root
        self.last = max(_DEFINITION_OF)
        root.extend(_definition(number, marks) for number, marks in _DEFINITIONS.items())
        root.extend(_list(number, definition) for number, definition in _DEFINITION_OF.items())

    def numbered(self) -> int:
        """Return the id of a new numbered list, which begins from 1 on every level."""
        self.last += 1
        made = _list(self.last, _NUMBERED)
        for level in range(LIST_LEVELS):
            made.append(element("lvlOverride", value("startOverride", 1), ilvl=str(level)))
        self.root.append(made)
        return self.last

    def for_style(self, style: str) -> int:
        """Return the id of a list in a block that is printed in `style` (`choices.BlockStyle`)."""
        if style == BlockStyle.NUMBERED:
            return self.numbered()
        return DASHES if style == BlockStyle.DASH else PLAIN


def _list(number: int, definition: int) -> etree._Element:
    return element("num", value("abstractNumId", definition), numId=str(number))


def _definition(number: int, marks: str) -> etree._Element:
    """Return a definition; `marks` are its levels' bullets by turns, "1" for numbers."""
    made = element(
        "abstractNum",
        value("nsid", f"{0x0FE2E500 + number:08X}"),
        value("multiLevelType", "hybridMultilevel"),
        value("tmpl", f"{0x0FE2E600 + number:08X}"),
        abstractNumId=str(number),
    )
    for level in range(LIST_LEVELS):
        if marks == "1":
            kind, text = "decimal", f"%{level + 1}."
        else:
            kind, text = "bullet", marks[level % len(marks)] if marks else ""
        hanging = HANGING if marks else 0
        made.append(
            element(
                "lvl",
                value("start", 1),
                value("numFmt", kind),
                element("suff", val="tab" if marks else "nothing"),
                value("lvlText", text),
                value("lvlJc", "left"),
                element(
                    "pPr",
                    element(
                        "ind",
                        left=str(INDENT * (level + 1) if marks else INDENT * level),
                        hanging=str(hanging),
                    ),
                ),
                ilvl=str(level),
            )
        )
    return made


class ListRuns:
    """Tells which items of a file are of one list, as their numbers run on.

    Lists with one definition run on in each other; a list id that is new and starts anew on its
    level begins another. LibreOffice gives the items of one list ids of their own.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._definitions: dict[str, str] = {}
        self._starting: dict[str, set[str]] = {}
        for one in () if root is None else root.findall(w("num")):
            identity = one.get(w("numId"), "")
            found = one.find(w("abstractNumId"))
            self._definitions[identity] = "" if found is None else found.get(w("val"), "")
            self._starting[identity] = {
                level.get(w("ilvl"), "")
                for level in one.findall(w("lvlOverride"))
                if level.find(w("startOverride")) is not None
            }
        self._met: set[tuple[str, int]] = set()
        self._runs: Counter = Counter()

    def run_of(self, list_id: str, level: int) -> str:
        """Return the name of the list that the next item, of `list_id` on `level`, is of."""
        definition = self._definitions.get(list_id, list_id)
        if (list_id, level) not in self._met:
            self._met.add((list_id, level))
            self._runs[definition, level] += str(level) in self._starting.get(list_id, ())
        return f"{definition}.{self._runs[definition, level]}"
