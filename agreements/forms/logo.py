"""Logos: pictures that are checked to be what they say before they are stored."""

from io import BytesIO

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

from documents.models import StoredFile

#: Formats by the name Pillow gives them. SVG can carry scripts and is not taken.
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
LARGEST_FILE = 1_000_000
LARGEST_SIDE = 4000


def logo_media_type(content: bytes) -> str:
    """Return the media type of a logo, or raise ValidationError with what is wrong with it."""
    if len(content) > LARGEST_FILE:
        raise ValidationError(_("The logo is larger than 1 MB. Choose a smaller picture."))
    try:
        with Image.open(BytesIO(content), formats=list(MEDIA_TYPES)) as picture:
            width, height = picture.size
            if max(width, height) > LARGEST_SIDE:
                raise ValidationError(
                    _("The logo is more than %(side)s pixels wide or high. Choose a smaller one."),
                    params={"side": LARGEST_SIDE},
                )
            picture.verify()
            return MEDIA_TYPES[picture.format]
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(_("The logo must be a PNG or JPEG picture.")) from error
    except Image.DecompressionBombError as error:
        raise ValidationError(_("The logo is too large a picture.")) from error


class LogoField(forms.FileField):
    """An uploaded logo; its cleaned value is the bytes, or None."""

    widget = forms.FileInput(attrs={"accept": "image/png,image/jpeg"})

    def clean(self, data, initial=None) -> bytes | None:
        """Return the bytes of a good picture."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        if upload.size > LARGEST_FILE:
            raise ValidationError(_("The logo is larger than 1 MB. Choose a smaller picture."))
        content = upload.read()
        logo_media_type(content)
        return content


def store_logo(content: bytes) -> StoredFile:
    """Store a logo that `logo_media_type` accepts and return the stored file."""
    return StoredFile.objects.store(content, logo_media_type(content))
