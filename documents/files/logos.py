"""Logos: pictures that are checked to be what they say before they are stored."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image

MAX_BYTES = 1024 * 1024
# Enough for a logo at 600 dots per inch across the page, and little enough to unpack.
MAX_PIXELS = 25_000_000
# SVG can carry scripts and is not taken.
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
_BEGINNINGS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def media_type_of(content: bytes) -> str:
    """Return the media type that a picture begins like, empty for any other file."""
    return next(
        (kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning)), ""
    )


def validate_logo(content: bytes, media_type: str) -> None:
    """Raise ValidationError unless `content` is a whole picture of `media_type`, and not too big.

    Allowed are image/png and image/jpeg, at most `MAX_BYTES` and `MAX_PIXELS`.
    """
    if len(content) > MAX_BYTES:
        raise ValidationError(
            _("The logo is larger than %(limit)d MB."), params={"limit": MAX_BYTES // 1024**2}
        )
    formats = [_FORMATS[media_type]] if media_type in _FORMATS else []
    try:
        with Image.open(BytesIO(content), formats=formats) as image:
            pixels = image.width * image.height
            # Checks the sums in the file; a checked image must be opened anew to be read.
            image.verify()
        if pixels <= MAX_PIXELS:
            with Image.open(BytesIO(content), formats=formats) as image:
                image.load()
    except (OSError, SyntaxError, ValueError, TypeError, EOFError) as error:
        raise ValidationError(_("The logo is not a whole PNG or JPEG picture.")) from error
    except Image.DecompressionBombError:
        pixels = MAX_PIXELS + 1
    if pixels > MAX_PIXELS:
        raise ValidationError(_("The logo has too many pixels."))
