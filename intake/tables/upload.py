"""The way in for every sheet from outside: what it is is seen from its content, not its name."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.text import printable
from intake.tables.csv_file import read_csv
from intake.tables.excel import read_excel
from intake.tables.excel_guard import open_excel
from intake.tables.sheet import Sheet

_BINARY = (b"\xd0\xcf\x11\xe0", b"%PDF")


def read_sheets(name: str, content: bytes) -> list[Sheet]:
    """Return what an Excel or CSV file says; `name` is what a sheet without a name is called.

    Ask `limits.validate_size(upload.size)` before its content is read. Raises `ValidationError`,
    one sentence, for a file that is too large, damaged, protected, empty or of another kind.
    """
    name = printable(name)
    if content.startswith(_BINARY):
        open_excel(content)  # says what it is
    sheets = read_excel(content) if content.startswith(b"PK") else read_csv(name, content)
    if not sheets:
        raise ValidationError(
            _("There is no text in “%(name)s”."), code="empty", params={"name": name}
        )
    return sheets
