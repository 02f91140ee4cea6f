"""The form of one organisation's record of a document."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import GatedCharField
from desk.forms.fields import PastDayField
from desk.registering import Record
from documents.choices import Retention
from documents.models import Registration


def _line(name: str, **kwargs) -> GatedCharField:
    """Return the field of a column of text."""
    return Registration._meta.get_field(name).formfield(form_class=GatedCharField, **kwargs)


def _about_number(record: Record) -> str:
    """Say that this is the registry's number, and what the text prints."""
    printed = record.printed_number
    if not printed:
        return _("The number in the registry. No number is printed in the text.")
    if record.registration and record.registration.registry_number:
        said = _("The number in the registry. In the text is printed: %(number)s")
    else:
        said = _("Proposed from the text itself. It is noted once you save.")
    return said % {"number": printed}


class RegistrationForm(forms.Form):
    """Number, date, secrecy and retention at one organisation, and on whose behalf it is noted."""

    needed_when: ClassVar[dict[str, str]] = {"secrecy_ground": _("if there is a secrecy mark")}

    registry_number = _line("registry_number")
    registered_on = PastDayField(label=_("Registered on"), required=False)
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

    def __init__(self, record: Record, *args, own: bool, **kwargs) -> None:
        """Take the record as it is now, and whether it is the reader's own organisation's."""
        noted = record.registration or Registration()
        columns = ("registry_number", "registered_on", "is_secret", "secrecy_ground")
        columns += ("retention", "retention_note")
        super().__init__(
            *args,
            prefix=f"o{record.organisation.pk}",
            initial={name: getattr(noted, name) for name in columns}
            | {"registry_number": record.number},
            **kwargs,
        )
        self.organisation, self.registration = record.organisation, record.registration
        self.own = own
        self.fields["registry_number"].help_text = _about_number(record)
        if own:
            del self.fields["on_behalf_of"]

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
