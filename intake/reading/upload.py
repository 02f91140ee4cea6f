"""The way in for every text from outside: what it is is seen from its content, not its name."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.text import printable
from intake.paragraphs import Reading
from intake.reading.pasted import read_html
from intake.reading.plain_text import decode_text, read_text
from intake.reading.word import read_word
from intake.reading.word_guard import other_format, validate_size

__all__ = ["Reading", "read_html", "read_text", "read_upload", "validate_size"]

_HTML = re.compile(r"\s*+(?:<!doctype html|<(?:html|head|meta|body|p|div|h[1-6])\b)", re.I)
_WORD_XML = re.compile(r"\s*+<\?xml[^>]*>\s*(?:<\?mso-application|<pkg:|<w:wordDocument)")


def read_upload(name: str, content: bytes) -> Reading:
    """Return what a file says: a Word file, a web page or plain text.

    Ask `validate_size(upload.size)` before its content is read. Raises `ValidationError`, one
    sentence, for a file that is too large, damaged, protected, empty or of another kind.
    """
    validate_size(len(content))
    sentence = other_format(content)
    if sentence:
        raise ValidationError(sentence, code="not_word")
    reading = read_word(content) if content.startswith(b"PK") else _read_characters(content)
    if not reading.paragraphs:
        raise ValidationError(
            _(
                "There is no text in “%(name)s”. If its pages are pictures (scanned), their text "
                "cannot be read: write it, or bring in the Word file."
            ),
            code="empty",
            params={"name": printable(name)},
        )
    return reading


def _read_characters(content: bytes) -> Reading:
    text = decode_text(content)
    if _WORD_XML.match(text):
        raise ValidationError(
            _(
                "The file is in Word's XML format. Open it in Word and save it as a Word document "
                "(.docx)."
            ),
            code="not_word",
        )
    return read_html(text) if _HTML.match(text) else read_text(text)
