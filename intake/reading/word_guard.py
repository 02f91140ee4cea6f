"""Opens a Word file, or says in one sentence what came instead of one and what to do about it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.xml_package import PackageError, XmlPackage

MAX_BYTES = 20 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def validate_size(size: int) -> None:
    """Raise `ValidationError` for a file that is too large; ask before it is read."""
    if size > MAX_BYTES:
        raise ValidationError(
            _(
                "The file is too large: %(size)d MB. At most %(limit)d MB can be brought in. "
                "Remove the pictures in it, or paste its text instead."
            ),
            code="too_large",
            params={"size": -(-size // 1024**2), "limit": MAX_BYTES // 1024**2},
        )


def other_format(content: bytes) -> str:
    """Return a sentence about a file that is of another known format; "" when it is none of them.

    Old Word files and encrypted new ones are both OLE files (MS-CFB); an encrypted one holds a
    stream that is named EncryptedPackage (MS-OFFCRYPTO 2.3.4.4).
    """
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            return _(
                "The file is protected with a password. Open it in Word, remove the password "
                "(File → Info → Protect Document) and save it."
            )
        return _(
            "The file is in Word's old format (.doc). Open it in Word and save it as a Word "
            "document (.docx)."
        )
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF"):
        return _(
            "The file is a PDF. Bring in the Word file that it was made from, or copy the text of "
            "the PDF and paste it."
        )
    if start.startswith(b"{\\rtf"):
        return _(
            "The file is in RTF format. Open it in Word and save it as a Word document (.docx)."
        )
    if start.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")):
        return _(
            "The file is a picture, and text in a picture cannot be read. Bring in the Word file, "
            "or write the text."
        )
    return ""


def open_word(content: bytes) -> XmlPackage:
    """Return the parts of a Word file; raise `ValidationError` for everything else."""
    validate_size(len(content))
    sentence = other_format(content)
    if sentence:
        raise ValidationError(sentence, code="not_word")
    try:
        package = XmlPackage(content)
        kind = _kind(package)
    except PackageError as error:
        raise refusal(error) from error
    if kind:
        raise ValidationError(kind, code="not_word")
    return package


def refusal(error: PackageError) -> ValidationError:
    """Return the sentence for a package that cannot be read."""
    sentences = {
        "not_zip": _("The file is not a Word file. Choose one whose name ends in .docx."),
        "broken": _(
            "The file is damaged or cut off, and cannot be read. Open it in Word, save it anew "
            "and choose it again."
        ),
        "encrypted": _(
            "The file is protected with a password. Open it in Word, remove the password "
            "(File → Info → Protect Document) and save it."
        ),
        "too_large": _(
            "The file holds far more than an agreement, and was not unpacked. Copy the text "
            "of the agreement into a new Word document and choose that."
        ),
        "unsafe": _(
            "The file is not built as Word builds files, and was not opened. Copy its text into a "
            "new Word document and choose that."
        ),
    }
    return ValidationError(sentences[error.code], code=error.code)


def _kind(package: XmlPackage) -> str:
    """Return a sentence about a zip file that is no Word file, or ""."""
    names = package.names
    if "mimetype" in names and b"opendocument" in package.read("mimetype", limit=200):
        return _(
            "The file is in OpenDocument format (.odt). Open it in LibreOffice or Word and save it "
            "as a Word document (.docx)."
        )
    if any(name.startswith("xl/") for name in names):
        return _("The file is an Excel file. Choose the Word file (.docx) with the agreement.")
    if any(name.startswith("ppt/") for name in names):
        return _("The file is a PowerPoint file. Choose the Word file (.docx) with the agreement.")
    if "index/document.iwa" in {name.lower() for name in names}:
        return _("The file is a Pages file. Export it as a Word document (.docx).")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        return _("The file is a zip file but no Word file. Unpack it and choose the .docx file.")
    return ""
