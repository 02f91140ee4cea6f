"""Forms of the text: the agreement's own facts, its sections, their parts and the appendices."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.choices import Block, PartKind
from agreements.forms.fields import LinesField, RichTextField, column_field, refuse_half_interval
from agreements.forms.row import RowForm
from agreements.manuscript.recognition.validity import is_other_rule
from agreements.models import Agreement, Appendix, Section, SectionPart


class AgreementForm(RowForm):
    """Title, period and what else the agreement says of itself."""

    GROUPS = (
        (_("Validity"), ("valid_from", "valid_to", "validity_text"), False),
        (_("Renewal"), ("renewal_rule", "renewal_text"), False),
        (
            _("More facts"),
            (
                "kind",
                "document_date",
                "revised_every_n",
                "revised_every_unit",
                "area",
                "legal_basis",
                "programmes",
            ),
            True,
        ),
    )

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
        help_texts = {
            "validity_text": _(
                "For example “the years 2024–2027”. Left empty, it is written from the days."
            )
        }

    def clean(self) -> dict:
        cleaned = super().clean()
        first, last = cleaned.get("valid_from"), cleaned.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The last day is before the first day."))
        refuse_half_interval(cleaned, "revised_every_n", "revised_every_unit")
        return cleaned

    def noticed(self) -> str:
        """Tell of a renewal in words that says another rule than the one chosen."""
        if not {"renewal_rule", "renewal_text"}.intersection(self.changed_data):
            return ""
        rule, words = self.instance.renewal_rule, self.instance.renewal_text
        if not is_other_rule(rule, words):
            return ""
        return _("The renewal in words says something else than the rule that is chosen.")


class SectionForm(RowForm):
    """A section's heading."""

    class Meta:
        model = Section
        fields = ["heading"]
        formfield_callback = column_field
        help_texts = {"heading": _("Leave it empty for text that follows on without a heading.")}


class NewSectionForm(SectionForm):
    """A new section: its heading and the text below it, which can be written later."""

    text = RichTextField(label=_("Text"), required=False)

    class Meta(SectionForm.Meta):
        pass

    def save(self, commit: bool = True) -> Section:
        """Save the section, and the text as its first part; inside an open change."""
        section = super().save(commit)
        if self.cleaned_data["text"]:
            part = SectionPart(
                document_id=section.document_id, section=section, text=self.cleaned_data["text"]
            )
            part.place()
            part.save()
        return section


class TextForm(RowForm):
    """Running text."""

    # It is all that the form asks for: nobody opens it to leave it out.
    needed_when: ClassVar[dict[str, str]] = {"text": ""}

    text = RichTextField(label=_("Text"), required=False)

    class Meta:
        model = SectionPart
        fields = ["text"]


class BlockForm(RowForm):
    """How the list of a structured block is printed."""

    class Meta:
        model = SectionPart
        fields = ["style"]
        formfield_callback = column_field


class NewPartForm(RowForm):
    """A new part of a section: text, or a block in its place."""

    needed_when: ClassVar[dict[str, str]] = {"style": _("for goals")}

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
        elif not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", _("Write a text or choose a block."))
        if cleaned.get("block") != Block.GOALS:
            cleaned["style"] = ""
        return cleaned


class AppendixForm(RowForm):
    """An appendix."""

    class Meta:
        model = Appendix
        fields = ["title", "text"]
        formfield_callback = column_field
        help_texts = {"text": _("Plain text; an empty line begins a new paragraph.")}
