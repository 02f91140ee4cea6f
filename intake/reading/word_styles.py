"""What the styles and lists of a Word file say of its paragraphs (ECMA-376 part 1, 17.7, 17.9)."""

import re
from dataclasses import dataclass, replace

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"

# In the file Word writes the English names, other programs those of their own language.
_HEADING = re.compile(r"(?:heading|rubrik|overskrift|otsikko|überschrift|titre) ?([1-9])", re.I)
_TITLES = {"title", "titel", "rubrik"}
_CONTENTS = re.compile(
    r"(?:toc|innehåll|innehållsförteckning|contents) ?[1-9]|toc ?heading|contents heading|"
    r"innehållsförteckningsrubrik|table of figures",
    re.I,
)
_LIST_DEPTH = re.compile(r"(?:list|lista|punktlista|numrerad lista)\b.* ([2-5])", re.I)
_DEEPEST = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def value(element: etree._Element | None, path: str) -> str | None:
    """Return the `w:val` of the first element at `path` ("w:pPr/w:jc"), or None."""
    found = None if element is None else element.find(path.replace("w:", W))
    return None if found is None else found.get(f"{W}val", "")


def is_on(element: etree._Element | None, path: str) -> bool | None:
    """Tell whether a property such as `w:b` is on or off; None when it is not mentioned."""
    found = None if element is None else element.find(path.replace("w:", W))
    if found is None:
        return None
    return found.get(f"{W}val", "1") not in ("0", "false", "off", "none")


def is_struck(properties: etree._Element | None) -> bool | None:
    """Tell whether text is struck through, once or twice; None when neither is mentioned."""
    once, twice = is_on(properties, "w:strike"), is_on(properties, "w:dstrike")
    return once if twice is None else once or twice


def number(text: str | None) -> int | None:
    """Return a whole number written in an attribute, or None for anything else."""
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else None


@dataclass(frozen=True, kw_only=True)
class Style:
    """What a style says with all that it is based on; None where nothing is said."""

    heading: int | None = None
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_hidden: bool | None = None
    is_struck: bool | None = None
    is_contents: bool = False
    list_id: str | None = None
    list_level: int | None = None
    list_depth: int = 0
    indent: int | None = None


NONE = Style()


def heading_level(properties: etree._Element | None) -> int | None:
    """Return the level that paragraph properties give in the outline; 0 means body text."""
    level = number(value(properties, "w:outlineLvl"))
    if level is None:
        return None
    return min(level + 1, 6) if 0 <= level < _DEEPEST else 0


def indent(properties: etree._Element | None) -> int | None:
    """Return how far in a paragraph stands, in twentieths of a point."""
    found = None if properties is None else properties.find(f"{W}ind")
    if found is None:
        return None
    return number(found.get(f"{W}start") or found.get(f"{W}left"))


