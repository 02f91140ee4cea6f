"""Forms of how an agreement begins, and of its signing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.choices import AgreementKind
from agreements.models import Agreement
from core.text import GatedCharField
from desk.forms.acts import ReasonForm
from desk.forms.fields import DayField, LinesField, OnBehalfOfField, PastDayField, refuse_backwards
from desk.forms.signed_file import SignedFileField
from partnerships.models import Organisation


class SignedForm(ReasonForm):
    """That the agreement was signed outside the program: when and where, or unknown."""

    signed_on = PastDayField(
        label=_("Signed on"), required=False, help_text=_("Leave it empty if it is not known.")
    )
    signed_at = GatedCharField(
        label=_("Place of signing"),
        required=False,
        max_length=Agreement._meta.get_field("signed_at").max_length,
        help_text=_("Leave it empty if it is not known."),
    )
    on_behalf_of = OnBehalfOfField()

    paper = SignedFileField(required=False)

    field_order = ["signed_on", "signed_at", "paper", "on_behalf_of", "reason"]


class PeriodForm(forms.Form):
    """Title and period of an agreement that is to be written."""

    title = GatedCharField(
        label=_("Title"), max_length=Agreement._meta.get_field("title").max_length
    )
    subtitle = GatedCharField(
        label=_("Subtitle"),
        required=False,
        max_length=Agreement._meta.get_field("subtitle").max_length,
    )
    valid_from = DayField(label=_("First day"), required=False)
    valid_to = DayField(label=_("Last day"), required=False)

    def clean(self) -> dict:
        """Refuse a last day before the first."""
        cleaned = super().clean()
        refuse_backwards(self, "valid_from", "valid_to")
        return cleaned


class StartFromForm(PeriodForm):
    """A new agreement from an existing one."""

    replaces = forms.BooleanField(
        label=_("It replaces the earlier agreement"),
        required=False,
        help_text=_("The earlier one is superseded once the new one is signed and has begun."),
    )


class NewAgreementForm(PeriodForm):
    """A new agreement from nothing: title, period and parties."""

    kind = forms.ChoiceField(
        label=_("Kind"), choices=AgreementKind.choices, initial=AgreementKind.AGREEMENT
    )
    parties = LinesField(
        label=_("Parties"),
        required=False,
        help_text=_("Their names as they are to be printed, one on each line."),
    )

    field_order = ["title", "subtitle", "kind", "parties", "valid_from", "valid_to"]

    def clean_parties(self) -> list[str]:
        """Refuse names longer than the register holds."""
        longest = Organisation._meta.get_field("name").max_length
        if any(len(name) > longest for name in self.cleaned_data["parties"]):
            raise forms.ValidationError(
                _("A name is longer than %(longest)d characters."), params={"longest": longest}
            )
        return self.cleaned_data["parties"]
