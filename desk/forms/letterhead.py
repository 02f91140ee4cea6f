"""The form of a partnership's letterhead."""

from django import forms
from django.utils.translation import gettext_lazy as _

from desk.forms.fields import LinesField
from partnerships.models import Letterhead, Organisation

#: As many names as there can be parties worth putting in order.
_MOST_NAMES = 50


class LetterheadForm(forms.ModelForm):
    """Colour, place of the logotypes and order of the parties."""

    order = LinesField(
        label=_("Order of the parties"),
        required=False,
        help_text=_(
            "Names of parties, one on each line, the first one first. Parties that are not named "
            "come after, in the order of the text."
        ),
    )

    class Meta:
        model = Letterhead
        fields = ["colour", "logos", "order"]
        widgets = {"colour": forms.RadioSelect, "logos": forms.RadioSelect}

    def clean_order(self) -> list[str]:
        """Refuse more names than a letterhead has room for, and longer ones than there are."""
        names = self.cleaned_data["order"]
        longest = Organisation._meta.get_field("name").max_length
        if any(len(name) > longest for name in names):
            raise forms.ValidationError(
                _("A name is longer than %(longest)d characters."), params={"longest": longest}
            )
        if len(names) > _MOST_NAMES:
            raise forms.ValidationError(
                _("Name at most %(most)d parties."), params={"most": _MOST_NAMES}
            )
        return names
