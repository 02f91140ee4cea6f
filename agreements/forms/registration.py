"""The form of one organisation's record of a document."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.forms.after_signing import past_day
from agreements.forms.fields import DayField
from core.text import GatedCharField
from documents.choices import Retention
from documents.models import Registration
from partnerships.models import Organisation


def _line(name: str, **kwargs) -> GatedCharField:
    """Return the field of a column of text."""
    return Registration._meta.get_field(name).formfield(form_class=GatedCharField, **kwargs)


class RegistrationForm(forms.Form):
    """Number, date, secrecy and retention at one organisation, and on whose behalf it is noted."""

    registry_number = _line("registry_number")
    registered_on = DayField(label=_("Registered on"), required=False)
    is_secret = forms.BooleanField(label=_("Secrecy mark"), required=False)
    secrecy_ground = _line("secrecy_ground")
    retention = forms.ChoiceField(
        label=_("Preserved or weeded"),
        choices=[("", _("Not decided")), *Retention.choices],
        required=False,
    )
    retention_note = _line("retention_note")
    on_behalf_of = GatedCharField(
        label=_("How you know"),
        required=False,
        max_length=300,
        help_text=_("This is another organisation's record: say who told you, and when."),
    )

    def __init__(
        self,
        organisation: Organisation,
        registration: Registration | None,
        *args,
        own: bool,
        **kwargs,
    ) -> None:
        """Take whose record it is, what is noted now, and whether it is the reader's own."""
        noted = registration or Registration()
        columns = ("registry_number", "registered_on", "is_secret", "secrecy_ground")
        columns += ("retention", "retention_note")
        super().__init__(
            *args,
            prefix=f"o{organisation.pk}",
            initial={name: getattr(noted, name) for name in columns},
            **kwargs,
        )
        self.organisation, self.registration, self.own = organisation, registration, own
        if own:
            del self.fields["on_behalf_of"]

    def clean_registered_on(self):
        """Refuse a day to come."""
        return past_day(self.cleaned_data["registered_on"])

    def clean(self) -> dict:
        """Ask for the ground of a secrecy mark; a ground without a mark is a mark forgotten."""
        cleaned = super().clean()
        ground = cleaned.get("secrecy_ground")
        if cleaned.get("is_secret") and not ground and "secrecy_ground" not in self.errors:
            self.add_error("secrecy_ground", _("A secrecy mark needs its ground in law."))
        if ground and not cleaned.get("is_secret"):
            self.add_error(
                "is_secret", _("A ground is given. Put the mark, or take the ground away.")
            )
        return cleaned

    def values(self) -> dict:
        """Return the columns as they were filled in."""
        return {name: value for name, value in self.cleaned_data.items() if name != "on_behalf_of"}

    @property
    def on_whose_behalf(self) -> str:
        """Whose record it is and how that is known; empty for the reader's own."""
        if self.own:
            return ""
        known = self.cleaned_data["on_behalf_of"]
        return f"{self.organisation.name}: {known}"[:300] if known else self.organisation.name
