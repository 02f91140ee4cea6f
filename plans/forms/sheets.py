"""Choosing an Excel or CSV file with rows of a plan."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import printable
from intake.tables.limits import validate_size
from intake.tables.upload import read_sheets
from plans.sheets.meaning import Meaning, meaning

#: As much of the file's name as the history keeps.
_LONGEST_NAME = 200


class SheetForm(forms.Form):
    """A file; what it means is `cleaned_data["file"]`, what it is called `file_name`."""

    file = forms.FileField(
        label=_("Excel or CSV file"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv"}),
        help_text=_("With a row that names the columns, at most 10 MB."),
        error_messages={"required": _("Choose the file.")},
    )

    file_name = ""

    def clean_file(self) -> Meaning:
        """Read the file; refuse one that is too large before that."""
        upload = self.cleaned_data["file"]
        validate_size(upload.size)
        self.file_name = printable(upload.name)[-_LONGEST_NAME:]
        return meaning(read_sheets(self.file_name, upload.read()))
