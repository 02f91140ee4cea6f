"""An old agreement for the archive: six facts, and it is there, locked, with its signed paper."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from agreements.models import Agreement
from documents.choices import AttachedKind
from documents.models import AttachedFile, Change, StoredFile
from documents.reading import read_tree
from tests.desk import errors, fields, text_of

URL = reverse("agreements:archive", args=["trygg-i-lulea"])
GOOD = {
    "title": "Samverkan 2009",
    "parties": "Luleå kommun\nPolismyndigheten i Norrbotten",
    "valid_from": "2009-01-01",
    "valid_to": "2011-12-31",
    "signed_on": "2008-11-20",
}


def pdf(password=""):
    file = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        locked = pikepdf.Encryption(owner=password, user=password) if password else False
        made.save(file, encryption=locked)
    return file.getvalue()


def picture(kind):
    file = BytesIO()
    Image.effect_noise((64, 64), 90).save(file, kind)
    return file.getvalue()


@pytest.fixture
def client(karin, client_for, without_pdf):
    return client_for(karin)


def send(client, content, name="avtal.pdf", **changed):
    return client.post(URL, GOOD | {"paper": SimpleUploadedFile(name, content)} | changed)


def test_it_is_locked_at_once_with_its_signed_paper(client, people):
    content = pdf()

    response = send(client, content, name="C:\\papper\\Överenskommelse 2009.pdf")

    agreement = Agreement.objects.get()
    assert agreement.document.is_binding
    assert agreement.signed_on == date(2008, 11, 20)
    said = read_tree(agreement)
    assert [one.organisation for one in said.parties] == GOOD["parties"].split("\n")
    paper = AttachedFile.objects.get()
    assert (paper.document, paper.kind) == (agreement.document, AttachedKind.SIGNED)
    assert paper.version == agreement.document.locked_version
    assert paper.file.read() == content
    assert "\\" not in paper.name
    shown = text_of(client.get(response["Location"]))
    assert "Hela texten finns i den undertecknade filen: " in shown
    assert "Inget har noterats" not in shown
    assert client.get(f"{response['Location']}historik/").status_code == 200
    assert Agreement.objects.visible_to(people.per.access).get() == agreement


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_scanned_picture_is_a_paper_too(client, kind):
    assert send(client, picture(kind)).status_code == 302
    assert AttachedFile.objects.get().file.media_type == f"image/{kind.lower()}"


BAD_PAPERS = {
    "no file": b"",
    "a text that is called PDF": b"Hej",
    "a PDF cut off": b"%PDF-1.7\n1 0 obj",
    "a PDF with a password": pdf("hemligt"),
    "a picture cut off": picture("JPEG")[:900],
    "a broken PNG": picture("PNG")[:200],
    "too large": b"%PDF-1.7" + bytes(25 * 1024 * 1024),
    "a web page": b"<html><script>alert(1)</script>",
}


@pytest.mark.parametrize("content", BAD_PAPERS.values(), ids=BAD_PAPERS)
def test_a_bad_paper_is_a_sentence_and_nothing_is_kept(client, content):
    response = send(client, content)

    assert response.status_code == 422
    assert list(errors(response)) == ["paper"]
    assert fields(response)["title"] == GOOD["title"]
    assert fields(response)["parties"].split() == GOOD["parties"].split()
    for model in (Agreement, Change, AttachedFile, StoredFile):
        assert not model.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("parties", "  "),
        ("parties", "a\x00"),
        ("valid_to", "2008-12-31"),
        ("signed_on", "2999-01-01"),
    ],
)
def test_a_bad_fact_is_a_sentence_at_its_field(client, field, value):
    response = send(client, pdf(), **{field: value})

    assert list(errors(response)) == [field]
    assert not Agreement.objects.exists()


def test_only_title_parties_and_paper_must_be_known(client):
    assert send(client, pdf(), valid_from="", valid_to="", signed_on="").status_code == 302
