"""A signed paper as a scanner would give it, drawn here from an agreement's own words.

Nothing in it was ever signed: the signatures are invented strokes, and each sheet says so.
"""

import math
import random
import re
import time
from datetime import date
from functools import cache
from html import unescape
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

#: A4 at 150 dots per inch, black and white, as an office scans.
WIDE, HIGH, MARGIN = 1240, 1754, 170
MARK = "EXEMPEL – PÅHITTADE UNDERSKRIFTER"
_FONTS = Path(settings.BASE_DIR) / "static/vendor/fonts"
_SERIF = "source-serif-4-latin-{}-normal.woff2"
_DAY = time.struct_time((2016, 11, 9, 9, 0, 0, 2, 314, 0))
_BLACK, _WHITE = 0, 255


def scanned(agreement: dict) -> bytes:
    """Return a PDF of scanned sheets, signed, of `agreement` (as in an exchange file).

    The same agreement gives the same bytes.
    """
    paper = _Paper()
    paper.write(agreement["title"], size=40, weight=600, after=30)
    for section in agreement["sections"]:
        if section["heading"]:
            paper.write(section["heading"], size=28, weight=600, before=22, after=8)
        for part in section["parts"]:
            for text in _texts(part, agreement):
                paper.write(text, after=12)
    _sign(paper, agreement)
    sheets = [_as_scanned(sheet, number) for number, sheet in enumerate(paper.sheets)]
    out = BytesIO()
    sheets[0].save(
        out,
        "PDF",
        resolution=150,
        save_all=True,
        append_images=sheets[1:],
        title=agreement["title"],
        creationDate=_DAY,
        modDate=_DAY,
    )
    return out.getvalue()


def _texts(part: dict, agreement: dict) -> list[str]:
    """Return the paragraphs of a part; blocks other than goals and validity say nothing."""
    if part.get("block") == "goals":
        return [f"–  {goal['text']}" for goal in agreement["goals"]]
    if part.get("block") == "validity":
        return [f"Överenskommelsen gäller {agreement['validity_text']}."]
    marked = part.get("text", "").replace("<li><p>", "<p>•  ")
    return [unescape(re.sub(r"<[^>]+>", "", one)) for one in re.findall(r"<p>.*?</p>", marked)]


def _sign(paper: "_Paper", agreement: dict) -> None:
    """Write place and day, and for each who signs a line with strokes on it."""
    paper.need(420)
    day = date.fromisoformat(agreement["signed_on"])
    with translation.override("sv"):
        when = date_format(day, "j F Y")
    paper.write(f"{agreement['signed_at']} den {when}", before=40, after=110)
    for party in agreement["parties"]:
        for person in party["signatories"]:
            paper.stroke(person["name"])
            paper.rule()
            paper.write(f"{person['name']}, {person['title']}", size=22)
            paper.write(party["organisation"], size=22, after=95)


class _Paper:
    """Sheets that text is written on from the top down."""

    def __init__(self) -> None:
        self.sheets: list[Image.Image] = []
        self._turn()

    def _turn(self) -> None:
        self.sheets.append(Image.new("L", (WIDE, HIGH), _WHITE))
        self.draw, self.at = ImageDraw.Draw(self.sheets[-1]), MARGIN

    def need(self, height: int) -> None:
        """Begin a new sheet unless `height` is left on this one."""
        if self.at + height > HIGH - MARGIN:
            self._turn()

    def write(
        self, text: str, *, size: int = 24, weight: int = 400, before: int = 0, after: int = 0
    ) -> None:
        """Write a paragraph in lines as wide as the sheet allows."""
        font = _font(weight, size)
        self.at += before
        line = ""
        for word in [*text.split(), ""]:
            longer = f"{line} {word}".strip()
            if word and font.getlength(longer) <= WIDE - 2 * MARGIN:
                line = longer
                continue
            self.need(size)
            self.draw.text((MARGIN, self.at), line, font=font, fill=_BLACK)
            self.at, line = self.at + round(size * 1.4), word
        self.at += after

    def rule(self) -> None:
        """Draw the line that is signed on."""
        self.draw.line((MARGIN, self.at, MARGIN + 480, self.at), fill=_BLACK, width=2)
        self.at += 8

    def stroke(self, name: str) -> None:
        """Draw loops above where the line will be; `name` only makes them differ."""
        chance = random.Random(name)
        lean, wide, tall = chance.uniform(8, 16), chance.uniform(22, 34), chance.uniform(24, 34)
        points = []
        for step in range(220):
            turn = step / 11
            height = tall * (1.7 if turn < 2 or 9 < turn < 11 else 0.7 + 0.2 * math.sin(turn / 3))
            left = MARGIN + 40 + turn * 14 + wide * math.sin(turn) + lean * math.cos(turn)
            points.append((left, self.at - 14 - height * (1 - math.cos(turn)) / 2))
        self.draw.line(points, fill=_BLACK, width=4, joint="curve")


@cache
def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(_unpacked(weight)), size)


@cache
def _unpacked(weight: int) -> bytes:
    out = BytesIO()
    with TTFont(_FONTS / _SERIF.format(weight)) as font:
        font.flavor = None  # Pillow cannot everywhere read what is packed as WOFF2
        font.save(out, reorderTables=False)
    return out.getvalue()


def _as_scanned(sheet: Image.Image, number: int) -> Image.Image:
    """Return the sheet a little askew and with specks, and with `MARK` across it."""
    mark = Image.new("L", (WIDE + 400, 120), _WHITE)
    font = _font(600, 64)
    outlined = {"fill": _WHITE, "stroke_width": 1, "stroke_fill": _BLACK}
    ImageDraw.Draw(mark).text((mark.width / 2, 60), MARK, font=font, anchor="mm", **outlined)
    aslant = mark.rotate(54, expand=True, fillcolor=_WHITE, resample=Image.Resampling.BICUBIC)
    under = Image.new("L", sheet.size, _WHITE)
    under.paste(aslant, ((WIDE - aslant.width) // 2, (HIGH - aslant.height) // 2))
    both = Image.composite(sheet, under, sheet.point(lambda tone: 255 if tone < 128 else 0))
    askew = both.rotate(
        (-0.5, 0.35)[number % 2], fillcolor=_WHITE, resample=Image.Resampling.BICUBIC
    )
    chance, draw = random.Random(number), ImageDraw.Draw(askew)
    for _speck in range(60):
        left, top = chance.randrange(WIDE), chance.randrange(HIGH)
        draw.ellipse((left, top, left + chance.choice((1, 1, 2)), top + 1), fill=_BLACK)
    return askew.point(lambda tone: 255 if tone > 128 else 0).convert("1")
