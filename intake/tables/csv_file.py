"""A CSV file, read into a plain table."""

import csv
import re
from collections import Counter

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.reading.plain_text import decode_text
from intake.tables.limits import (
    MAX_CELL,
    validate_cell,
    validate_place,
    validate_size,
    validate_text,
)
from intake.tables.sheet import Sheet, SheetRow

#: How a text in UTF-16 begins, the only one that has zeros in it.
_BOMS = (b"\xff\xfe", b"\xfe\xff")
#: Excel in Swedish writes semicolons, in English commas.
_SIGNS = ";\t,"
#: What a table would take for a formula, behind the apostrophe that says it is none.
_ESCAPED = re.compile(r"'+[=+\-@\t]")


def read_csv(name: str, content: bytes) -> list[Sheet]:
    """Return the rows of a CSV file, as one sheet; raise `ValidationError` as for Excel."""
    validate_size(len(content))
    if b"\0" in content and not content.startswith(_BOMS):
        raise ValidationError(
            _("The file is no Excel file. Choose one whose name ends in .xlsx, or in .csv."),
            code="not_text",
        )
    text = decode_text(content)
    validate_text(len(text))
    lines = text.splitlines(keepends=True)
    rows = []
    reader = csv.reader(lines, delimiter=_sign(lines[:5]))
    try:
        for number, cells in enumerate(reader, start=1):
            texts = [_text(one) for one in cells]
            last = max((place for place, one in enumerate(texts, start=1) if one), default=0)
            if last:
                validate_place(name, number, last)
                validate_cell(name, number, max(map(len, texts)))
                rows.append(SheetRow(number, tuple(texts[:last])))
    except csv.Error as error:
        raise ValidationError(
            _("Row %(row)s of the file cannot be read: a quotation mark may be missing."),
            code="broken",
            params={"row": reader.line_num},
        ) from error
    return [Sheet(name, tuple(rows))] if rows else []


def _sign(lines: list[str]) -> str:
    """Return what stands between the cells: the sign that the first lines have most of."""
    counted = Counter(letter for line in lines for letter in line if letter in _SIGNS)
    return max(_SIGNS, key=lambda sign: counted[sign])


def _text(said: str) -> str:
    said = said.replace("\r\n", "\n").replace("\r", "\n").strip()
    return said[1:] if _ESCAPED.match(said) else said


csv.field_size_limit(MAX_CELL * 10)
