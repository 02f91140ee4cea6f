"""Choosing the file of a signed paper."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.text import printable
from documents.files.checking import is_print_of_ours, sha256_of
from documents.files.papers import MAX_BYTES, Paper, checked_paper
from documents.models import AttachedFile

_LONGEST_NAME = AttachedFile._meta.get_field("name").max_length
_OUR_PRINT = _("The file is the program's own print, without signatures. Choose the scanned one.")


class SignedFileField(forms.FileField):
    """An uploaded PDF, PNG, JPEG or TIFF; its cleaned value is a good `Paper`, or None.

    A PDF that the program stored is none: nobody has signed it, and what is kept is kept for good.
    """

    widget = forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.tif,.tiff"})

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("label", _("Signed file"))
        kwargs.setdefault(
            "help_text", _("A PDF or a scanned picture (PNG, JPEG, TIFF) of at most 25 MB.")
        )
        super().__init__(**kwargs)

    def clean(self, data, initial=None) -> Paper | None:
        """Return the paper; raise ValidationError for one that is too big or not good."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        if upload.size > MAX_BYTES:
            raise ValidationError(
                _("The file is %(size)d MB. At most %(limit)d MB can be kept: scan it smaller."),
                params={"size": -(-upload.size // 1024**2), "limit": MAX_BYTES // 1024**2},
            )
        content = upload.read()
        if is_print_of_ours(sha256_of([content])):
            raise ValidationError(_OUR_PRINT)
        return checked_paper(printable(upload.name)[-_LONGEST_NAME:], content)
