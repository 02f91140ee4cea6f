"""Choosing a logo."""

from django import forms

from documents.files.logos import MAX_BYTES, media_type_of, validate_logo
from documents.models import StoredFile


class LogoField(forms.FileField):
    """An uploaded logo; its cleaned value is the bytes of a good picture, or None."""

    widget = forms.FileInput(attrs={"accept": "image/png,image/jpeg"})

    def clean(self, data, initial=None) -> bytes | None:
        """Return the bytes; raise ValidationError for what is no picture or too big a one."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        upload.seek(0)  # the form may be asked twice
        # One byte more than allowed is enough to know that it is too big.
        content = upload.read(MAX_BYTES + 1)
        validate_logo(content, media_type_of(content))
        return content


def store_logo(content: bytes) -> StoredFile:
    """Store a logo that was found good and return the stored file."""
    return StoredFile.objects.store(content, media_type_of(content))
