"""A party's logo in a file: base64 in, stored bytes out, and the way back."""

import base64

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.canonical import digest
from documents.files.logos import validate_logo


def read_logo(logo: dict) -> bytes:
    """Return the picture in a schema-valid `logo` that has `data`.

    Raises ValidationError when it is not base64, not what its digest says or no picture of its
    media type.
    """
    try:
        content = base64.b64decode("".join(logo["data"].split()), validate=True)
    except ValueError as error:
        raise ValidationError(_("The logo is not base64.")) from error
    if digest(content) != logo["sha256"]:
        raise ValidationError(_("The logo is not the one its SHA-256 says."))
    validate_logo(content, logo["media_type"])
    return content


def write_logo(content: bytes) -> str:
    """Return the base64 of a picture."""
    return base64.b64encode(content).decode("ascii")
