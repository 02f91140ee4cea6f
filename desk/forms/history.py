"""Choosing in the history: whose changes, and of which days; the names are those of the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import sort_key
from desk.forms.fields import DayField, refuse_backwards
from documents.models.change import ChangeQuerySet


class HistoryForm(forms.Form):
    """Whose changes are listed, and from which day to which."""

    vem = forms.ChoiceField(
        label=_("Who"),
        required=False,
        error_messages={"invalid_choice": _("No one of that name has done anything here.")},
    )
    fran = DayField(label=_("From"), required=False)
    till = DayField(label=_("To"), required=False)

    def __init__(self, data, *, changes: ChangeQuerySet) -> None:
        """Offer everyone who made one of `changes`; one query."""
        super().__init__(data)
        self._changes = changes
        names = sorted(set(changes.order_by().values_list("name", flat=True)), key=sort_key)
        self.fields["vem"].choices = [("", _("Everyone")), *((name, name) for name in names)]

    def clean(self) -> dict:
        """Refuse a last day before the first."""
        cleaned = super().clean()
        refuse_backwards(self, "fran", "till")
        return cleaned

    @property
    def chooses(self) -> bool:
        """Tell whether anything is left out of the list."""
        return self.is_valid() and any(self.cleaned_data.values())

    def chosen(self) -> ChangeQuerySet:
        """Return the changes that fit; all of them where the form cannot be read."""
        if not self.is_valid():
            return self._changes
        said = self.cleaned_data
        conditions = {
            "name": said["vem"],
            "at__date__gte": said["fran"],
            "at__date__lte": said["till"],
        }
        return self._changes.filter(**{name: value for name, value in conditions.items() if value})
