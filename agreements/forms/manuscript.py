"""What is asked about a manuscript: its facts, its parties, its duties."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count, takewhile
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from agreements.manuscript.corrections import (
    DRAFT,
    PARTY,
    PERSON,
    SIGNED,
    corrected,
    differing_facts,
    differing_parties,
    facts_said,
    numbered,
    party_rows,
)
from agreements.manuscript.proposal import Facts, RecognisedDuty
from agreements.manuscript.renewing import is_old, left_behind
from agreements.models import Agreement, Party, Signatory
from desk.forms.fields import column_field, refuse_backwards
from partnerships.choices import OrganisationKind

# Each field that is sent counts towards Django's limit for one form.
MOST_PARTIES, MOST_SIGNATORIES, MOST_DUTIES = 12, 12, 200


class FactsForm(forms.ModelForm):
    """What the agreement says of itself, and what is to become of the text."""

    outcome = forms.ChoiceField(
        label=_("What is it to become?"),
        widget=forms.RadioSelect,
        choices=[
            (DRAFT, _("A draft to go on working with")),
            (SIGNED, _("A signed agreement, locked as it stands")),
        ],
        error_messages={"required": _("Choose what the text is to become.")},
    )

    anew = forms.BooleanField(
        label=_("Leave out date, place and registry numbers of the old text"), required=False
    )

    class Meta:
        model = Agreement
        fields = [
            "title",
            "subtitle",
            "document_date",
            "valid_from",
            "valid_to",
            "validity_text",
            "renewal_rule",
            "renewal_text",
            "signed_on",
            "signed_at",
        ]
        formfield_callback = column_field

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # A text may have no title until someone points it out; only an agreement must have one.
        self.fields["title"].required = False
        rule = self.fields["renewal_rule"]
        rule.choices = [("", _("Not stated")), *rule.choices[1:]]

    def clean_signed_on(self):
        """Refuse a day to come."""
        day = self.cleaned_data["signed_on"]
        if day and day > localdate():
            raise forms.ValidationError(_("The day has not come yet."))
        return day

    def clean(self) -> dict:
        """Refuse a last day before the first."""
        cleaned = super().clean()
        refuse_backwards(self, "valid_from", "valid_to")
        return cleaned


def _of(model, name: str, **kwargs) -> forms.Field:
    return column_field(model._meta.get_field(name), **kwargs)


class FoundForm(forms.Form):
    """A row that was read in the text, known again as `found`, or one added by hand."""

    names: ClassVar[tuple[str, ...]] = ()

    found = forms.CharField(required=False, widget=forms.HiddenInput)
    remove = forms.BooleanField(label=_("Remove"), required=False)

    def row(self) -> dict:
        """Return what the row says, as `corrections.party_rows` writes it."""
        return {name: self.cleaned_data[name] for name in ("found", "remove", *self.names)}

    @property
    def is_blank(self) -> bool:
        """Tell whether it waits to be filled in."""
        return not any(self[name].value() for name in ("found", *self.names) if name != "kind")


class SignatoryForm(FoundForm):
    """Someone who signs."""

    names = PERSON

    name = _of(Signatory, "name")
    title = _of(Signatory, "title")
    unit = _of(Signatory, "unit", help_text="")

    field_order = ["found", "name", "title", "unit", "remove"]

    @property
    def said(self) -> str:
        """The person in one line."""
        return ", ".join(filter(None, (self[name].value() for name in PERSON)))


class PartyForm(FoundForm):
    """A party with those who sign for it, as `people`."""

    names = PARTY

    name = _of(Party, "organisation", label=_("Name"), required=False)
    kind = _of(Party, "kind", initial=OrganisationKind.OTHER)
    display_name = _of(Party, "display_name", label=_("Called in the text"), help_text="")
    registry_number = _of(Party, "registry_number", help_text="")

    field_order = ["found", "name", "display_name", "kind", "registry_number", "remove"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        read = self.initial.get("signatories", [])[:MOST_SIGNATORIES]
        self.people = _forms(SignatoryForm, f"{self.prefix}-person", read, self.data)

    def is_valid(self) -> bool:
        """Tell whether party and people are good."""
        # Each of them, so that all faults are shown at once.
        return all([super().is_valid(), *(person.is_valid() for person in self.people)])

    @property
    def has_faults(self) -> bool:
        """Tell whether something in it was refused."""
        return any(form.errors for form in (self, *self.people))

    def row(self) -> dict:
        people = [person.row() for person in self.people if not person.is_blank]
        return super().row() | {"signatories": people}


def _forms(form_class: type[FoundForm], prefix: str, rows: list[dict], data) -> list:
    """Return a form for each row and a blank one; of what was sent, as many as were sent."""
    if data:
        sent = takewhile(
            lambda prefix: any(name.startswith(prefix) for name in data),
            (f"{prefix}-{at}-" for at in count()),
        )
        return [form_class(data, prefix=one.removesuffix("-")) for one in sent]
    return [form_class(prefix=f"{prefix}-{at}", initial=row) for at, row in enumerate([*rows, {}])]


@dataclass(frozen=True)
class DutyChoice:
    """A duty that was read, and whether it is taken."""

    key: str
    duty: RecognisedDuty
    is_taken: bool


class Corrections:
    """All that is asked of the facts of a manuscript.

    `facts` are those read in the text, `decisions` what was decided before; of the duties those in
    the paragraphs `shown` are asked about. With `data`, what a person sent.
    """

    def __init__(
        self, facts: Facts, decisions: Mapping, shown: range, data: QueryDict | None = None
    ) -> None:
        self.read, self.decided = facts, decisions
        # What is left out in the end is shown until then.
        now = corrected(facts, dict(decisions) | {"anew": False})
        self.left_behind = left_behind(now, facts)
        initial = facts_said(now) | {
            "outcome": decisions.get("outcome", DRAFT),
            "anew": decisions.get("anew", is_old(facts, localdate())),
        }
        self.facts = FactsForm(data, initial=initial)
        rows = party_rows(facts, decisions.get("parties", ()))[:MOST_PARTIES]
        self.parties = _forms(PartyForm, "party", rows, data)
        left_out = set(decisions.get("not", ()))
        self.duties = [
            DutyChoice(key, duty, key not in left_out)
            for key, duty in numbered(facts.duties)
            if duty.paragraph in shown
        ][:MOST_DUTIES]
        self.data = data

    def is_valid(self) -> bool:
        """Tell whether everything that was sent is good."""
        return all([self.facts.is_valid(), *(party.is_valid() for party in self.parties)])

    @property
    def lacks_a_party(self) -> bool:
        """Tell whether it is to be made a signed agreement that nobody is a party to."""
        now = corrected(self.read, self.decisions())
        return now.is_signed and not now.parties

    def decisions(self) -> dict:
        """Return what was sent where it differs from the text; what is not good stays as it was."""
        decisions = dict(self.decided)
        self.facts.is_valid()
        said = self.facts.cleaned_data
        decisions["outcome"] = said.get("outcome", DRAFT)
        if self.left_behind:
            decisions["anew"] = said.get("anew", False)
        kept = {name: self.decided.get("facts", {}).get(name) for name in self.facts.errors}
        decisions["facts"] = differing_facts(self.read, said) | {
            name: value for name, value in kept.items() if value is not None
        }
        if all(party.is_valid() for party in self.parties):
            rows = [party.row() for party in self.parties if not party.is_blank]
            decisions["parties"] = differing_parties(self.read, rows)
        taken = set(self.data.getlist("duty"))
        asked = {choice.key for choice in self.duties}
        left_out = (set(decisions.get("not", ())) - asked) | (asked - taken)
        decisions["not"] = sorted(left_out)
        return decisions
