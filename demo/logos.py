"""Logotypes of the demonstration's parties, drawn here: nobody's real mark is in this program."""

import math
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageDraw

#: Pixels of a side; drawn this much larger and then made smaller, so that edges are smooth.
SIDE, FINER = 240, 4

_PETROL, _BLUE, _GREEN, _WHITE = "#0b5a6b", "#0b3c66", "#144a30", "#ffffff"


def logo(draw_on: Callable[[ImageDraw.ImageDraw, int], None], name: str) -> dict:
    """Return the logotype that `draw_on` draws for `name`, as an exchange file holds it."""
    side = SIDE * FINER
    picture = Image.new("RGB", (side, side), _WHITE)
    draw_on(ImageDraw.Draw(picture), side)
    out = BytesIO()
    picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return {
        "sha256": sha256(out.getvalue()).hexdigest(),
        "media_type": "image/png",
        "alternative_text": f"Påhittat märke för {name}",
        "data": b64encode(out.getvalue()).decode("ascii"),
    }


def waves(draw: ImageDraw.ImageDraw, side: int) -> None:
    """Draw three waves on a square."""
    draw.rounded_rectangle((0, 0, side, side), side // 8, fill=_PETROL)
    for row in (0.3, 0.5, 0.7):
        crest = [
            (side * step / 100, side * (row + 0.05 * math.sin(step / 5))) for step in range(16, 85)
        ]
        draw.line(crest, fill=_WHITE, width=side // 16, joint="curve")


def stems(draw: ImageDraw.ImageDraw, side: int) -> None:
    """Draw three trees on a disc."""
    draw.ellipse((0, 0, side, side), fill=_GREEN)
    for left, top in ((0.3, 0.34), (0.5, 0.2), (0.7, 0.34)):
        foot, half = side * 0.76, side * 0.1
        tip = (side * left, side * top)
        draw.polygon([tip, (tip[0] - half, foot * 0.9), (tip[0] + half, foot * 0.9)], fill=_WHITE)
        draw.line((tip[0], foot * 0.9, tip[0], foot), fill=_WHITE, width=side // 40)


def rings(draw: ImageDraw.ImageDraw, side: int) -> None:
    """Draw two rings that meet."""
    for left in (0.0, 0.36):
        box = (side * left, side * 0.18, side * (left + 0.64), side * 0.82)
        draw.ellipse(box, outline=_BLUE, width=side // 11)
