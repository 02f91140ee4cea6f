"""The one gate for plain text, and the keys that plain text is sorted and searched by.

Forms, imports and commands let text in through `gate`. What it refuses would otherwise fail
later: PostgreSQL refuses NUL, no encoding takes a lone surrogate, XML (Word files, PDF metadata)
takes no control character. Rich text has its own way in (`core.richtext.normalise`), which asks
the same questions through `validate_characters`.
"""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SORT_KEY_LENGTH = 200

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_SURROGATE = r"\ud800-\udfff"
_NONCHARACTER = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17)
)
_REFUSED = re.compile(f"[{_CONTROL}{_SURROGATE}{_NONCHARACTER}]")
_NEWLINE = re.compile("\r\n|[\r\u2028\u2029]")

_MESSAGES = {
    "null": _(
        "The text holds a NUL character (U+0000, at position %(position)d), which cannot be "
        "stored. Delete it, or paste the text again without formatting."
    ),
    "control": _(
        "The text holds an invisible control character (%(code)s, at position %(position)d). "
        "Delete it, or paste the text again without formatting."
    ),
    "surrogate": _(
        "The text holds half a character (%(code)s, at position %(position)d), which cannot be "
        "stored. Delete the broken character and write it again."
    ),
    "noncharacter": _(
        "The text holds a code that is not a character (%(code)s, at position %(position)d). "
        "Delete it, or paste the text again without formatting."
    ),
}


def validate_characters(value: str) -> None:
    """Raise `ValidationError` at the first character that text may not hold; change nothing.

    The error's code is null, control, surrogate or noncharacter. It names the character by its
    number and place, never by itself, so the message can always be shown. Usable as a validator
    on form and model fields.
    """
    found = _REFUSED.search(value)
    if found is None:
        return
    number = ord(found[0])
    if number == 0:
        kind = "null"
    elif 0xD800 <= number <= 0xDFFF:
        kind = "surrogate"
    elif number < 0xA0:
        kind = "control"
    else:
        kind = "noncharacter"
    raise ValidationError(
        _MESSAGES[kind],
        code=kind,
        params={"code": f"U+{number:04X}", "position": found.start() + 1},
    )


def gate(value: str) -> str:
    """Give `value` in NFC with `\\n` for every kind of line end; raise as `validate_characters`."""
    validate_characters(value)
    return unicodedata.normalize("NFC", _NEWLINE.sub("\n", value))


def printable(value: str) -> str:
    """Give `value` with each character that `gate` refuses shown as U+FFFD, safe to encode."""
    return _REFUSED.sub("\ufffd", value)


class GatedCharField(forms.CharField):
    """A form field for plain text: cleaned by `gate`, and shown again safely when refused."""

    def to_python(self, value):
        # Before Django's own cleaning: its strip() would drop some control characters silently.
        return super().to_python(gate(value) if isinstance(value, str) else value)

    def bound_data(self, data, initial):
        data = super().bound_data(data, initial)
        return printable(data) if isinstance(data, str) else data


# Swedish: å ä ö are letters after z; Norwegian, Danish, German and Finnish kin go with them.
_AFTER_Z = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "œ": "}", "ő": "}"}
_LIKE = {"ü": "y", "ű": "y", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
_LETTERS = str.maketrans(_AFTER_Z | _LIKE)
_PARTS = re.compile(r"(\d+)|([^\W\d_{|}]+|[{|}]+)|[\W_]+")


def sort_key(text: str) -> str:
    """Give a key whose order by code point is the Swedish alphabetical order of `text`.

    å ä ö come after z, w is a letter of its own, é counts as e, ü as y, numbers are ordered by
    value ("2 §" before "10 §"), signs and spaces only separate words. Texts that differ only in
    such things are told apart by the folded text itself. At most `SORT_KEY_LENGTH` characters;
    keep it in a `core.collation.CodePointCharField`.
    """
    folded = search_key(text)
    # A brace or bar of the text itself is a sign, not å ä ö.
    letters = re.sub("[{|}]", " ", unicodedata.normalize("NFKC", folded)).translate(_LETTERS)
    stripped = "".join(
        char for char in unicodedata.normalize("NFD", letters) if not unicodedata.combining(char)
    )
    words = []
    for part in _PARTS.finditer(stripped):
        if part[1]:
            words.append(_number_key(part[1]))
        else:
            words.append(part[2] or " ")
    primary = "".join(words).strip()
    # The tab sorts before the space, so a word comes before the same word with more after it.
    return f"{primary[: SORT_KEY_LENGTH // 2]}\t{folded}"[:SORT_KEY_LENGTH]


def _number_key(digits: str) -> str:
    """Put the number's length first, nines carrying on: 7 → 17, 12 → 212, 9 digits → 90…"""
    value = "".join(str(unicodedata.digit(digit)) for digit in digits).lstrip("0") or "0"
    nines, rest = divmod(len(value), 9)
    return f"{'9' * nines}{rest}{value}"


def search_key(text: str) -> str:
    """Give `text` case-folded in NFC, white space as single spaces: what a search compares."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())
