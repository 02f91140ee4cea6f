"""Files that are not what they seem are refused before anything is made of them."""

import json

import pytest

from desk.exchange.strict import MAX_BYTES, MAX_VALUES, ExchangeError, read_strictly

pytestmark = pytest.mark.usefixtures("in_english")


def refusal(content):
    """The error that `content` meets."""
    if isinstance(content, str):
        content = content.encode()
    with pytest.raises(ExchangeError) as caught:
        read_strictly("avtal.json", content)
    return caught.value


@pytest.mark.parametrize(
    ("content", "path", "words"),
    [
        ("", "", "is empty"),
        ("  \n", "", "is empty"),
        ('{\n "a": 1,\n "b" 2}', "", "line 3, column 6"),
        ('{"a": "never ends', "", "line 1, column 7"),
        ('{"a": "tab\tin it"}', "", "not JSON"),
        (b'{"a": "\xe5"}', "", "not UTF-8 text (byte 8)"),
        ('{"a": "å"}'.encode("utf-16"), "", "not UTF-8"),
        (b'{"a": "\xed\xa0\x80"}', "", "not UTF-8"),
        ("[]", "$", "an object"),
        ("null", "$", "an object"),
        ('"text"', "$", "an object"),
        ('{"a": {"b": 1, "c": 2, "b": 3}}', "$.a.b", "“b” is given twice"),
        ('{"a": [{}, {"x": 1, "x": 1}]}', "$.a[1].x", "“x” is given twice"),
        ('{"a": [1, NaN]}', "$.a[1]", "“NaN” is not a number"),
        ('{"a": -Infinity}', "$.a", "“-Infinity”"),
        ('{"a": 1e400}', "$.a", "“1e400”"),
        ('{"a": 1e17}', "$.a", "“1e17”"),
        ('{"a": 9007199254740993}', "$.a", "9007199254740993"),
        ('{"a": ' + "9" * 5000 + "}", "$.a", "“999"),
        (r'{"a": {"b c": "\ud800"}}', '$.a["b c"]', "U+D800, at position 1"),
        (r'{"a": "x\u0000"}', "$.a", "NUL character"),
        (r'{"a": ["ok", "\u001b[0m"]}', "$.a[1]", "control character"),
        (r'{"a": "\uffff"}', "$.a", "not a character"),
        (r'{"a": {"\ud800": 1}}', "$.a", "half a character"),
    ],
)
def test_refusal_says_where_and_why(content, path, words):
    error = refusal(content)
    assert error.path == path
    assert words in error.reason
    assert str(error).startswith(f"avtal.json, {path}: " if path else "avtal.json: ")
    str(error).encode()


@pytest.mark.parametrize(
    ("content", "what", "whereto"),
    [
        (b"PK\3\4", "is a Word file or packed", "From Word or pasted text"),
        (b"\xd0\xcf\x11\xe0\xa1", "old format of Word", "From Word or pasted text"),
        (b"%PDF-1.7\n", "is a PDF", "for the archive"),
        (b"\x89PNG\r\n\x1a\n", "is a picture", "for the archive"),
        (b"\xff\xd8\xff\xe0", "is a picture", "for the archive"),
    ],
)
def test_another_kind_of_file_is_told_by_what_it_begins_with_and_where_it_belongs(
    content, what, whereto
):
    reason = refusal(content).reason
    assert what in reason
    assert whereto in reason
    assert "UTF-8" not in reason


@pytest.mark.parametrize("content", ["", "{", "[]", b"\xe5"])
def test_a_file_that_is_not_as_we_write_it_is_to_be_fetched_anew(content):
    assert refusal(content).reason.endswith("or ask the sender for a new one.")


def test_file_that_is_too_large_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(json, "loads", None)
    assert "larger than 5 MB" in refusal(b" " * (MAX_BYTES + 1)).reason
    assert "larger than 5 MB" in refusal(b"\xff" * (2 * MAX_BYTES)).reason


@pytest.mark.parametrize("depth", [101, 3_000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused_with_its_line(depth, opening, closing):
    text = '{"x":\n' + opening * depth + "1" + closing * depth + "}"
    assert "nested more than 100 levels deep (line 2)" in refusal(text).reason


def test_brackets_inside_texts_do_not_count_as_nesting():
    text = json.dumps({"a": "[{" * 200, "b": '"[\\"' * 200, "c": "\\"})
    assert read_strictly("a.json", text.encode())["a"] == "[{" * 200
    deep = "[" * 98 + "]" * 98
    assert read_strictly("a.json", f'{{"a": {deep}}}'.encode())


def test_hostile_strings_do_not_make_the_count_slow():
    assert "not JSON" in refusal('{"a": "' + r"\"" * 2_000_000).reason
    assert "not JSON" in refusal('"' * 1_000_001).reason


def test_more_values_than_an_agreement_can_have_are_refused():
    many = json.dumps({"a": [1] * (MAX_VALUES + 1)})
    assert f"more than {MAX_VALUES} values" in refusal(many).reason


def test_byte_order_mark_is_skipped():
    assert read_strictly("a.json", '\ufeff{"a": 1.5}'.encode()) == {"a": 1.5}


def test_file_name_that_cannot_be_shown_is_made_showable():
    with pytest.raises(ExchangeError) as caught:
        read_strictly("a\0\ud800.json", b"")
    assert str(caught.value).encode().startswith("a\ufffd\ufffd.json: ".encode())
