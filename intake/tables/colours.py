"""What colour a cell has, by a word for it; greys, white and what cannot be told are none."""

import colorsys
import re
from enum import StrEnum

from openpyxl.styles.colors import COLOR_INDEX


class Hue(StrEnum):
    """A colour as a person calls it, pale or strong."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"


#: Up to how many degrees of the circle a hue goes; past the last it is red again.
_UP_TO = (
    (15, Hue.RED),
    (46, Hue.ORANGE),
    (68, Hue.YELLOW),
    (165, Hue.GREEN),
    (255, Hue.BLUE),
    (340, Hue.PURPLE),
)
_GREY, _WHITE, _BLACK = 0.15, 0.97, 0.08
#: Pale orange is called yellow, as what Excel itself marks “neutral” with.
_PALE, _PALE_YELLOW = 0.75, 35
#: The colours of Excel's own theme, in the order in which cells number them.
_THEME = (
    *("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31"),
    *("A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"),
)
_SCHEME = re.compile(rb"<a:clrScheme\b.*?</a:clrScheme>", re.DOTALL)
_COLOUR = re.compile(rb'(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"')


class Fills:
    """The fills of one workbook, each looked at once."""

    def __init__(self, book) -> None:
        self._theme = _theme_of(book.loaded_theme or b"")
        self._known: dict[int, str] = {}

    def hue(self, cell) -> str:
        """Return the hue of a cell that was read row by row, or ""."""
        if not getattr(cell, "has_style", False):
            return ""
        number = cell.style_array.fillId
        if number not in self._known:
            self._known[number] = self._hue_of(cell.fill)
        return self._known[number]

    def _hue_of(self, fill) -> str:
        colour = getattr(fill, "fgColor", None)
        if colour is None or getattr(fill, "fill_type", None) is None:
            return ""
        said = ""
        if colour.type == "rgb":
            said = str(colour.rgb)[-6:]
        elif colour.type == "theme" and 0 <= colour.theme < len(self._theme):
            said = self._theme[colour.theme]
        elif colour.type == "indexed" and 0 <= colour.indexed < len(COLOR_INDEX):
            said = COLOR_INDEX[colour.indexed][-6:]
        return hue_of(said, colour.tint or 0.0)


def hue_of(said: str, tint: float = 0.0) -> str:
    """Return the hue of a colour that is written “RRGGBB”, lighter or darker by `tint`, or ""."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", said):
        return ""
    red, green, blue = (int(said[at : at + 2], 16) / 255 for at in (0, 2, 4))
    angle, light, strength = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    if strength < _GREY or not _BLACK < light < _WHITE:
        return ""
    degrees = angle * 360
    if light > _PALE and _PALE_YELLOW < degrees <= 46:
        return Hue.YELLOW
    return next((hue for end, hue in _UP_TO if degrees <= end), Hue.RED)


def _theme_of(content: bytes) -> tuple[str, ...]:
    """Return the colours of a workbook's theme as cells number them: light before dark."""
    scheme = _SCHEME.search(content)
    found = [one.decode() for one in _COLOUR.findall(scheme[0])] if scheme else []
    if len(found) < len(_THEME):
        return _THEME
    dark, light, dark2, light2, *others = found
    return (light, dark, light2, dark2, *others)
