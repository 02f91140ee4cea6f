"""One form for each kind of row that is edited on the page."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

from agreements.choices import Block, DecisionSubject, PartKind
from agreements.forms.fields import LinesField, RichTextField, column_field, refuse_half_interval
from agreements.forms.logo import LogoField, store_logo
from agreements.models import (
    Agreement,
    Appendix,
    Body,
    Duty,
    Goal,
    Party,
    Seat,
    Section,
    SectionPart,
    Signatory,
)
from core.canonical import canonical_bytes, digest


class RowForm(forms.ModelForm):
    """Edits one row. `seen` tells what the row said when the form was opened.

    It is compared under the document's lock, so that a stale edit never overwrites a newer one.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen"] = self.fingerprint()
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.empty_label = _("Not stated")
            elif isinstance(field, forms.ChoiceField) and field.choices[:1] == BLANK_CHOICE_DASH:
                field.choices = [("", _("Not stated")), *field.choices[1:]]

    def fingerprint(self) -> str:
        """Return a digest of what the row says in the fields of this form."""
        said = forms.model_to_dict(self.instance, fields=self.edited)
        return digest(canonical_bytes({name: str(value) for name, value in said.items()}))

    @property
    def edited(self) -> list[str]:
        """The model's columns that this form edits."""
        return list(self._meta.fields)

    def is_stale(self) -> bool:
        """Tell whether the row says something else than when the form was opened.

        To be asked of a form that is bound to a row read under the lock, before it is validated
        (validation puts the new values into the row).
        """
        return self.data.get(self.add_prefix("seen"), "") != self.fingerprint()


class AgreementForm(RowForm):
    """Title, period and what else the agreement says of itself."""

    legal_basis = LinesField(label=_("Legal basis"), required=False)
    programmes = LinesField(
        label=_("Programmes"),
        required=False,
        help_text=_("Programmes the agreement overlaps, one on each line."),
    )

    class Meta:
        model = Agreement
        fields = [
            "title",
            "subtitle",
            "kind",
            "document_date",
            "valid_from",
            "valid_to",
            "validity_text",
            "renewal_rule",
            "renewal_text",
            "revised_every_n",
            "revised_every_unit",
            "area",
            "legal_basis",
            "programmes",
        ]
        formfield_callback = column_field

    def clean(self) -> dict:
        cleaned = super().clean()
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day is before the first day."))
        refuse_half_interval(cleaned, "revised_every_n", "revised_every_unit")
        return cleaned


class SectionForm(RowForm):
    """A section's heading."""

    class Meta:
        model = Section
        fields = ["heading"]
        formfield_callback = column_field
        help_texts = {"heading": _("Leave it empty for text that follows on without a heading.")}


class TextForm(RowForm):
    """Running text."""

    text = RichTextField(label=_("Text"), required=False)

    class Meta:
        model = SectionPart
        fields = ["text"]


class BlockForm(RowForm):
    """Which structured block is printed, and how."""

    class Meta:
        model = SectionPart
        fields = ["block", "style"]
        formfield_callback = column_field

    def clean_block(self) -> str:
        """Refuse an empty choice: a block part is a block."""
        if not self.cleaned_data["block"]:
            raise ValidationError(_("Choose what is to be printed here."))
        return self.cleaned_data["block"]


class NewPartForm(RowForm):
    """A new part of a section: text, or a block in its place."""

    text = RichTextField(label=_("Text"), required=False)
    block = forms.ChoiceField(
        label=_("Or a block in its place"),
        required=False,
        choices=[("", _("Running text")), *Block.choices],
    )

    class Meta:
        model = SectionPart
        fields = ["text", "block", "style"]
        formfield_callback = column_field

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("block"):
            self.instance.kind = PartKind.BLOCK
            if cleaned.get("text"):
                self.add_error(
                    "block", _("Choose either running text or a block, and add the other after it.")
                )
        else:
            cleaned["style"] = ""
            if not cleaned.get("text") and "text" not in self.errors:
                self.add_error("text", _("Write a text or choose a block."))
        return cleaned


class GoalForm(RowForm):
    """A goal as printed."""

    class Meta:
        model = Goal
        fields = ["text", "kind", "prevention"]
        formfield_callback = column_field


class PartyForm(RowForm):
    """A party as this agreement names it."""

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

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.logo_id:
            del self.fields["remove_logo"]

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


class AppendixForm(RowForm):
    """An appendix."""

    class Meta:
        model = Appendix
        fields = ["title", "text"]
        formfield_callback = column_field
        help_texts = {"text": _("Plain text; an empty line begins a new paragraph.")}
