"""Each thing that is wrong in a file gets one sentence with its place."""

import pytest

from desk.exchange.strict import ExchangeError
from desk.exchange.validation import read_file
from tests.agreements.exchange_samples import as_bytes, changed, exchange_file

pytestmark = pytest.mark.usefixtures("in_english")

SOUND = exchange_file(
    renewal={"rule": "none"},
    sections=[{"heading": "Mål", "parts": [{"text": "<p>a</p>"}, {"block": "goals"}]}],
    goals=[{"text": "Ett mål", "goals": [{"text": "Ett delmål"}]}],
    bodies=[{"name": "Styrgrupp"}],
    legal_basis=["Lagen"],
)


def refusal(data):
    """Path and reason of the error that the file meets."""
    with pytest.raises(ExchangeError) as caught:
        read_file("lulea.json", as_bytes(data))
    return caught.value.path, caught.value.reason


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("agreement.valid_to", "2023-02-30", "“2023-02-30” is not a day that exists."),
        ("agreement.valid_to", "0000-01-01", "“0000-01-01” is not a day that exists."),
        ("agreement.valid_to", "30/2 2023", "“30/2 2023” is not a date written as 2024-12-31."),
        ("agreement.valid_to", "2023-01-01\n", "“2023-01-01” is not a day that exists."),
        ("agreement.valid_to", 2023, "Here a text is expected, not a number."),
        ("agreement.parties.0.kind", "kommun", "“kommun” is none of these: municipality, region,"),
        ("agreement.parties.0.kind", None, "“null” is none of these: municipality"),
        ("agreement.parties", [], "The list must not be empty."),
        ("agreement.parties", {}, "Here a list is expected, not an object."),
        ("agreement.kind", "avtal", "none of these: agreement, strategic, operational, local, am"),
        ("agreement.title", "", "This text must not be empty."),
        ("agreement.title", None, "Here a text is expected, not null."),
        ("agreement.signed", "ja", "Here true or false is expected, not a text."),
        ("agreement.colour", "red", "The key “colour” is not known in this format."),
        ("agreement.goals.0.goals.0.text", True, "Here a text is expected, not true or false."),
        ("agreement.goals.0.goals.0.mål", "a", "The key “mål” is not known in this format."),
        ("agreement.sections.0.parts.1.block", "tables", "“tables” is none of these: parties,"),
        ("agreement.sections.0.parts.0.text", 7, "Here a text is expected, not a number."),
        (
            "agreement.sections.0.parts.0.style",
            "dash",
            "The key “style” is not known in this forma",
        ),
        ("agreement.sections.0.parts.0.colour", 1, "The key “colour” is not known in this format."),
        (
            "agreement.sections.0.parts.0",
            {"text": "", "block": "goals"},
            "with exactly one of these",
        ),
        ("agreement.sections.0.parts.0", {"style": None}, "exactly one of these is expected: text"),
        ("agreement.sections.0.parts.0", {}, "exactly one of these is expected: text, block."),
        ("agreement.sections.0.parts.0", "<p>", "exactly one of these is expected: text, block."),
        ("agreement.renewal.revised_every", {"n": 0, "unit": "year"}, "0 is too small: at least 1"),
        (
            "agreement.renewal.revised_every",
            {"n": 1.5, "unit": "day"},
            "Here a whole number is exp",
        ),
        ("agreement.renewal.revised_every", {"n": True, "unit": "day"}, "not true or false."),
        ("agreement.renewal.revised_every", {"n": 1}, "The key “unit” is missing."),
        ("agreement.language", "svenska språket", "“svenska språket” is not a language code"),
        (
            "format",
            "overens-agreement/2",
            "reads the formats “overens/2” and “overens-agreem",
        ),
        ("format", None, "“overens-agreement/1”, not “null”."),
        ("format", ["overens/2"], '“overens-agreement/1”, not “["overens/2"]”.'),
    ],
)
def test_error_names_the_place_and_what_is_wrong(path, value, reason):
    where, why = refusal(changed(SOUND, path, value))
    dotted = where.replace("[", ".").replace("]", "")
    assert dotted.startswith(f"$.{path}")
    assert reason in why


def test_whole_sentence_reads_as_a_person_would_say_it():
    with pytest.raises(ExchangeError) as caught:
        read_file("lulea.json", as_bytes(changed(SOUND, "agreement.valid_to", "2023-02-30")))
    assert str(caught.value) == (
        "lulea.json, $.agreement.valid_to: “2023-02-30” is not a day that exists."
    )


@pytest.mark.parametrize("blank", [" ", "\t\n", "\u00a0", "\u200b\u00ad"])
@pytest.mark.parametrize(
    "path",
    [
        "partnership.name",
        "agreement.title",
        "agreement.parties.0.organisation",
        "agreement.goals.0.goals.0.text",
        "agreement.bodies.0.name",
        "agreement.legal_basis.0",
        "partnership.municipalities.0",
    ],
)
def test_required_text_that_shows_nothing_is_refused(path, blank):
    where, why = refusal(changed(SOUND, path, blank))
    assert where.replace("[", ".").replace("]", "") == f"$.{path}"
    assert why == "This text must not be empty."


@pytest.mark.parametrize(
    ("missing", "path"),
    [("format", "$.format"), ("partnership", "$.partnership"), ("agreement", "$.agreement")],
)
def test_missing_key_is_named(missing, path):
    data = {name: value for name, value in SOUND.items() if name != missing}
    where, reason = refusal(data)
    assert where == path
    assert reason.startswith(f"The key “{missing}” is missing.")


def test_last_day_before_the_first_day_is_refused():
    data = exchange_file(valid_from="2025-01-02", valid_to="2025-01-01")
    assert refusal(data) == (
        "$.agreement.valid_to",
        "The last day, 2025-01-01, is before the first day, 2025-01-02.",
    )
    same_day = exchange_file(valid_from="2025-01-02", valid_to="2025-01-02")
    assert read_file("a.json", as_bytes(same_day))


def test_wrong_format_is_told_before_anything_else_and_the_first_place_before_later_ones():
    wrong = changed(SOUND, "agreement.goals.0.text", 1)
    wrong = changed(wrong, "agreement.title", 1)
    assert refusal(wrong)[0] == "$.agreement.title"
    assert refusal(changed(wrong, "format", "x"))[0] == "$.format"


def test_long_values_are_cut_in_the_sentence():
    _path, reason = refusal(changed(SOUND, "agreement.kind", "x" * 10_000))
    assert len(reason) < 200


def test_sentences_are_our_own_and_not_the_schema_library_s():
    _path, reason = refusal(changed(SOUND, "agreement.parties", []))
    assert "non-empty" not in reason
    assert "[]" not in reason
