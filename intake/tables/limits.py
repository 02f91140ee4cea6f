"""How much of a sheet is taken in: more than any plan has, and no more than a page can show."""

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 2_000
MAX_COLUMNS = 80
MAX_SHEETS = 30
MAX_CELL = 20_000
#: Of all sheets together.
MAX_CHARACTERS = 2_000_000


def validate_size(size: int) -> None:
    """Raise `ValidationError` for a file that is too large; ask before it is read."""
    if size > MAX_BYTES:
        raise ValidationError(
            _(
                "The file is too large: %(size)d MB. At most %(limit)d MB can be brought in. "
                "Remove the pictures in it, or copy the rows into a new workbook."
            ),
            code="too_large",
            params={"size": -(-size // 1024**2), "limit": MAX_BYTES // 1024**2},
        )


def validate_place(sheet: str, row: int, column: int) -> None:
    """Raise `ValidationError` for a cell with a text that lies further off than a plan goes."""
    if row > MAX_ROWS:
        raise ValidationError(
            _(
                "The sheet “%(sheet)s” has a text in row %(row)s; at most %(limit)s rows are read. "
                "Copy the rows of the plan into a new workbook and choose that."
            ),
            code="too_many_rows",
            params={"sheet": sheet, "row": _said(row), "limit": _said(MAX_ROWS)},
        )
    if column > MAX_COLUMNS:
        raise ValidationError(
            _(
                "The sheet “%(sheet)s” has a text in column %(column)s; at most %(limit)s columns "
                "are read. Copy the columns of the plan into a new workbook and choose that."
            ),
            code="too_many_columns",
            params={"sheet": sheet, "column": _said(column), "limit": _said(MAX_COLUMNS)},
        )


def validate_cell(sheet: str, row: int, characters: int) -> None:
    """Raise `ValidationError` for a text that no cell of a plan holds."""
    if characters > MAX_CELL:
        raise ValidationError(
            _(
                "A cell in row %(row)s of “%(sheet)s” has more than %(limit)s characters. Shorten "
                "it and choose the file again."
            ),
            code="long_cell",
            params={"sheet": sheet, "row": _said(row), "limit": _said(MAX_CELL)},
        )


def validate_text(characters: int) -> None:
    """Raise `ValidationError` when the sheets together say more than a plan does."""
    if characters > MAX_CHARACTERS:
        raise ValidationError(
            _("The file says more than a plan does: more than %(limit)s characters."),
            code="too_long",
            params={"limit": _said(MAX_CHARACTERS)},
        )


def _said(number: int) -> str:
    return number_format(number, force_grouping=True)
