"""An old agreement for the archive: seven facts, and it is there, locked, with its signed paper."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from agreements.models import Agreement
from agreements.status import Status
from agreements.validity import state
from documents.choices import AttachedKind
from documents.models import AttachedFile, Change, StoredFile
from documents.reading import read_tree
from tests.desk import Desk, errors, fields, page, text_of

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


def test_it_asks_what_replaced_the_agreement_and_the_status_follows(client, signed, draft):
    offered = page(client.get(URL)).xpath("//select[@name='replaced_by']/option/text()")
    assert offered == ["Inget som finns här, eller inte känt", signed.name]

    response = send(client, pdf(), replaced_by=str(signed.pk), valid_to="")

    old = Agreement.objects.exclude(pk__in=[signed.pk, draft.pk]).get()
    versions = signed.document.versions.count()
    assert state(old).status == Status.SUPERSEDED
    assert state(old, date(2023, 12, 31)).status == Status.IN_FORCE_END_UNKNOWN  # it was signed,
    assert state(old, date(2024, 1, 1)).status == Status.SUPERSEDED  # and began, on 1 January 2024
    assert f"Ersatt av {signed.name}" in text_of(client.get(response["Location"]))
    desk = Desk(client, signed)
    assert f"Tidigare överenskommelse: {old.name}" in text_of(desk.get(desk.url("detail")))
    assert versions == signed.document.versions.count() == 1
    listed = text_of(client.get(reverse("agreements:list", args=["trygg-i-lulea"])))
    assert "Ersatt" in listed
    drawn = text_of(Desk(client, old).get(Desk(client, old).url("timeline")))
    assert signed.name in drawn


@pytest.mark.parametrize("value", ["draft", "999", "x", "9" * 30])
def test_what_cannot_have_replaced_it_is_a_sentence_at_its_field(client, draft, value):
    response = send(client, pdf(), replaced_by=str(draft.pk) if value == "draft" else value)

    assert list(errors(response)) == ["replaced_by"]
    assert Agreement.objects.get() == draft


def test_what_replaced_it_can_be_noted_and_taken_back_afterwards(client, signed):
    send(client, pdf(), valid_to="")
    old = Agreement.objects.exclude(pk=signed.pk).get()
    desk = Desk(client, old)

    desk.fill_in(desk.url("succeed"), replaced_by=str(signed.pk), reason="Uppgift från arkivet")
    assert state(Agreement.objects.get(pk=old.pk)).status == Status.SUPERSEDED
    change = Change.objects.of(old.document)[0]
    assert (change.command, change.reason) == ("register", "Uppgift från arkivet")
    assert old.document.versions.count() == 1

    other_way = Desk(client, signed)
    answer = other_way.post(other_way.url("succeed"), {"replaced_by": old.pk})
    assert list(errors(answer)) == ["replaced_by"]

    send(client, pdf(), title="Samverkan 2006", valid_to="", replaced_by=str(old.pk))
    oldest = Agreement.objects.get(replaced_by=old)
    answer = other_way.post(other_way.url("succeed"), {"replaced_by": oldest.pk})
    assert list(errors(answer)) == ["replaced_by"]

    desk.fill_in(desk.url("succeed"), replaced_by="")
    assert not state(Agreement.objects.get(pk=old.pk)).status.has_ended
