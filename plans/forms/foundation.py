"""The forms of what a plan rests on, of its problems, and of what is decided of it as a paper."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desk.forms.fields import LinesField, column_field
from desk.forms.row import RowForm
from plans.models import Basis, Cause, Extension, PlanSignatory, Problem


class BasisForm(RowForm):
    """A dialogue, a survey, a picture."""

    wishes = LinesField(
        label=_("Wishes"),
        required=False,
        help_text=_("What citizens ask for, one on each line; it is no problem that was found."),
    )

    GROUPS = (
        (_("Answers"), ("sent", "answers", "response_rate", "ages"), True),
        (_("What came out"), ("findings", "wishes"), True),
    )

    class Meta:
        model = Basis
        fields = [
            "kind",
            "text",
            "on",
            "where",
            "owner",
            "sent",
            "answers",
            "response_rate",
            "ages",
            "findings",
            "wishes",
        ]
        formfield_callback = column_field


class ProblemForm(RowForm):
    """A problem and the position taken on it."""

    GROUPS = (
        (_("Where and when"), ("area", "when", "priority", "carried_from"), True),
        (_("Position"), ("stance", "stance_reason"), True),
    )

    class Meta:
        model = Problem
        fields = [
            "title",
            "description",
            "area",
            "when",
            "priority",
            "carried_from",
            "stance",
            "stance_reason",
        ]
        formfield_callback = column_field


class CauseForm(RowForm):
    """A cause of a problem."""

    class Meta:
        model = Cause
        fields = ["number", "text", "kind"]
        formfield_callback = column_field
        widgets = {"text": forms.Textarea}


class ExtensionForm(RowForm):
    """A decision that moved the last day."""

    class Meta:
        model = Extension
        fields = ["to", "decided_on", "text"]
        formfield_callback = column_field
        help_texts = {"to": _("Left empty, the plan holds until further notice.")}


class SignatoryForm(RowForm):
    """Who signs the plan."""

    class Meta:
        model = PlanSignatory
        fields = ["name", "title", "unit", "organisation", "signed_on"]
        formfield_callback = column_field

    def clean(self) -> dict:
        """Ask who it is."""
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in ("name", "title", "organisation")):
            raise ValidationError(_("Say who signs: a name, a title or an organisation."))
        return cleaned
