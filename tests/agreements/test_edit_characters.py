"""Characters that no text may hold, characters that look odd and are fine, and very long texts."""

import time
import unicodedata
from urllib.parse import unquote_to_bytes, urlencode

import pytest

from documents.models import Change
from tests.desk import errors, fields

#: As bytes in a form: what arrives, and whether it is refused.
BROKEN = {
    "NUL": (b"%00", "NUL"),
    "control": (b"%07", "control"),
    "escape": (b"%1B%5B31m", "control"),
    "noncharacter": (b"%EF%BF%BE", "not a character"),
}
ROWS = [("goal", "text"), ("agreement", "title"), ("agreement", "legal_basis"), ("part", "text")]


def row_url(desk, kind):
    row = desk.row("part", kind="text") if kind == "part" else desk.row(kind)
    return desk.at("edit", row)


def send_bytes(desk, url, field, raw, boundary=None):
    """Send the form at `url` with `field` as raw bytes, urlencoded or as multipart."""
    others = {name: value for name, value in fields(desk.get(url)).items() if name != field}
    if boundary is None:
        body = urlencode(others, doseq=True).encode() + b"&" + field.encode() + b"=f%C3%B6re" + raw
        kind = "application/x-www-form-urlencoded"
    else:
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in others.items()
        ]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\nföre'
        body = "".join([*parts, head]).encode() + unquote_to_bytes(raw.decode())
        body += f"\r\n--{boundary}--\r\n".encode()
        kind = f"multipart/form-data; boundary={boundary}"
    return desk.client.post(url, body, content_type=kind)


@pytest.mark.parametrize("boundary", [None, "b0"])
@pytest.mark.parametrize(("raw", "word"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize(("kind", "field"), ROWS)
def test_it_is_refused_with_a_sentence_and_shown_safely(desk, kind, field, raw, word, boundary):
    desk.client.cookies["django_language"] = "en"
    before = Change.objects.count()

    response = send_bytes(desk, row_url(desk, kind), field, raw, boundary)

    assert response.status_code == 422
    assert word in errors(response)[field]
    assert fields(response)[field].startswith("före")
    assert not any(ord(char) < 32 and char not in "\n\r\t" for char in response.content.decode())
    assert Change.objects.count() == before


@pytest.mark.parametrize("boundary", [None, "b0"])
@pytest.mark.parametrize("raw", [b"%ED%A0%80", b"%FF%FE", b"%C3", b"%F5%80%80%80"])
@pytest.mark.parametrize(("kind", "field"), ROWS)
def test_bytes_that_are_no_text_arrive_as_the_sign_for_that(desk, kind, field, raw, boundary):
    """Django decodes what is no UTF-8 as U+FFFD, which can be stored and is seen by the writer."""
    response = send_bytes(desk, row_url(desk, kind), field, raw, boundary)

    assert response.status_code == 302
    assert "före\ufffd" in fields(desk.get(row_url(desk, kind)))[field]


@pytest.mark.parametrize(
    "text",
    [
        "Trygghet 👮‍♀️🏳️‍🌈 för alla",
        "שלום مرحبا 你好",
        "Å\u0308ngström",
        "a\u200bb\u00adc\u2060d",
        "<script>alert(1)</script> & \"citat\" 'en'",
        "{{ request.user }} {% now 'Y' %} %(name)s {0}",
    ],
)
def test_odd_but_sound_text_is_kept(desk, text):
    assert desk.fill_in(desk.at("edit", desk.row("goal")), text=text).status_code == 302

    kept = desk.row("goal").text
    assert kept == unicodedata.normalize("NFC", text)
    assert fields(desk.get(desk.at("edit", desk.row("goal"))))["text"] == kept
    for name in ("detail", "history", "export"):
        assert desk.get(desk.url(name)).status_code == 200


def test_a_long_paste_is_kept_and_quick(desk):
    paragraph = "<p>" + "Trygghet i Luleå. " * 50 + "</p>"
    text = paragraph * (100_000 // len(paragraph))
    url = row_url(desk, "part")
    began = time.perf_counter()

    assert desk.fill_in(url, text=text).status_code == 302
    assert desk.get(desk.url("detail")).status_code == 200

    assert time.perf_counter() - began < 20
    assert len(desk.row("part", kind="text").text) > 90_000
    again = desk.changes()
    assert desk.fill_in(url).status_code == 302
    assert desk.changes() == again


def test_a_paste_that_is_too_long_is_refused_and_kept_in_the_form(desk):
    text = "<p>" + "å" * 300_000 + "</p>"

    response = desk.fill_in(row_url(desk, "part"), text=text)

    assert response.status_code == 422
    assert "300" in errors(response)["text"]
    assert fields(response)["text"] == text


@pytest.mark.parametrize(("kind", "field"), [("goal", "text"), ("appendix", "text")])
def test_a_hundred_thousand_characters_of_plain_text_are_kept(desk, kind, field):
    assert desk.fill_in(row_url(desk, kind), **{field: "ordet " * 17_000}).status_code == 302
    assert desk.get(desk.url("detail")).status_code == 200
    assert desk.get(desk.url("history")).status_code == 200
