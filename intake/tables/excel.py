"""An Excel file, read row by row into plain tables: what each cell shows, as text."""

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from openpyxl import load_workbook

from core.text import printable
from intake.tables.colours import Fills
from intake.tables.excel_guard import Looks, broken, looks, open_excel
from intake.tables.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    validate_cell,
    validate_text,
)
from intake.tables.sheet import Sheet, SheetRow

_MACROS = "xl/vbaProject.bin"
#: As long as a sheet's name can be in Excel.
_LONGEST_NAME = 31


def read_excel(content: bytes) -> list[Sheet]:
    """Return the sheets of an Excel file that say something; raise `ValidationError` otherwise.

    Values are read, never formulas or macros. A hidden sheet is left out, and told of where a
    person has hidden it.
    """
    package = open_excel(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are not read anyway
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            if len(book.worksheets) > MAX_SHEETS:
                raise ValidationError(
                    _("The workbook has %(number)d sheets; at most %(limit)d are read."),
                    code="too_many_sheets",
                    params={"number": len(book.worksheets), "limit": MAX_SHEETS},
                )
            fills = Fills(book)
            sheets = [
                _read(sheet, looks(package, _part(sheet), _name(sheet)), fills)
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            ]
    except ValidationError:
        raise
    except Exception as error:  # noqa: BLE001, a damaged file fails in openpyxl in any way
        raise ValidationError(broken(), code="broken") from error
    validate_text(sum(len(said) for one in sheets for row in one.rows for said in row.cells))
    notes = []
    if _MACROS in package.names:
        notes.append(
            _("The file has macros. They have not been run, and nothing is taken of them.")
        )
    if left_out := [_name(one) for one in book.worksheets if one.sheet_state == "hidden"]:
        notes.append(_("Hidden sheets are not read: %(names)s.") % {"names": ", ".join(left_out)})
    found = [one for one in sheets if one.rows]
    if found and notes:
        found[0] = Sheet(found[0].name, found[0].rows, (*notes, *found[0].notes))
    return found


def _part(sheet) -> str:
    return sheet._worksheet_path.lstrip("/")


def _name(sheet) -> str:
    return printable(sheet.title)[:_LONGEST_NAME]


def _read(sheet, look: Looks, fills: Fills) -> Sheet:
    name = _name(sheet)
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    above, spanning = _merged(look)
    rows: list[SheetRow] = []
    shown: dict[tuple[int, int], str] = {}
    cells_of = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    for number, cells in enumerate(cells_of, start=1):
        texts = [_text(one) for one in cells]
        for place, said in enumerate(texts, start=1):
            validate_cell(name, number, len(said))
            if (number, place) in above:
                texts[place - 1] = shown.get(above[number, place], "")
            if said and (number, place) in spanning:
                shown[number, place] = said
        filled = [one for one, said in zip(cells, texts, strict=True) if said and one.value]
        if not any(texts):
            continue
        while not texts[-1]:
            texts.pop()
        first = next(place for place, said in enumerate(texts, start=1) if said)
        same = frozenset(
            place - 1 for place in range(1, len(texts) + 1) if (number, place) in above
        )
        rows.append(
            SheetRow(
                number,
                tuple(texts),
                same,
                spans=(number, first) in spanning and spanning[number, first] > first,
                is_bold=bool(filled) and all(_font(one, "b") for one in filled),
                is_hidden=number in look.hidden,
                is_struck=bool(filled) and all(_font(one, "strike") for one in filled),
                colours={place: hue for place, one in enumerate(cells) if (hue := fills.hue(one))},
            )
        )
    return Sheet(name, tuple(rows), tuple(_notes(look, rows)))


def _notes(look: Looks, rows: list[SheetRow]) -> Iterator[str]:
    if look.unread:
        yield (
            ngettext(
                "%(number)d formula has no value and is read as empty: open the file in Excel and "
                "save it, and it has one.",
                "%(number)d formulas have no value and are read as empty: open the file in Excel "
                "and save it, and they have one.",
                look.unread,
            )
            % {"number": look.unread}
        )
    if faulty := [str(row.number) for row in rows if any(one in _FAULTS for one in row.cells)]:
        yield _("Formulas that went wrong (#REF! …) stand in row %(rows)s.") % {
            "rows": ", ".join(faulty[:10])
        }


_FAULTS = {"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"}


def _merged(look: Looks) -> tuple[dict, dict]:
    """Return the place of the text of each cell that says what the one above it says.

    And for each corner where merged cells begin the last of its columns.
    """
    above: dict[tuple[int, int], tuple[int, int]] = {}
    spanning: dict[tuple[int, int], int] = {}
    for first, left, last, right in look.merged:
        spanning[first, left] = right
        for row in range(first + 1, last + 1):
            above[row, left] = (first, left)
    return above, spanning


def _font(cell, name: str) -> bool:
    return bool(getattr(cell.font, name, False))


def _text(cell) -> str:
    """Return what a cell shows: a day as 2027-05-31, a number without what nobody wrote."""
    value: Any = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        midnight = value.time() == time(0, 0)
        return value.date().isoformat() if midnight else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        return str(value)
    return _number(value, str(cell.number_format or ""))


def _number(value: int | float, shown_as: str) -> str:
    said = Decimal(str(value))
    sign = ""
    if "%" in shown_as:
        said, sign = said * 100, " %"
    whole = said == said.to_integral_value()
    digits = str(int(said)) if whole else format(said.normalize(), "f").replace(".", ",")
    return digits + sign
