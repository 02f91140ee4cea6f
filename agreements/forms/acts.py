"""Forms of the acts that change who sees an agreement or what it is."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.choices import AgreementKind
from agreements.models import Agreement
from core.text import GatedCharField, printable
from desk.forms.fields import DayField, LinesField
from desk.forms.signed_file import SignedFileField
from documents.choices import SharingKind
from partnerships.access import Access
from partnerships.models import Organisation


def other_organisations(agreement: Agreement, access: Access):
    """Return the organisations of the partnership and the parties, but not the reader's own."""
    from_members = Organisation.objects.filter(memberships__partnership=access.partnership)
    from_parties = Organisation.objects.filter(parties__document=agreement.document)
    return (from_members | from_parties).exclude(pk=access.organisation.pk).distinct()


class OrganisationsField(forms.ModelMultipleChoiceField):
    """Several organisations; anything but one of those offered never reaches the database."""

    def clean(self, value):
        """Compare as words: a number that no column holds would be an error of the database."""
        offered = {str(pk) for pk in self.queryset.values_list("pk", flat=True)}
        for one in value or []:
            if str(one) not in offered:
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": printable(str(one))},
                )
        return super().clean(value)


class ShareForm(forms.Form):
    """Whom to share a draft with or send it to, and when."""

    organisations = OrganisationsField(
        label=_("With whom"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one organisation.")},
    )
    kind = forms.ChoiceField(
        label=_("How"),
        choices=[
            (SharingKind.FOR_COMMENTS, _("For comments: they can read and write in the draft")),
            (SharingKind.SENT, _("Sent: the draft is handed over and becomes a public record")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the draft is shared.")},
    )
    on = DayField(label=_("Date"))
    note = GatedCharField(
        label=pgettext_lazy("sharing", "Note"),
        required=False,
        max_length=500,
        help_text=_("For example how it was sent, or the registry number of the letter."),
    )

    def __init__(self, agreement: Agreement, access: Access, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisations"].queryset = other_organisations(agreement, access)
        self.initial.setdefault("on", timezone.localdate())

    def clean_on(self):
        """Refuse a day to come: the act is logged when it has happened."""
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(_("The day has not come yet."))
        return on


class ReasonForm(forms.Form):
    """An act that can be given a reason."""

    reason = GatedCharField(label=_("Note for the history"), required=False, max_length=500)


class SignedForm(ReasonForm):
    """That the agreement was signed outside the program: when and where, or unknown."""

    signed_on = DayField(
        label=_("Signed on"), required=False, help_text=_("Leave it empty if it is not known.")
    )
    signed_at = GatedCharField(
        label=_("Place of signing"),
        required=False,
        max_length=Agreement._meta.get_field("signed_at").max_length,
        help_text=_("Leave it empty if it is not known."),
    )
    on_behalf_of = GatedCharField(
        label=_("Registered on behalf of"),
        required=False,
        max_length=300,
        help_text=_("When another party told you of it: who, and how you know."),
    )

    paper = SignedFileField(required=False)

    field_order = ["signed_on", "signed_at", "paper", "on_behalf_of", "reason"]

    def clean_signed_on(self):
        """Refuse a day to come."""
        day = self.cleaned_data["signed_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("The day has not come yet."))
        return day


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
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day is before the first day."))
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
