"""Forms of the structured rows: goals, parties, signatories, bodies, seats and duties."""

from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext_lazy as _

from agreements.choices import DecisionSubject
from agreements.models import Body, Duty, Goal, Party, Seat, Signatory
from deadlines.choices import DutySubject
from desk.forms.fields import LinesField, column_field, refuse_half_interval
from desk.forms.logo import LogoField, store_logo
from desk.forms.row import RowForm
from documents.models import Registration, Section


class GoalForm(RowForm):
    """A goal as printed."""

    class Meta:
        model = Goal
        fields = ["text", "kind", "prevention"]
        formfield_callback = column_field
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class PartyForm(RowForm):
    """A party as this agreement names it."""

    needed_when: ClassVar[dict[str, str]] = {"logo_alternative_text": _("if there is a logo")}

    part_of = LinesField(
        label=_("Part of"),
        required=False,
        help_text=_("Organisations above, nearest first, one on each line."),
    )
    logo_file = LogoField(label=_("Logo"), required=False)
    remove_logo = forms.BooleanField(label=_("Remove the logo"), required=False)

    class Meta:
        model = Party
        fields = [
            "organisation",
            "kind",
            "display_name",
            "part_of",
            "registry_number",
            "logo_alternative_text",
        ]
        formfield_callback = column_field
        help_texts = {
            "registry_number": _(
                "As it is printed in the text. What the registry itself has noted stands under "
                "Registration."
            ),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.logo_id:
            del self.fields["remove_logo"]

    def open_at(self, name: str) -> None:
        """Opened at the registry number that the text lacks: propose the one that is noted."""
        super().open_at(name)
        if name != "registry_number" or self.is_bound or self.instance.registry_number:
            return
        noted = Registration.objects.filter(
            document=self.instance.document_id, organisation=self.instance.register_id
        ).first()
        if noted and noted.registry_number:
            self.initial[name] = noted.registry_number
            self.fields[name].help_text = _(
                "Proposed from the registration. It is printed in the text once you save."
            )

    def clean(self) -> dict:
        cleaned = super().clean()
        keeps = self.instance.logo_id and not cleaned.get("remove_logo")
        if (keeps or cleaned.get("logo_file")) and not cleaned.get("logo_alternative_text"):
            self.add_error(
                "logo_alternative_text", _("A logo needs a text for those who cannot see it.")
            )
        return cleaned

    def _post_clean(self) -> None:
        # Before the model's own constraints are asked, the row must have its new logo.
        if self.cleaned_data.get("remove_logo"):
            self.instance.logo = None
        super()._post_clean()

    def save(self, commit: bool = True) -> Party:
        """Save the party and its new logo."""
        if self.cleaned_data.get("logo_file"):
            self.instance.logo = store_logo(self.cleaned_data["logo_file"])
        return super().save(commit)


class SignatoryForm(RowForm):
    """Someone who signs, as printed."""

    class Meta:
        model = Signatory
        fields = ["name", "title", "unit", "mandate", "order"]
        formfield_callback = column_field


class BodyForm(RowForm):
    """A body the agreement names."""

    decides = forms.MultipleChoiceField(
        label=_("Decides on"),
        required=False,
        choices=DecisionSubject.choices,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Body
        fields = [
            "name",
            "kind",
            "parent",
            "area",
            "number_text",
            "mandate",
            "decides",
            "meets",
        ]
        formfield_callback = column_field

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        others = Body.objects.filter(document_id=self.instance.document_id)
        self.fields["parent"].queryset = others.exclude(pk=self.instance.pk).order_by("rank")

    def clean_decides(self) -> list[str]:
        """Keep the order in which the agreement says it; what is ticked now comes last."""
        ticked, said = self.cleaned_data["decides"], self.instance.decides
        kept = [one for one in said if one in ticked]
        return kept + [one for one in ticked if one not in kept]

    def clean_parent(self) -> Body | None:
        """Refuse a body that stands under this one."""
        above = parent = self.cleaned_data["parent"]
        while above is not None:
            if above.pk == self.instance.pk:
                raise ValidationError(_("A body cannot be part of one of its own parts."))
            above = above.parent
        return parent


class SeatForm(RowForm):
    """A place in a body."""

    class Meta:
        model = Seat
        fields = ["name", "title", "organisation", "function"]
        formfield_callback = column_field
        help_texts = {
            "name": _("Officials only, and only where the agreement names the person."),
        }

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors and not (
            cleaned.get("name") or cleaned.get("title") or cleaned.get("organisation")
        ):
            self.add_error("title", _("Write a title, a name or an organisation."))
        return cleaned


class DutyForm(RowForm):
    """A duty and the section that says it."""

    responsible = LinesField(
        label=_("Responsible"),
        required=False,
        help_text=_("Bodies, organisations or functions, one on each line."),
    )

    class Meta:
        model = Duty
        fields = [
            "subject",
            "strength",
            "text",
            "section",
            "every_n",
            "every_unit",
            "responsible",
            "decided_by",
            "recipient",
        ]
        formfield_callback = column_field
        help_texts = {"text": _("As the section words it.")}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        sections = Section.objects.filter(document_id=self.instance.document_id)
        self.fields["section"].queryset = sections.order_by("parent_id", "rank")

    def clean(self) -> dict:
        cleaned = super().clean()
        refuse_half_interval(cleaned, "every_n", "every_unit")
        return cleaned

    def noticed(self) -> str:
        """Tell of another duty of the same subject for someone who is responsible for this one."""
        duty = self.instance
        is_told = not {"subject", "responsible"}.intersection(self.changed_data)
        if is_told or duty.subject == DutySubject.OTHER:
            return ""
        others = Duty.objects.filter(document_id=duty.document_id, subject=duty.subject)
        for other in others.exclude(pk=duty.pk).order_by("rank"):
            there = {name.casefold() for name in other.responsible}
            both = [name for name in duty.responsible if name.casefold() in there]
            if both:
                sentence = _(
                    "There is already a duty about “%(subject)s” for %(who)s: “%(duty)s”. Keep "
                    "both only if both are meant."
                )
                return sentence % {
                    "subject": duty.get_subject_display(),
                    "who": get_text_list(both, _("and")),
                    "duty": Truncator(str(other)).chars(80),
                }
        return ""
