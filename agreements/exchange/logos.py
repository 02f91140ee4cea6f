"""A party's logo in a file: base64 in, stored bytes out, and the way back."""

import base64
import binascii
from io import BytesIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image

from core.canonical import digest

MAX_BYTES = 1024 * 1024
# Enough for a logo at 600 dots per inch across the page, and little enough to unpack.
MAX_PIXELS = 25_000_000
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}


def validate_logo(content: bytes, media_type: str) -> None:
    """Raise ValidationError unless `content` is a whole picture of `media_type`, and not too big.

    Allowed are image/png and image/jpeg, at most `MAX_BYTES` and `MAX_PIXELS`.
    """
    if len(content) > MAX_BYTES:
        raise ValidationError(
            _("The logo is larger than %(limit)d MB."), params={"limit": MAX_BYTES // 1024**2}
        )
    name = _FORMATS.get(media_type)
    try:
        with Image.open(BytesIO(content), formats=[name] if name else []) as image:
            pixels = image.width * image.height
            if pixels <= MAX_PIXELS:
                image.load()
    except (OSError, SyntaxError, ValueError, TypeError, EOFError) as error:
        raise ValidationError(_("The logo is not a whole PNG or JPEG picture.")) from error
    except Image.DecompressionBombError:
        pixels = MAX_PIXELS + 1
    if pixels > MAX_PIXELS:
        raise ValidationError(_("The logo has too many pixels."))


def read_logo(logo: dict) -> bytes:
    """Return the picture in a schema-valid `logo` that has `data`.

    Raises ValidationError when it is not base64, not what its digest says or no picture of its
    media type.
    """
    try:
        content = base64.b64decode("".join(logo["data"].split()), validate=True)
    except binascii.Error as error:
        raise ValidationError(_("The logo is not base64.")) from error
    if digest(content) != logo["sha256"]:
        raise ValidationError(_("The logo is not the one its SHA-256 says."))
    validate_logo(content, logo["media_type"])
    return content


def write_logo(content: bytes) -> str:
    """Return the base64 of a picture."""
    return base64.b64encode(content).decode("ascii")
