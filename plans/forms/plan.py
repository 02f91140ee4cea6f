"""The facts of a plan, and how one begins."""

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.models import Agreement
from core.text import GatedCharField
from desk.forms.fields import (
    DayField,
    LinesField,
    column_field,
    refuse_backwards,
    refuse_half_interval,
)
from desk.forms.row import RowForm
from plans.models import Plan


class PlanForm(RowForm):
    """What the plan is called, for which time, and whose it is."""

    areas = LinesField(
        label=_("Areas"), required=False, help_text=_("Where it holds, one on each line.")
    )

    columns = LinesField(
        label=_("Columns of the table"),
        required=False,
        help_text=_("As your own paper heads them, one on each line. Empty: the usual ones."),
    )

    GROUPS = (
        (_("Whose it is"), ("owner_organisation", "owner_body", "owner_function"), True),
        (
            _("More facts"),
            (
                "agreement",
                "registry_number",
                "revised_every_n",
                "revised_every_unit",
                "signed",
                "signed_on",
                "columns",
            ),
            True,
        ),
    )

    class Meta:
        model = Plan
        fields = [
            "title",
            "label",
            "period_from",
            "period_to",
            "period_text",
            "areas",
            "owner_organisation",
            "owner_body",
            "owner_function",
            "agreement",
            "registry_number",
            "revised_every_n",
            "revised_every_unit",
            "signed",
            "signed_on",
            "columns",
        ]
        formfield_callback = column_field

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreement"].queryset = binding_agreements(self.instance)

    def clean(self) -> dict:
        """Refuse a last day before the first, and half an interval."""
        cleaned = super().clean()
        refuse_backwards(self, "period_from", "period_to")
        refuse_half_interval(cleaned, "revised_every_n", "revised_every_unit")
        return cleaned

    def save(self, commit: bool = True) -> Plan:
        """Keep the name of the agreement with the link to it."""
        if "agreement" in self.changed_data:
            above = self.instance.agreement
            self.instance.part_of_reference = str(above.key) if above else ""
            self.instance.part_of_title = above.name if above else ""
        return super().save(commit)


def binding_agreements(plan: Plan) -> QuerySet[Agreement]:
    """Return the agreements that the plan can belong to: its partnership's, once they bind."""
    partnership = plan.document.partnership_id
    bind = Q(document__binding_version__isnull=False) | Q(pk=plan.agreement_id)
    return Agreement.objects.filter(bind, document__partnership=partnership).order_by("-pk")


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
