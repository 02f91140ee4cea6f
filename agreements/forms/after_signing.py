"""Forms of what follows on a signed agreement: amendment, extension, termination, its file."""

from datetime import date
from typing import ClassVar

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from agreements.after_signing.later_decisions import Termination
from agreements.models import Agreement
from core.text import GatedCharField
from desk.forms.acts import ReasonForm
from desk.forms.fields import DayField, OnBehalfOfField, PastDayField

TO_A_DAY, FURTHER_NOTICE, NOT_AT_ALL = "day", "further_notice", "not_at_all"


class AmendmentForm(forms.Form):
    """The amendment's title and first day."""

    title = GatedCharField(
        label=_("Title"), max_length=Agreement._meta.get_field("title").max_length
    )
    valid_from = DayField(
        label=_("Valid from"),
        required=False,
        help_text=_("You can leave it empty for now. It lasts as long as the agreement."),
    )

    def __init__(self, *args, first_day: date | None, **kwargs) -> None:
        """Take in the `first_day` of the agreement that is amended, where it is known."""
        super().__init__(*args, **kwargs)
        self._first_day = first_day

    def clean_valid_from(self) -> date | None:
        """Refuse a day on which the agreement has not begun."""
        day = self.cleaned_data["valid_from"]
        if day and self._first_day and day < self._first_day:
            raise forms.ValidationError(
                _("The agreement begins later than that, on %s.")
                % date_format(self._first_day, "j F Y")
            )
        return day


class DecisionForm(ReasonForm):
    """A decision taken outside the program that is registered, or corrected, here."""

    on_behalf_of = OnBehalfOfField()
    corrects = forms.BooleanField(
        required=False, label=_("This corrects what was registered before, which was wrong")
    )

    #: Fields that are needed at times, and when that is.
    needed_when: ClassVar[dict[str, str]] = {}

    def __init__(self, *args, standing: str = "", **kwargs) -> None:
        """Take in `standing`, what is registered now; without it there is nothing to correct."""
        super().__init__(*args, **kwargs)
        if standing:
            self.fields["corrects"].help_text = standing
            self.needed_when = self.needed_when | {"reason": _("if you correct something")}
        else:
            del self.fields["corrects"]

    def clean(self) -> dict:
        """Ask why, where something is corrected."""
        cleaned = super().clean()
        cleaned.setdefault("corrects", False)
        if cleaned["corrects"] and not cleaned.get("reason"):
            self.add_error("reason", _("Say what was wrong, so that the history tells why."))
        return cleaned


class ExtensionForm(DecisionForm):
    """That the parties have decided to let the agreement last longer."""

    until = forms.ChoiceField(
        label=_("Extended"),
        choices=[
            (TO_A_DAY, _("To a new last day")),
            (FURTHER_NOTICE, _("Until further notice")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say until when the agreement is extended.")},
    )
    to = DayField(label=_("New last day"), required=False)
    decided_on = PastDayField(
        label=_("Decided on"), required=False, help_text=_("Leave it empty if it is not known.")
    )
    text = GatedCharField(
        label=_("The decision in words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who decided it and what was decided. It is printed with the agreement."),
    )

    needed_when: ClassVar[dict[str, str]] = {"to": _("if it is extended to a new last day")}

    field_order = ["until", "to", "decided_on", "text", "on_behalf_of", "corrects", "reason"]

    def __init__(self, *args, standing: str = "", **kwargs) -> None:
        super().__init__(*args, standing=standing, **kwargs)
        if standing:
            self.fields["until"].choices += [
                (NOT_AT_ALL, _("Not at all: the extension registered last is taken away"))
            ]

    def clean(self) -> dict:
        """Ask for the day where there is to be one; only a correction takes an extension away."""
        cleaned = super().clean()
        until = cleaned.get("until")
        if until == TO_A_DAY and not cleaned.get("to") and "to" not in self.errors:
            self.add_error("to", _("Write the new last day."))
        if until == NOT_AT_ALL and not cleaned["corrects"]:
            self.add_error("corrects", _("Say that you correct what was registered before."))
        return cleaned


class TerminationForm(DecisionForm):
    """That the agreement has been terminated before its last day."""

    terminated_on = DayField(
        label=_("Terminated from"),
        required=False,
        help_text=_("The first day on which the agreement no longer holds."),
    )
    notified_on = PastDayField(
        label=_("Notified on"), required=False, help_text=_("Leave it empty if it is not known.")
    )
    by_whom = GatedCharField(
        label=_("Terminated by"),
        max_length=Agreement._meta.get_field("terminated_by").max_length,
        help_text=_("The party that terminates it, or “the parties together”."),
    )

    field_order = ["terminated_on", "notified_on", "by_whom", "on_behalf_of", "corrects", "reason"]

    def __init__(self, *args, standing: str = "", **kwargs) -> None:
        super().__init__(*args, standing=standing, **kwargs)
        if standing:
            self.fields["terminated_on"].help_text = _(
                "The first day on which the agreement no longer holds. Leave it empty if it was "
                "never terminated."
            )
            self.fields["by_whom"].required = False
        else:
            day = self.fields["terminated_on"]
            day.required = True
            day.error_messages["required"] = _("Say from which day the agreement is terminated.")

    @property
    def termination(self) -> Termination | None:
        """What is to be registered; None says that it was never terminated."""
        said = self.cleaned_data
        if not said["terminated_on"]:
            return None
        return Termination(
            first_day=said["terminated_on"],
            by_whom=said["by_whom"],
            notified_on=said["notified_on"],
        )
