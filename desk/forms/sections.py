"""Forms of the running text: sections, and the texts and blocks in them."""

from typing import ClassVar

from django import forms
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from desk.forms.fields import RichTextField, column_field
from desk.forms.row import RowForm
from documents.choices import PartKind
from documents.kinds import kind_of
from documents.models import Section, SectionPart


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

    text = RichTextField(label=_("Text"), required=False)
    block = forms.ChoiceField(label=_("Or a block in its place"), required=False)

    class Meta:
        model = SectionPart
        fields = ["text", "block", "style"]
        formfield_callback = column_field

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.blocks = kind_of(self.instance.document).blocks
        choices = [(name, block.label) for name, block in self.blocks.items()]
        self.fields["block"].choices = [("", _("Running text")), *choices]
        lists = [str(block.label).lower() for block in self.blocks.values() if block.has_look]
        if lists:
            said = _("for %(blocks)s") % {"blocks": get_text_list(lists, _("or"))}
            self.needed_when = {"style": said}
        else:
            del self.fields["style"]

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
        block = self.blocks.get(cleaned.get("block"))
        if not (block and block.has_look):
            cleaned["style"] = ""
        return cleaned
