"""Taking in a text: pasted or as a file, and what is said of one that cannot be read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.choices import ManuscriptSource
from agreements.models import Manuscript
from tests.agreements.manuscript.invented import TEXT
from tests.desk import errors, fields, page

URL = reverse("agreements:from_text", args=["trygg-i-lulea"])


@pytest.fixture
def client(karin, client_for):
    return client_for(karin)


def upload(name, content):
    return SimpleUploadedFile(name, content, "application/octet-stream")


def kinds(manuscript):
    return {one["text"]: one["kind"] for one in manuscript.paragraphs}


def test_a_text_file_is_read_and_named(client):
    response = client.post(URL, {"file": upload("Överenskommelse.txt", TEXT.encode("cp1252"))})

    manuscript = Manuscript.objects.get()
    assert response["Location"].endswith(f"/manus/{manuscript.pk}/")
    assert (manuscript.name, manuscript.source) == ("Överenskommelse.txt", ManuscriptSource.TEXT)
    assert kinds(manuscript)["Färre brott i centrum"] == "item"


def test_pasted_text_keeps_the_headings_and_lists_that_the_browser_had(client):
    html = "<h1>Om oss</h1><p>Vi &amp; ni</p><ul><li>Ett <b>mål</b></li></ul>"
    client.post(URL, {"text": "Om oss\nVi & ni\nEtt mål", "html": html})

    manuscript = Manuscript.objects.get()
    assert kinds(manuscript) == {"Om oss": "heading", "Vi & ni": "text", "Ett mål": "item"}
    assert "<strong>mål</strong>" in manuscript.paragraphs[2]["html"]
    assert (manuscript.name, manuscript.source) == ("Om oss", ManuscriptSource.PASTED)


def test_html_that_is_too_long_gives_way_to_the_words(client):
    client.post(URL, {"text": "Om oss", "html": f"<p>{'å' * 300_000}</p>"})

    manuscript = Manuscript.objects.get()
    assert [one["text"] for one in manuscript.paragraphs] == ["Om oss"]
    assert len(manuscript.notes) == 1


def test_five_thousand_nested_spans_are_read(client):
    html = f"{'<span>' * 5000}Överenskommelse{'</span>' * 5000}"
    client.post(URL, {"text": "Överenskommelse", "html": html})

    assert [one["text"] for one in Manuscript.objects.get().paragraphs] == ["Överenskommelse"]


BAD_FILES = {
    "old Word": ("gammal.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "no Word": ("bild.docx", b"\x89PNG\r\n\x1a\n\x00\x00"),
    "cut off": ("halv.docx", b"PK\x03\x04" + b"a" * 60),
    "too large": ("stor.docx", b"PK\x03\x04" + bytes(20 * 1024 * 1024)),
    "empty": ("tom.txt", b""),
    "blank": ("blank.txt", b" \n \n"),
}


@pytest.mark.parametrize(("name", "content"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_cannot_be_read_is_a_sentence_at_the_file(client, name, content):
    response = client.post(URL, {"file": upload(name, content)})

    assert response.status_code == 422
    assert list(errors(response)) == ["file"]
    assert not Manuscript.objects.exists()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"text": "a\x00b", "html": ""}, "a\ufffdb"),
        ({"text": "ab", "html": "<p>a&#1;b</p>"}, "ab"),
        ({"text": "ord\n\n" * 20_100, "html": ""}, "ord"),
        ({"text": "Kvar", "file": upload("a.txt", b"Text")}, "Kvar"),
        ({"text": "  "}, ""),
    ],
    ids=["NUL", "control in HTML", "too long", "both", "neither"],
)
def test_a_paste_that_cannot_be_read_is_a_sentence_and_what_was_pasted_stays(client, sent, kept):
    response = client.post(URL, sent)

    assert response.status_code == 422
    assert page(response).find_class("errorlist")
    assert fields(response)["text"].strip().startswith(kept)
    assert not Manuscript.objects.exists()
