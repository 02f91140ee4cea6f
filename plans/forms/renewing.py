"""What becomes of each activity in the next plan."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import GatedCharField
from desk.forms.fields import DayField, refuse_backwards
from plans.models import Plan
from plans.renewing import Fate
from plans.tree import Activity


class RenewalForm(forms.Form):
    """The next plan: what it is called, for which time, and what goes on in it."""

    title = GatedCharField(label=_("Title"), max_length=Plan._meta.get_field("title").max_length)
    period_from = DayField(label=_("First day"), required=False)
    period_to = DayField(label=_("Last day"), required=False)

    def __init__(self, *args, activities: Sequence[Activity], likely: dict[UUID, Fate], **kwargs):
        super().__init__(*args, **kwargs)
        self.activities = activities
        for one in activities:
            self.fields[_name(one.key)] = forms.ChoiceField(
                label=one.text,
                choices=Fate.choices,
                initial=likely.get(one.key, Fate.CONTINUES),
                widget=forms.Select,
            )

    def clean(self) -> dict:
        """Refuse a last day before the first."""
        cleaned = super().clean()
        refuse_backwards(self, "period_from", "period_to")
        return cleaned

    @property
    def rows(self) -> Iterator[tuple[Activity, forms.BoundField]]:
        """Each activity with the field that says what becomes of it."""
        for one in self.activities:
            yield one, self[_name(one.key)]

    @property
    def fates(self) -> dict[UUID, Fate]:
        """What was chosen, by the keys of the activities."""
        return {one.key: Fate(self.cleaned_data[_name(one.key)]) for one in self.activities}


def _name(key: UUID) -> str:
    return f"fate-{key}"
