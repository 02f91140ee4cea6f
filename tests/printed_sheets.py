"""What stands where on the sheets of a PDF, read back from the file."""

from collections import defaultdict
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

#: Where the text ends and the footer begins, in points from the foot of the sheet.
FOOT = 27 / 25.4 * 72
HEAD = 30 / 25.4 * 72


# What pdfium gives for a hyphen that ends a line.
_HYPHEN = "\ufffe"


@dataclass(frozen=True)
class PrintedLine:
    """A line of text: its words, its left and right ends, and how high it stands (points)."""

    text: str
    left: float
    right: float
    at: float


@dataclass(frozen=True)
class Sheet:
    """One sheet: `lines` of the text, from the top, and `around` it whatever else stands there."""

    width: float
    height: float
    lines: list[PrintedLine]
    around: list[PrintedLine]

    @property
    def empty(self):
        """How much of the text's height nothing stands on, at the foot: from 0 to 1."""
        lowest = self.lines[-1].at if self.lines else self.height - HEAD
        return (lowest - FOOT) / (self.height - HEAD - FOOT)


def sheets(content: bytes) -> list[Sheet]:
    """The sheets of a PDF."""
    pdf = pypdfium2.PdfDocument(content)
    found = []
    for page in pdf:
        width, height = page.get_size()
        lines = _lines(page.get_textpage())
        inside = [one for one in lines if FOOT - 4 < one.at < height - HEAD + 4]
        found.append(Sheet(width, height, inside, [one for one in lines if one not in inside]))
    return found


def marks_across(content: bytes) -> list[str]:
    """What is written aslant on each sheet."""
    found = []
    for page in pypdfium2.PdfDocument(content):
        text = page.get_textpage()
        found.append(
            "".join(
                text.get_text_range(n, 1) for n in range(text.count_chars()) if _is_aslant(text, n)
            ).strip()
        )
    return found


def _is_aslant(text, number) -> bool:
    angle = raw.FPDFText_GetCharAngle(text, number)
    return 0.2 < angle < 6


def _lines(text) -> list[PrintedLine]:
    rows = defaultdict(list)
    for number in range(text.count_chars()):
        letter = text.get_text_range(number, 1).replace(_HYPHEN, "-")
        if letter.strip() and not _is_aslant(text, number):
            left, bottom, right, _top = text.get_charbox(number, loose=True)
            rows[round(bottom / 3)].append((left, right, bottom, letter))
    lines = []
    for row in rows.values():
        row.sort()
        lines.append(
            PrintedLine(
                "".join(letter for *_place, letter in row),
                min(left for left, *_rest in row),
                max(right for _left, right, *_rest in row),
                min(bottom for _left, _right, bottom, _letter in row),
            )
        )
    return sorted(lines, key=lambda line: -line.at)
