"""The forms of a plan's rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desk.forms.fields import LinesField, column_field, refuse_backwards
from desk.forms.row import RowForm
from plans.models import Activity, Heading, Responsible

WHEN = ("when_text", "when_from", "when_to")
#: What few rows say.
MORE = (
    "number",
    "description",
    "operative_goal",
    "target_group",
    "method",
    "cost",
    "tags",
    "documentation",
    "contact",
    "origin",
)


class HeadingForm(RowForm):
    """A heading of the plan's own."""

    class Meta:
        model = Heading
        fields = ["text", "kind", "description"]
        formfield_callback = column_field


class ActivityForm(RowForm):
    """A row of the plan: first what most say, the rest folded."""

    tags = LinesField(
        label=_("Tags"),
        required=False,
        help_text=_("Such as situational, social or one-off effort; one on each line."),
    )

    GROUPS = (
        (_("When"), WHEN, False),
        (_("More about the activity"), MORE, True),
    )

    class Meta:
        model = Activity
        fields = ["text", "heading", "area", "followed_up", *WHEN, *MORE]
        formfield_callback = column_field
        widgets = {"text": forms.Textarea}

    def clean(self) -> dict:
        """Refuse a last day before the first."""
        cleaned = super().clean()
        refuse_backwards(self, "when_from", "when_to")
        return cleaned

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        headings = Heading.objects.filter(document=self.instance.document_id).order_by("rank", "pk")
        self.fields["heading"].queryset = headings
        self.fields["heading"].choices = [("", _("Not stated")), *_in_tree_order(headings)]


def _in_tree_order(headings: Iterable[Heading]) -> Iterator[tuple[int, str]]:
    """Give each heading as a choice, those under it after it and further in."""
    standing = defaultdict(list)
    for one in headings:
        standing[one.parent_id].append(one)
    waiting = [(one, 0) for one in reversed(standing[None])]
    while waiting:
        heading, depth = waiting.pop()
        yield heading.pk, "\u2003" * depth + heading.text
        waiting += [(one, depth + 1) for one in reversed(standing[heading.pk])]


class ResponsibleForm(RowForm):
    """Who does an activity, and what its own part is."""

    class Meta:
        model = Responsible
        fields = ["organisation", "body", "function", "person", "does", "role"]
        formfield_callback = column_field

    def clean(self) -> dict:
        """Ask who it is: a person alone is nobody's task once the person has gone."""
        cleaned = super().clean()
        if not any(cleaned.get(name) for name in ("organisation", "body", "function")):
            raise ValidationError(
                _("Say who it is: an organisation, a body or group, or a unit or function.")
            )
        return cleaned