class Styles:
    """The styles of a file by their identifiers."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements = {}
        for element in () if root is None else root.iter(f"{W}style"):
            self._elements.setdefault(element.get(f"{W}styleId", ""), element)
        self._known: dict[str, Style] = {}

    def get(self, style_id: str | None) -> Style:
        """Return a style, also one that the file names without having it."""
        if style_id is None:
            return NONE
        chain = []
        one: str | None = style_id
        while one is not None and one not in self._known and one not in chain:
            chain.append(one)
            one = value(self._elements.get(one), "w:basedOn")
        known = self._known.get(one, NONE)
        for one in reversed(chain):
            known = self._known[one] = self._said(one, known)
        return known

    def _said(self, style_id: str, base: Style) -> Style:
        element = self._elements.get(style_id)
        name = value(element, "w:name") or style_id
        paragraph = None if element is None else element.find(f"{W}pPr")
        text = None if element is None else element.find(f"{W}rPr")
        said = {
            "heading": _named_level(name) or heading_level(paragraph),
            "is_bold": is_on(text, "w:b"),
            "is_italic": is_on(text, "w:i"),
            "is_hidden": is_on(text, "w:vanish"),
            "is_struck": is_struck(text),
            "is_contents": bool(_CONTENTS.fullmatch(name)) or None,
            "list_depth": _list_depth(name),
            "list_id": value(paragraph, "w:numPr/w:numId"),
            "list_level": number(value(paragraph, "w:numPr/w:ilvl")),
            "indent": indent(paragraph),
        }
        return replace(base, **{key: what for key, what in said.items() if what is not None})


def _named_level(name: str) -> int | None:
    found = _HEADING.fullmatch(name.strip())
    if found:
        return min(int(found[1]), 6)
    return 1 if name.strip().lower() in _TITLES else None


def _list_depth(name: str) -> int | None:
    """Return the depth that "List Bullet 2" tells of: it is a list of its own, on its level 0."""
    found = _LIST_DEPTH.fullmatch(name.strip())
    return int(found[1]) - 1 if found else None


@dataclass(frozen=True)
class Level:
    """A level of a list; `style` is the paragraph style that stands on it.

    `text` is how its mark is written, with “%1” for the number of the first level.
    """

    number_format: str
    style: str | None
    text: str = ""
    start: int = 1


class Lists:
    """The lists of a file: of which kind is the item of a list at a level?"""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, dict[int, Level]] = {}
        # What is counted together, where a list begins anew, and the numbers so far.
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        abstract = {
            one.get(f"{W}abstractNumId", ""): one for one in root.findall(f"{W}abstractNum")
        }
        defining = {style: one for one in abstract.values() if (style := value(one, "w:styleLink"))}
        for one in root.findall(f"{W}num"):
            base = abstract.get(value(one, "w:abstractNumId") or "")
            # A list that only points to a style has its levels where the style is defined.
            base = defining.get(value(base, "w:numStyleLink") or "", base)
            levels = _levels(base)
            list_id = one.get(f"{W}numId", "")
            for override in one.findall(f"{W}lvlOverride"):
                levels |= _levels(override)
                start = number(value(override, "w:startOverride"))
                if start is not None:
                    self._starts[list_id, number(override.get(f"{W}ilvl")) or 0] = start
            self._abstract.setdefault(list_id, value(one, "w:abstractNumId") or list_id)
            self._lists.setdefault(list_id, levels)

    def level(self, list_id: str, level: int | None, style_id: str | None) -> tuple[int, str]:
        """Return the level of a paragraph from 0, and its format: "bullet", "decimal", "none" …

        A style that is of a list says on which level by being named there.
        """
        levels = self._lists.get(list_id, {})
        if level is None:
            level = next(
                (at for at, one in levels.items() if style_id and one.style == style_id), 0
            )
        found = levels.get(level)
        return level, found.number_format if found else "bullet" if levels else "none"

    def next_mark(self, list_id: str, level: int) -> str:
        """Count one more paragraph of a list, in the order of the text, and return its mark.

        Empty for bullets, and where the file does not say how it is written.
        """
        levels = self._lists.get(list_id, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(self._abstract.get(list_id, list_id), {})
        start = self._starts.pop((list_id, level), None)
        before = counts.get(level)
        if start is not None or before is None:
            counts[level] = levels[level].start if start is None else start
        else:
            counts[level] = before + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if levels[level].number_format == "bullet":
            return ""
        return _PLACE.sub(lambda at: _number(levels, counts, int(at[1]) - 1), levels[level].text)


def _levels(element: etree._Element | None) -> dict[int, Level]:
    levels = {}
    for one in () if element is None else element.findall(f"{W}lvl"):
        at = number(one.get(f"{W}ilvl")) or 0
        levels[at] = Level(
            value(one, "w:numFmt") or "decimal",
            value(one, "w:pStyle"),
            value(one, "w:lvlText") or "",
            number(value(one, "w:start")) or 1,
        )
    return levels


def _number(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    """Return the number of a level as its format writes it."""
    if at not in levels:
        return ""
    count = counts.get(at, levels[at].start)
    written = levels[at].number_format
    if written.endswith("Letter") and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if written.startswith("upper") else letter
    if written.endswith("Roman") and 0 < count <= len(_ROMAN):
        return _ROMAN[count - 1].upper() if written.startswith("upper") else _ROMAN[count - 1]
    return str(count)
