"""Forms of what is put before bodies, of what members answer, and of what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from core.text import GatedCharField
from decisions.choices import NOT_FOLLOWED, AnswerKind, Outcome, Part
from decisions.models import Body, Decision, Matter
from decisions.models.answer import LONGEST_COMMENT
from decisions.submitting import Step
from desk.forms.fields import DayField, OnBehalfOfField, PastDayField
from desk.forms.signed_file import SignedFileField

LONGEST_TEXT = 5_000
#: So many bodies one after the other are more than any plan meets.
MOST_PLACES = 9


class ParagraphsField(GatedCharField):
    """Some lines of plain text."""

    def __init__(self, *, rows: int = 4, **kwargs) -> None:
        given = {"required": False, "max_length": LONGEST_TEXT}
        super().__init__(**given | kwargs, widget=forms.Textarea(attrs={"rows": rows}))


class ExtractField(SignedFileField):
    """The extract of the minutes as a file."""

    def __init__(self) -> None:
        super().__init__(label=_("Extract of the minutes"), required=False)


@dataclass(frozen=True)
class Line:
    """The fields of one body in the form below."""

    body: Body
    part: forms.BoundField
    place: forms.BoundField
    day: forms.BoundField


class SubmitForm(forms.Form):
    """Which bodies a text is put before, with which part, in which order and on which day."""

    proposal = ParagraphsField(
        label=_("Proposed decision"),
        help_text=_("One clause on each line, each beginning with “to …”."),
    )
    rapporteurs = GatedCharField(
        label=_("Presented by"),
        required=False,
        max_length=Matter._meta.get_field("rapporteurs").max_length,
    )

    def __init__(self, bodies: Iterable[Body], *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = list(bodies)
        parts = [("", _("is not asked")), *Part.choices]
        for body in self.bodies:
            lone = Part.DECIDES if len(self.bodies) == 1 else ""
            self.fields[f"part_{body.pk}"] = forms.ChoiceField(
                label=_("Part"), choices=parts, required=False, initial=lone
            )
            self.fields[f"place_{body.pk}"] = forms.IntegerField(
                label=_("Order"),
                min_value=1,
                max_value=MOST_PLACES,
                required=False,
                initial=1,
            )
            self.fields[f"day_{body.pk}"] = DayField(label=_("Day of the meeting"), required=False)

    @property
    def lines(self) -> list[Line]:
        """The fields of each body."""
        return [
            Line(one, *(self[f"{name}_{one.pk}"] for name in ("part", "place", "day")))
            for one in self.bodies
        ]

    def clean(self) -> dict:
        """Put the chosen bodies together as steps; refuse none at all."""
        cleaned = super().clean()
        steps = [
            Step(
                body=body,
                part=Part(cleaned[f"part_{body.pk}"]),
                place=cleaned.get(f"place_{body.pk}") or 1,
                meeting_on=cleaned.get(f"day_{body.pk}"),
            )
            for body in self.bodies
            if cleaned.get(f"part_{body.pk}")
        ]
        if not steps and not self.errors:
            self.add_error(None, _("Choose what at least one body is to do."))
        return cleaned | {"steps": steps}


class MatterForm(forms.Form):
    """What can change in a matter while it waits."""

    meeting_on = DayField(label=_("Day of the meeting"), required=False)
    number = GatedCharField(
        label=_("Item on the agenda"),
        required=False,
        max_length=Matter._meta.get_field("number").max_length,
    )
    proposal = ParagraphsField(label=_("Proposed decision"))
    rapporteurs = GatedCharField(
        label=_("Presented by"),
        required=False,
        max_length=Matter._meta.get_field("rapporteurs").max_length,
    )


class AnswerForm(forms.Form):
    """What a member says before the meeting; nothing is chosen beforehand."""

    said = forms.ChoiceField(
        label=_("Before the meeting"),
        choices=AnswerKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the four.")},
    )
    comment = ParagraphsField(label=_("Comment"), max_length=LONGEST_COMMENT, rows=3)


class CompleteForm(forms.Form):
    """What the minutes say once they exist."""

    paragraph = GatedCharField(
        label=_("Paragraph of the minutes (§)"),
        required=False,
        max_length=Decision._meta.get_field("paragraph").max_length,
        help_text=_("Leave it empty until the minutes exist."),
    )
    wording = ParagraphsField(label=_("What was decided, word for word"))
    took_part = ParagraphsField(
        label=_("Took part"),
        help_text=_("One on each line. Take away those who were not there."),
    )
    reservation = ParagraphsField(label=_("Reservation or dissent"), rows=2)
    extract = ExtractField()


class CorrectForm(CompleteForm):
    """What the minutes say, to be added or put right: all but what the decision was and of whom.

    Of one that was registered without a matter the body is no more than a name.
    """

    body_name = GatedCharField(
        label=_("Body"), max_length=Decision._meta.get_field("body_name").max_length
    )
    on = PastDayField(label=_("Date of the decision"))
    on_text = GatedCharField(
        label=_("Or what is known of the day"),
        required=False,
        max_length=Decision._meta.get_field("on_text").max_length,
        help_text=_("For example: March 2025."),
    )
    note = ParagraphsField(
        label=_("Reason or note"),
        max_length=Decision._meta.get_field("note").max_length,
        rows=2,
    )

    field_order = [
        *("body_name", "on", "on_text", "paragraph", "wording", "took_part", "reservation", "note")
    ]

    def __init__(self, decision: Decision, *args, **kwargs) -> None:
        names = set(self.base_fields) - {"extract"}
        kwargs["initial"] = {name: getattr(decision, name) for name in names}
        super().__init__(*args, **kwargs)
        if decision.matter_id:
            del self.fields["body_name"], self.fields["on_text"]
        else:
            self.fields["on"].required = False

    def clean(self) -> dict:
        """Ask for the day, or for what is known of it; one of them."""
        return _with_a_day(self, super().clean())


class MinutesForm(CompleteForm):
    """What a body decided in a matter."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was decided.")},
    )
    on = PastDayField(label=_("Date of the decision"))
    note = ParagraphsField(
        label=_("Reason or note"),
        max_length=Decision._meta.get_field("note").max_length,
        rows=2,
        help_text=_("When it is referred back: what is to be changed. It stands over the draft."),
    )
    on_behalf_of = OnBehalfOfField()

    field_order = [
        *("outcome", "on", "note", "paragraph", "wording", "took_part", "reservation", "extract")
    ]

    def clean(self) -> dict:
        """Let the proposed decision be nobody's words where it was not followed."""
        cleaned = super().clean()
        if cleaned.get("outcome") in NOT_FOLLOWED and "wording" not in self.changed_data:
            cleaned["wording"] = ""
        return cleaned


class AdoptedForm(forms.Form):
    """That a body adopted the text before it came here, or without meeting it here."""

    body_name = GatedCharField(
        label=_("Body"), max_length=Decision._meta.get_field("body_name").max_length
    )
    on = PastDayField(label=_("Date of the decision"), required=False)
    on_text = GatedCharField(
        label=_("Or what is known of the day"),
        required=False,
        max_length=Decision._meta.get_field("on_text").max_length,
        help_text=_("For example: March 2025."),
    )
    paragraph = GatedCharField(
        label=_("Paragraph of the minutes (§)"),
        required=False,
        max_length=Decision._meta.get_field("paragraph").max_length,
    )
    note = GatedCharField(
        label=_("Note"), required=False, max_length=Decision._meta.get_field("note").max_length
    )
    extract = ExtractField()

    def clean(self) -> dict:
        """Ask for the day, or for what is known of it; one of them."""
        return _with_a_day(self, super().clean())


def _with_a_day(form: forms.Form, cleaned: dict) -> dict:
    if not form.errors and not (cleaned.get("on") or cleaned.get("on_text")):
        form.add_error("on", _("Write the day, or in the next field what is known of it."))
    return cleaned
