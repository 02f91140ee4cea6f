"""Forms of how it goes: how far a row has come, and what came of it."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desk.forms.fields import column_field, refuse_backwards
from followup.choices import Mark, State
from followup.models import Outcome, Status


class NumberField(forms.DecimalField):
    """A number as it is written: “1 200”, “61,5”; its words have a field of their own."""

    default_error_messages = {
        "invalid": _(
            "Write a number in digits, for example 41 or 61.5. What can only be said in words goes "
            "under “Number in words”."
        )
    }

    def __init__(self, **kwargs) -> None:
        given = {"widget": forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})}
        super().__init__(**kwargs | given)

    def to_python(self, value) -> Decimal | None:
        """Return the number; raise ValidationError for what is written and is none."""
        if isinstance(value, str):
            value = "".join(value.split()).replace(",", ".").replace("−", "-")
        return super().to_python(value)

    def prepare_value(self, value):
        """Show a number that is kept as one would write it."""
        if not isinstance(value, Decimal):
            return value
        whole = value == value.to_integral_value()
        return str(value.quantize(Decimal(1)) if whole else value.normalize()).replace(".", ",")


def report_field(column, **kwargs) -> forms.Field | None:
    """Return the form field of a column of a report."""
    if column.get_internal_type() == "DecimalField":
        return column.formfield(form_class=NumberField, **kwargs)
    return column_field(column, **kwargs)


class StatusForm(forms.ModelForm):
    """How far a row has come. What was reported last stands in it."""

    #: Fields that are folded away: as a rule a status is one press.
    FOLDED = ("effect", "follow_on")

    class Meta:
        model = Status
        fields = ["state", "deviation", "effect", "follow_on"]
        formfield_callback = column_field
        widgets = {
            "deviation": forms.Textarea(attrs={"rows": 2}),
            "follow_on": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {"deviation": _("Why it was not done, or done otherwise than meant.")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"] = forms.ChoiceField(
            label=self.fields["state"].label,
            choices=State.choices,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose how far it has come.")},
        )
        self.fields["effect"].choices = [("", _("Not stated")), *self.fields["effect"].choices[1:]]

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields that are folded away."""
        return [self[name] for name in self.FOLDED]

    @property
    def is_open(self) -> bool:
        """Tell whether something in the folded fields is to be seen at once."""
        return any(field.value() or field.errors for field in self.folded)


class OutcomeForm(forms.ModelForm):
    """What came of a row: a number, words or both, and of which period."""

    FOLDED = ("value_to", "words", "period_text", "by", "reported_on")

    class Meta:
        model = Outcome
        fields = [
            *("value", "mark", "measure", "period_from", "period_to", "text"),
            *("value_to", "words", "period_text", "by", "reported_on"),
        ]
        formfield_callback = report_field
        widgets = {"text": forms.Textarea(attrs={"rows": 2})}
        labels = {"value": _("How many or how much")}
        help_texts = {
            "measure": _("For example foot patrols, or per cent."),
            "words": _("As it was reported, for example “just over 20”."),
            "period_text": _("For example “spring 2027”."),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mark"].choices = [("", _("Not stated")), *Mark.choices]

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields that are folded away."""
        return [self[name] for name in self.FOLDED]

    @property
    def is_open(self) -> bool:
        """Tell whether something in the folded fields is to be seen at once."""
        refused = any(field.errors for field in self.folded)
        # By whom and when are filled in, and ask for nobody's eye.
        return refused or any(self[name].value() for name in ("value_to", "words", "period_text"))

    def clean(self) -> dict:
        """Refuse an outcome that says nothing, and days or numbers the wrong way round."""
        cleaned = super().clean()
        refuse_backwards(self, "period_from", "period_to")
        lower, upper = cleaned.get("value"), cleaned.get("value_to")
        if upper is not None and (lower is None or upper < lower):
            self.add_error("value_to", _("The upper end of a range is not below the lower."))
        said = any(cleaned.get(name) for name in ("words", "text"))
        if not said and lower is None and "value" not in self.errors:
            raise ValidationError(
                {"value": _("Write a number, or say in words below what came of it.")}
            )
        return cleaned
