"""Choosing exchange files to import."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from desk.exchange.strict import FETCH_ANEW

_EMPTY = format_lazy("{} {}", _("The file is empty."), FETCH_ANEW)


class FilesInput(forms.ClearableFileInput):
    """A file input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or several uploaded files; the cleaned value is always a list."""

    widget = FilesInput(attrs={"accept": ".json,application/json"})

    def clean(self, data, initial=None) -> list:
        """Clean each file by itself."""
        uploads = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(upload, initial) for upload in uploads or [None]]


class ImportForm(forms.Form):
    """Exchange files (`overens/2`, and `overens-agreement/1` from before)."""

    files = FilesField(
        label=_("Files"),
        help_text=_("One or several files in the Överens exchange format (.json)."),
        error_messages={"empty": _EMPTY},
    )

    def contents(self) -> list[tuple[str, bytes]]:
        """Return name and bytes of each file."""
        return [(upload.name, upload.read()) for upload in self.cleaned_data["files"]]
