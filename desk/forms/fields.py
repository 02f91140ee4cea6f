"""Form fields for the columns that are more than a line of text."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import ProseEditorWidget

from core.columns import LARGEST_NUMBER
from core.richtext import normalise
from core.text import GatedCharField, printable
from core.wordpaste import as_meant
from intake.recognition.dates import only_day

#: What the editor offers; the same tags that core.richtext keeps.
EDITOR = {
    "extensions": {
        "Bold": True,
        "Italic": True,
        "BulletList": True,
        "OrderedList": True,
        "ListItem": True,
        "Blockquote": True,
        "HardBreak": True,
        "Heading": {"levels": [3, 4]},
        "Link": {"enableTarget": False},
        "History": True,
    }
}


class DayInput(forms.DateInput):
    """A line of text to write a day in, with the browser's own calendar beside it.

    A browser's own field for days sends nothing where what was written is no day, which cannot be
    told from a field that is left empty.
    """

    template_name = "desk/forms/day.html"

    def __init__(self) -> None:
        super().__init__(
            format="%Y-%m-%d",
            attrs={"data-day": True, "autocomplete": "off", "placeholder": _("yyyy-mm-dd")},
        )


class DayField(forms.DateField):
    """A day as it is written: “2028-01-01”, “1 jan 2028”; anything else is refused."""

    widget = DayInput
    input_formats = ["%Y-%m-%d"]
    default_error_messages = {
        "invalid": _(
            "There is no such day. Write year-month-day, for example 2028-01-01, or 1 Jan 2028."
        )
    }

    def to_python(self, value) -> date | None:
        """Return the day; raise ValidationError for what is written and is none."""
        if not isinstance(value, str):
            return super().to_python(value)
        return only_day(value) or super().to_python(value.strip())


class LinesField(GatedCharField):
    """A list of short texts, one on each line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("help_text", _("One on each line."))
        super().__init__(*args, **kwargs)

    def prepare_value(self, value):
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value) -> list[str]:
        """Return the lines that say something."""
        return [line.strip() for line in super().clean(value).split("\n") if line.strip()]

    def has_changed(self, initial, data) -> bool:
        """Compare as lists."""
        return (initial or []) != self.clean(data)


class OnBehalfOfField(GatedCharField):
    """For whom something is registered, where it is not one's own organisation."""

    def __init__(self, **kwargs) -> None:
        given = {
            "label": _("Registered on behalf of"),
            "required": False,
            "max_length": 300,
            "help_text": _("When another party told you of it: who, and how you know."),
        }
        super().__init__(**given | kwargs)


class RichTextField(forms.CharField):
    """Running text: an editor where there is JavaScript, otherwise its HTML in a text box."""

    def __init__(self, **kwargs) -> None:
        super().__init__(
            widget=ProseEditorWidget(config=EDITOR, preset="configurable"), strip=False, **kwargs
        )

    def to_python(self, value) -> str:
        """Return the text in the one normal form; raise for characters no text may hold."""
        return normalise(as_meant(super().to_python(value)))

    def bound_data(self, data, initial):
        """Show again what was written, safely also when it was refused for its characters."""
        data = super().bound_data(data, initial)
        return printable(data) if isinstance(data, str) else data


def column_field(column, **kwargs) -> forms.Field | None:
    """Return the form field of a model column: text gated, days as days, long text as lines."""
    if column.get_internal_type() == "DateField":
        return column.formfield(form_class=DayField, **kwargs)
    if column.get_internal_type() in ("CharField", "TextField") and not column.choices:
        return column.formfield(form_class=GatedCharField, **kwargs)
    if column.get_internal_type() == "DecimalField":
        # “61,5” and “61.5”.
        return column.formfield(localize=True, **kwargs)
    if column.get_internal_type() == "PositiveIntegerField":
        return column.formfield(max_value=LARGEST_NUMBER, **kwargs)
    return column.formfield(**kwargs)


def name_empty_choices(form: forms.Form) -> None:
    """Let what stands for no choice say so, in place of Django's dashes."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = _("Not stated")
        elif isinstance(field, forms.ChoiceField) and field.choices[:1] == BLANK_CHOICE_DASH:
            field.choices = [("", _("Not stated")), *field.choices[1:]]


def refuse_half_interval(cleaned: dict, number: str, unit: str) -> None:
    """Raise ValidationError when only one of a number and its unit is given."""
    if bool(cleaned.get(number)) != bool(cleaned.get(unit)):
        raise ValidationError(
            {
                unit if cleaned.get(number) else number: _(
                    "An interval needs both a number and a unit."
                )
            }
        )


def refuse_backwards(form: forms.Form, first: str, last: str) -> None:
    """Refuse, at the field `last` of a form that is being cleaned, a day before that of `first`."""
    begins, ends = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if begins and ends and ends < begins:
        form.add_error(last, _("The last day is before the first day."))


class PastDayField(DayField):
    """A day that has come."""

    def clean(self, value):
        """Return the day; raise ValidationError for one that has not come."""
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise ValidationError(_("The day has not come yet."))
        return day
