"""The forms of a plan's rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from desk.forms.fields import LinesField, column_field, refuse_backwards
from desk.forms.row import RowForm
from plans.choices import Comparator, MeasureKind
from plans.forms.links import GoalsField, LinkField, LinksField
from plans.models import Activity, Cause, Heading, Measure, Problem, Responsible

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
    "promised_by",
)
#: What it answers to.
ANSWERS_TO = ("problems", "causes", "goals", "part_of")


class HeadingForm(RowForm):
    """A heading of the plan's own."""

    problems = LinksField(label=_("Problems"))
    goals = GoalsField()

    GROUPS = ((_("What it answers to"), ("problems", "goals"), True),)

    class Meta:
        model = Heading
        fields = ["text", "kind", "description", "problems", "goals"]
        formfield_callback = column_field

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        heading = self.instance
        problems = Problem.objects.filter(document=heading.document_id).order_by("rank", "pk")
        self.fields["problems"].offer(problems, heading.problems)
        self.fields["goals"].offer(heading.document.partnership_id, heading.goals)
        self.drop_empty(("problems", "goals"))


class ActivityForm(RowForm):
    """A row of the plan: first what most say, the rest folded."""

    tags = LinesField(
        label=_("Tags"),
        required=False,
        help_text=_("Such as situational, social or one-off effort; one on each line."),
    )

    promised_by = LinesField(
        label=_("Promises it carries out"), required=False, help_text=_("One on each line.")
    )
    problems = LinksField(label=_("Problems"))
    causes = LinksField(label=_("Causes"))
    goals = GoalsField()
    part_of = LinkField(label=_("Part of"))

    GROUPS = (
        (_("When"), WHEN, False),
        (_("What it answers to"), ANSWERS_TO, True),
        (_("More about the activity"), MORE, True),
    )

    class Meta:
        model = Activity
        fields = ["text", "heading", "area", "followed_up", *WHEN, *ANSWERS_TO, *MORE]
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
        self._offer_links()

    def _offer_links(self) -> None:
        activity, document = self.instance, self.instance.document_id
        problems = Problem.objects.filter(document=document).order_by("rank", "pk")
        causes = Cause.objects.filter(document=document).order_by("problem__rank", "rank", "pk")
        others = Activity.objects.filter(document=document).exclude(pk=activity.pk)
        self.fields["problems"].offer(problems, activity.problems)
        self.fields["causes"].offer(causes, activity.causes)
        self.fields["part_of"].offer(others.order_by("rank", "pk"), activity.part_of)
        self.fields["goals"].offer(activity.document.partnership_id, activity.goals)
        self.drop_empty(ANSWERS_TO)


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


class MeasureForm(RowForm):
    """How much of an activity is meant."""

    shares_with = LinesField(
        label=_("Counted together with"),
        required=False,
        help_text=_("Activities that count together with it, one on each line."),
    )

    GROUPS = (
        (_("Spread over time"), ("each", "each_per"), True),
        (_("More about the measure"), ("name", "unit", "shares_with"), True),
    )

    class Meta:
        model = Measure
        fields = [
            "comparator",
            "value",
            "per",
            "words",
            "kind",
            "each",
            "each_per",
            "name",
            "unit",
            "shares_with",
        ]
        formfield_callback = column_field
        help_texts = {
            "words": _("As it is printed: “twice, once a term”. Left empty, it is put together."),
        }

    def clean(self) -> dict:
        """Refuse a count that nothing can reach or fall short of."""
        cleaned = super().clean()
        for name in ("value", "each"):
            value = cleaned.get(name)
            if value is not None and value < 0 and cleaned.get("kind") != MeasureKind.LEVEL:
                self.add_error(name, _("A number of occasions is 0 or more."))
        aims_at_least = cleaned.get("comparator") == Comparator.AT_LEAST
        if aims_at_least and cleaned.get("value") == 0:
            self.add_error("value", _("“At least 0” is always reached. Write 1 or more."))
        return cleaned


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
