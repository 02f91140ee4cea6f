"""The facts of a plan, and how one begins."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import GatedCharField
from desk.forms.fields import DayField, LinesField, column_field, refuse_backwards
from desk.forms.row import RowForm
from plans.models import Plan


class PlanForm(RowForm):
    """What the plan is called, for which time, and whose it is."""

    areas = LinesField(
        label=_("Areas"), required=False, help_text=_("Where it holds, one on each line.")
    )

    GROUPS = ((_("Whose it is"), ("owner_organisation", "owner_body", "owner_function"), True),)

    class Meta:
        model = Plan
        fields = [
            "title",
            "label",
            "period_from",
            "period_to",
            "period_text",
            "areas",
            "registry_number",
            "owner_organisation",
            "owner_body",
            "owner_function",
        ]
        formfield_callback = column_field

    def clean(self) -> dict:
        """Refuse a last day before the first."""
        cleaned = super().clean()
        refuse_backwards(self, "period_from", "period_to")
        return cleaned


class NewPlanForm(forms.Form):
    """A new plan: what it is called and for which time."""

    label = GatedCharField(
        label=_("What do you call it?"),
        max_length=Plan._meta.get_field("label").max_length,
        required=False,
        help_text=_("For example activity plan, action plan or operations plan."),
    )
    title = GatedCharField(label=_("Title"), max_length=Plan._meta.get_field("title").max_length)
    period_from = DayField(label=_("First day"), required=False)
    period_to = DayField(label=_("Last day"), required=False)

    def clean(self) -> dict:
        """Refuse a last day before the first."""
        cleaned = super().clean()
        refuse_backwards(self, "period_from", "period_to")
        return cleaned
