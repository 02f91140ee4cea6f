"""Plain text from forms, imports and commands: what is refused and what is put right."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils import translation

from core.text import GatedCharField, gate, printable, validate_characters

CONTROLS = [chr(n) for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) not in "\0\t\n\r"]


class NameForm(forms.Form):
    name = GatedCharField(max_length=5)


@pytest.mark.parametrize("char", CONTROLS)
def test_a_control_character_is_refused_also_at_the_ends(char):
    for value in (f"a{char}b", f"{char}a", f"a{char}"):
        with pytest.raises(ValidationError) as error:
            gate(value)
        assert error.value.code == "control"
        assert f"U+{ord(char):04X}" in error.value.messages[0]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("a\0b", "null"),
        ("a\ud800b", "surrogate"),
        ("\udfff", "surrogate"),
        ("\ufffe", "noncharacter"),
        ("\U0010ffff", "noncharacter"),
        ("\ufdd0", "noncharacter"),
    ],
)
def test_what_no_database_or_file_can_hold_is_refused_and_can_be_told(value, code):
    with pytest.raises(ValidationError) as error:
        validate_characters(value)
    assert error.value.code == code
    "".join(error.value.messages).encode()


def test_the_message_says_where_and_what_to_do():
    with pytest.raises(ValidationError) as error:
        gate("ab\x0bc")
    with translation.override("en"):
        assert "U+000B, at position 3" in error.value.messages[0]
        assert "Delete it" in error.value.messages[0]


def test_line_ends_become_one_kind_and_letters_are_composed():
    assert gate("a\r\nb\rc\nd\te\u2028f") == "a\nb\nc\nd\te\nf"
    assert gate("Malmo\u0308") == "Malmö"


def test_ordinary_text_passes_unchanged():
    text = "Överens – § 3 ”citat” 👮🏽 \u00a0 الشرطة \ue000"
    assert gate(text) == text


def test_a_refused_value_is_shown_again_without_the_broken_characters():
    for value in ("a\ud800b", "a\0b", "\x1fa"):
        form = NameForm({"name": value})
        assert not form.is_valid()
        page = HttpResponse(str(form))
        assert "\ufffd" in page.content.decode()


def test_printable_changes_nothing_else():
    assert printable("å\ud83dö\n\0") == "å\ufffdö\n\ufffd"


def test_a_line_break_counts_as_one_character_as_in_the_browser():
    assert NameForm({"name": "ab\r\ncd"}).is_valid()
