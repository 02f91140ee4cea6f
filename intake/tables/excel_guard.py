"""Opens an Excel file, or says in one sentence what came instead of one and what to do about it.

openpyxl, which reads it, unpacks what it is given: every part that it will open is read here first,
within limits, and looked through for what makes a small file a large one.
"""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.xml_package import PackageError, XmlPackage
from intake.tables.limits import MAX_COLUMNS, MAX_ROWS, validate_place, validate_size

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: A part of the cells or their texts; all such parts together hold at most so many tags.
_CELLS = re.compile(r"xl/worksheets/[^/]+\.xml|xl/sharedStrings\.xml", re.IGNORECASE)
_MOST_TAGS = 1_000_000
#: Any other part: openpyxl makes an object of each of its elements.
_MOST_OTHER_TAGS = 60_000
#: In UTF-16, which Excel does not write, what is unsafe would be missed.
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_COLUMN = re.compile(r"[A-Z]+")
#: A cell that says something, wherever it claims to lie.
_CELL = re.compile(
    rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,4})(\d{1,9})"[^>/]*>\s*<(?:\w+:)?(?:v|is|f)\b'
)
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_NUMBER = re.compile(rb'\br="(\d{1,9})"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,4}\d{1,9}:[A-Z]{1,4}\d{1,9})"')
_UNREAD_FORMULA = re.compile(
    rb"<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>"
    rb")?\s*</(?:\w+:)?c>"
)


@dataclass(frozen=True)
class Looks:
    """What openpyxl does not tell of a sheet while it reads row by row.

    `merged` are the places that stand together, (first row, first column, last row, last column)
    counted from 1; `unread` is how many formulas have no value.
    """

    hidden: frozenset[int]
    merged: tuple[tuple[int, int, int, int], ...]
    unread: int


def open_excel(content: bytes) -> XmlPackage:
    """Return the parts of an Excel file, all looked through; raise `ValidationError` otherwise."""
    validate_size(len(content))
    if sentence := _other_format(content):
        raise ValidationError(sentence, code="not_excel")
    try:
        package = XmlPackage(content)
        if sentence := _other_package(package):
            raise ValidationError(sentence, code="not_excel")
        _look_through(package)
        # Each part may be read once more now.
        return XmlPackage(content)
    except PackageError as error:
        raise refusal(error) from error


def refusal(error: PackageError) -> ValidationError:
    """Return the sentence for a package that cannot be read."""
    sentences = {
        "not_zip": _("The file is no Excel file. Choose one whose name ends in .xlsx, or in .csv."),
        "broken": broken(),
        "encrypted": _protected(),
        "too_large": _(
            "The file holds far more than a plan, and was not unpacked. Copy the rows of the plan "
            "into a new workbook and choose that."
        ),
        "unsafe": _(
            "The file is not built as Excel builds files, and was not opened. Copy its rows into a "
            "new workbook and choose that."
        ),
    }
    return ValidationError(sentences[error.code], code=error.code)


def broken() -> str:
    """Return the sentence for a file that cannot be read."""
    return _(
        "The file is damaged or cut off, and cannot be read. Open it in Excel, save it anew and "
        "choose it again."
    )


def looks(package: XmlPackage, part: str, sheet: str) -> Looks:
    """Return what the sheet in `part` looks like; raise `ValidationError` for one that is too far.

    `sheet` is what it is called.
    """
    content = package.read(part)
    for letters, number in _CELL.findall(content):
        validate_place(sheet, int(number), _place(letters.decode()))
    hidden, last = set(), 0
    for row in _ROW.finditer(content):
        named = _NUMBER.search(row[1])
        last = int(named[1]) if named else last + 1
        if not named:  # nor do its cells say where they lie
            validate_place(sheet, last, 1)
        if last <= MAX_ROWS and _HIDDEN.search(row[1]):
            hidden.add(last)
    merged = [_range(one.decode()) for one in _MERGED.findall(content)]
    merged = [one for one in merged if one[0] <= MAX_ROWS and one[1] <= MAX_COLUMNS]
    # No cell is merged twice.
    if sum(last - first + 1 for first, _left, last, _right in merged) > MAX_ROWS * MAX_COLUMNS:
        raise refusal(PackageError("unsafe"))
    return Looks(
        frozenset(hidden),
        tuple(merged),
        len(_UNREAD_FORMULA.findall(content)),
    )


def _range(ref: str) -> tuple[int, int, int, int]:
    first, last = ref.split(":")
    ends = []
    for corner in (first, last):
        letters = _COLUMN.match(corner)[0]
        ends += [int(corner[len(letters) :]), _place(letters)]
    return ends[0], ends[1], min(ends[2], MAX_ROWS), min(ends[3], MAX_COLUMNS)


def _place(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _look_through(package: XmlPackage) -> None:
    """Read every part once, whatever it is called: which ones are opened, the file itself says."""
    left = _MOST_TAGS
    for name in package.names:
        content = package.read(name)
        start = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
        if content.startswith(_UTF16):
            raise PackageError("unsafe")
        if not start.startswith(b"<"):
            continue  # a picture, or no XML at all
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise PackageError("unsafe")
        tags = content.count(b"<")
        if _CELLS.fullmatch(name):
            left -= tags
        if left < 0 or (tags > _MOST_OTHER_TAGS and not _CELLS.fullmatch(name)):
            raise PackageError("too_large")


def _other_format(content: bytes) -> str:
    """Return a sentence about a file that is of another known format; "" when it is none."""
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            return _protected()
        return _(
            "The file is in Excel's old format (.xls). Open it in Excel and save it as an Excel "
            "workbook (.xlsx)."
        )
    if content[:1024].lstrip().startswith(b"%PDF"):
        return _("The file is a PDF. Bring in the Excel file that it was made from.")
    return ""


def _protected() -> str:
    return _(
        "The file is protected with a password. Open it in Excel, remove the password (File → Info "
        "→ Protect Workbook) and save it."
    )


def _other_package(package: XmlPackage) -> str:
    """Return a sentence about a zip file that is no Excel file, or ""."""
    names = package.names
    if "mimetype" in names and b"opendocument" in package.read("mimetype", limit=200):
        return _(
            "The file is in OpenDocument format (.ods). Open it in LibreOffice or Excel and save "
            "it as an Excel workbook (.xlsx)."
        )
    if any(name.startswith("word/") for name in names):
        return _("The file is a Word file. Choose the Excel file, or copy its table and paste it.")
    if "xl/workbook.bin" in names:
        return _(
            "The file is a binary workbook (.xlsb). Open it in Excel and save it as an Excel "
            "workbook (.xlsx)."
        )
    if "xl/workbook.xml" not in names:
        return _("The file is a zip file but no Excel file. Unpack it and choose the .xlsx file.")
    return ""
