"""The six facts of an old agreement."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.forms.acts import NewAgreementForm
from desk.forms.fields import DayField
from desk.forms.signed_file import SignedFileField


class ArchiveForm(NewAgreementForm):
    """Title, parties, period and the signed paper of an agreement for the archive."""

    subtitle = kind = None
    signed_on = DayField(
        label=_("Signed on"), required=False, help_text=_("Leave it empty if it is not known.")
    )
    paper = SignedFileField()

    field_order = ["title", "parties", "valid_from", "valid_to", "signed_on", "paper"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parties"].required = True

    def clean_signed_on(self):
        """Refuse a day to come."""
        day = self.cleaned_data["signed_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("The day has not come yet."))
        return day
