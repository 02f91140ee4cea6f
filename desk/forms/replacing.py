"""What is to be replaced, and with what; the names are those of the address."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.rewording import Sought
from core.text import GatedCharField


class ReplaceForm(forms.Form):
    """Words to look for in the draft, and those that come in their place."""

    sok = GatedCharField(
        label=_("Find"), max_length=200, widget=forms.TextInput(attrs={"autofocus": True})
    )
    med = GatedCharField(
        label=_("Replace with"),
        required=False,
        max_length=300,
        help_text=_("Left empty, what is found is deleted."),
    )
    hela = forms.BooleanField(label=_("Whole words only"), required=False)
    lika = forms.BooleanField(label=_("Capitals and small letters as written"), required=False)

    def clean(self) -> dict:
        """Refuse words that would be replaced with themselves."""
        cleaned = super().clean()
        if cleaned.get("lika") and cleaned.get("sok") and cleaned["sok"] == cleaned.get("med"):
            raise ValidationError(_("These are the same words. Write what is to stand instead."))
        return cleaned

    @property
    def sought(self) -> Sought:
        """What the form says, once it is valid."""
        said = self.cleaned_data
        # A line in a field has no end of its own in the text.
        return Sought(said["sok"], " ".join(said["med"].split()), said["hela"], said["lika"])
