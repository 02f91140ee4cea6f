"""Signed papers as files: PDFs and scanned pictures, checked to be whole before they are stored."""

from dataclasses import dataclass
from io import BytesIO

import pikepdf
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageSequence
from PIL.TiffImagePlugin import STRIPBYTECOUNTS, STRIPOFFSETS

# Of tiles, the other way in which a TIFF is laid out.
_TILE_OFFSETS, _TILE_BYTE_COUNTS = 324, 325

MAX_BYTES = 25 * 1024 * 1024
# An A3 page at 600 dots per inch.
MAX_PIXELS = 70_000_000
#: What a file begins like → its media type. The name of a file is never trusted.
_BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}
_BROKEN = _("The file is broken or not whole. Fetch it anew, or scan the paper once more.")


@dataclass(frozen=True)
class Paper:
    """A file that was found good; `name` is what it was called where it came from."""

    name: str
    content: bytes
    media_type: str


def checked_paper(name: str, content: bytes) -> Paper:
    """Return the paper; raise ValidationError for what is broken, protected or something else."""
    media_type = next(
        (kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning)), ""
    )
    if media_type == "application/pdf":
        _check_pdf(content)
    elif media_type:
        _check_picture(content, _FORMATS[media_type])
    else:
        raise ValidationError(
            _("The file is neither a PDF nor a picture (PNG, JPEG, TIFF), whatever its name.")
        )
    return Paper(name, content, media_type)


def _check_pdf(content: bytes) -> None:
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise ValidationError(
            _("The PDF is protected by a password. Save it without the password and try again.")
        ) from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise ValidationError(_BROKEN) from error
    if not pages:
        raise ValidationError(_BROKEN)


def _check_picture(content: bytes, kind: str) -> None:
    try:
        with Image.open(BytesIO(content), formats=[kind]) as image:
            pixels = image.width * image.height
            is_whole = _IS_WHOLE[kind](image, content)
    except (OSError, SyntaxError, ValueError, TypeError, EOFError) as error:
        raise ValidationError(_BROKEN) from error
    except Image.DecompressionBombError:
        is_whole, pixels = True, MAX_PIXELS + 1
    if not is_whole:
        raise ValidationError(_BROKEN)
    if pixels > MAX_PIXELS:
        raise ValidationError(_("The picture has too many pixels: scan it smaller."))


# Whether a picture is whole is seen without unpacking it: a scanned page takes 200 MB unpacked,
# and Pillow, which WeasyPrint sets to be lenient, would fill in what is missing.


def _is_whole_png(image: Image.Image, content: bytes) -> bool:
    image.verify()  # its sums
    return b"IEND" in content[-1024:]


def _is_whole_jpeg(_image: Image.Image, content: bytes) -> bool:
    return b"\xff\xd9" in content[-1024:]  # its end mark


def _is_whole_tiff(image: Image.Image, content: bytes) -> bool:
    for page in ImageSequence.Iterator(image):
        tags = page.tag_v2
        places = tags.get(STRIPOFFSETS) or tags.get(_TILE_OFFSETS) or ()
        lengths = tags.get(STRIPBYTECOUNTS) or tags.get(_TILE_BYTE_COUNTS) or ()
        ends = [at + length for at, length in zip(places, lengths, strict=True)]
        if not ends or max(ends) > len(content):
            return False
    return True


_IS_WHOLE = {"PNG": _is_whole_png, "JPEG": _is_whole_jpeg, "TIFF": _is_whole_tiff}
