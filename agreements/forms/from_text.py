"""A text from outside, pasted or as a file."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agreements.choices import ManuscriptSource
from agreements.manuscript.recognition.proposing import propose
from agreements.models import Manuscript
from core.text import printable
from intake.paragraphs import Reading
from intake.reading.pasted import read_html
from intake.reading.upload import read_text, read_upload
from intake.reading.word_guard import validate_size

_LONGEST_NAME = Manuscript._meta.get_field("name").max_length


class PastedField(forms.CharField):
    """Text as it came; the reading of it refuses what no text may hold."""

    def bound_data(self, data, initial):
        """Show again what was pasted, safely also when it was refused for its characters."""
        data = super().bound_data(data, initial)
        return printable(data) if isinstance(data, str) else data


class FromTextForm(forms.Form):
    """A file or a pasted text; what was read in it is `cleaned_data["reading"]`.

    `html` is the same text with its headings and lists, where the browser had it
    (`static/js/pasted.js`). `name` and `source` say where the text came from.
    """

    file = forms.FileField(
        label=_("Word or text file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.txt"}),
        help_text=_("A file whose name ends in .docx or .txt, at most 20 MB."),
    )
    text = PastedField(
        label=_("Pasted text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Copy all of the text, also from the web or from a PDF, and paste it here."),
    )
    html = PastedField(required=False, strip=False, widget=forms.HiddenInput)

    def clean_file(self):
        """Refuse a file that is too large before it is read."""
        upload = self.cleaned_data["file"]
        if upload:
            validate_size(upload.size)
        return upload

    def clean(self) -> dict:
        """Read the one that was given."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        upload, text = cleaned["file"], cleaned["text"]
        if upload and text.strip():
            raise ValidationError(_("Give either a file or a pasted text, not both."))
        if not upload and not text.strip():
            raise ValidationError(_("Choose a file or paste a text."))
        try:
            reading = self._reading()
            if not reading.paragraphs:
                raise ValidationError(_("There is no text in it."))
        except ValidationError as error:
            self.add_error("file" if upload else "text", error)
            return cleaned
        return cleaned | {
            "reading": reading,
            "name": printable(upload.name if upload else _title(reading))[:_LONGEST_NAME],
            "source": _source(upload),
        }

    def _reading(self) -> Reading:
        upload, html = self.cleaned_data["file"], self.cleaned_data["html"]
        if upload:
            return read_upload(upload.name, upload.read())
        try:
            return read_html(html) if html else read_text(self.cleaned_data["text"])
        except ValidationError as error:
            if not html or error.code != "too_long":
                raise
        reading = read_text(self.cleaned_data["text"])
        told = _("The text is so long that headings and lists were read from the words alone.")
        return replace(reading, notes=[str(told), *reading.notes])


def _title(reading: Reading) -> str:
    """Return what a pasted text calls itself, or its first words."""
    return propose(reading.paragraphs).facts.title or reading.paragraphs[0].text


def _source(upload) -> ManuscriptSource:
    if not upload:
        return ManuscriptSource.PASTED
    is_word = upload.name.lower().endswith(".docx")
    return ManuscriptSource.WORD if is_word else ManuscriptSource.TEXT
