"""Choosing the Word file that comes back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import printable
from desk.word.returning import ReturnedFile
from documents.models import TopRow
from intake.reading.word_guard import validate_size

#: As much of the file's name as the history keeps.
_LONGEST_NAME = 200


class TakeInForm(forms.Form):
    """A Word file made from `agreement`; what was read is `cleaned_data["file"]`."""

    file = forms.FileField(
        label=_("Word file"),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        help_text=_("The file that was fetched here and has been edited, at most 20 MB."),
        error_messages={"required": _("Choose the Word file.")},
    )

    def __init__(self, *args, top: TopRow, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.agreement = top

    def clean_file(self) -> ReturnedFile:
        """Read the file; refuse one that is too large before that."""
        upload = self.cleaned_data["file"]
        validate_size(upload.size)
        name = printable(upload.name)[-_LONGEST_NAME:]
        return ReturnedFile.read(name, upload.read(), self.agreement)

    @property
    def is_other_agreement(self) -> bool:
        """Tell whether the file is one to make a new agreement of."""
        return self.has_error("file", "other_agreement")
