"""Importing through the page: all files or none, and a refusal names file, place and reason."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.models import Agreement
from documents.models import Change, StoredFile
from tests.agreements.exchange_samples import as_bytes, exchange_file
from tests.desk import errors, page, text_of

URL = reverse("agreements:import", args=["trygg-i-lulea"])


@pytest.fixture
def client(karin, client_for, without_pdf):
    client = client_for(karin)
    client.cookies["django_language"] = "en"
    return client


def send(client, *files):
    sent = [SimpleUploadedFile(name, content, "application/json") for name, content in files]
    return client.post(URL, {"files": sent})


def good():
    return as_bytes(exchange_file())


def refused(response, *words):
    assert response.status_code == 422
    said = errors(response)["files"]
    for word in words:
        assert word in said, said
    assert not Agreement.objects.exists()
    assert not Change.objects.exists()
    assert not StoredFile.objects.exists()


def test_a_good_file_becomes_an_agreement_and_its_page_opens(client):
    response = send(client, ("bra.json", good()))

    assert response.status_code == 302
    assert client.get(response["Location"]).status_code == 200
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize(
    "content", [b"", b'{"format": "overens-agreement/99"}', b'{"agreement": {}}']
)
def test_a_refusal_of_the_whole_file_says_what_to_do(client, content):
    refused(send(client, ("dålig.json", content)), "or ask the sender for a new one.")


BAD = {
    "no json": (b"{", "dålig.json"),
    "empty": (b"", ""),
    "not an object": (b"[1, 2]", "dålig.json"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", "dålig.json"),
    "latin-1": ('{"format": "å"}'.encode("latin-1"), "dålig.json"),
    "NUL": (b'{"format": "\\u0000"}', "dålig.json"),
    "surrogate": (b'{"format": "\\ud800"}', "dålig.json"),
    "NaN": (b'{"format": NaN}', "dålig.json"),
    "twice": (b'{"format": "a", "format": "b"}', "format"),
    "deep": (b"[" * 100_000, "dålig.json"),
    "another format": (b'{"format": "overens-agreement/99"}', "format"),
    "a large number": (b'{"format": 1' + b"0" * 5000 + b"}", "dålig.json"),
}


@pytest.mark.parametrize(("content", "word"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_with_its_name_and_the_reason(client, content, word):
    refused(send(client, ("dålig.json", content)), word)


def test_the_place_in_the_file_is_named(client):
    refused(send(client, ("sju.json", as_bytes(exchange_file(title=7)))), "sju.json", "title")


def test_one_bad_file_among_good_ones_keeps_all_out(client):
    refused(send(client, ("a.json", good()), ("b.json", b"{")), "b.json")


def test_no_file_at_all_is_a_sentence(client):
    response = client.post(URL, {"csrfmiddlewaretoken": "x"})

    refused(response)
    assert client.post(URL).status_code == 422


def test_the_name_of_a_file_is_shown_as_text(client):
    response = send(client, ("<img src=x onerror=alert(1)>.json", b"{"))

    assert response.status_code == 422
    assert not page(response).xpath("//main//img")


def test_a_file_that_is_too_large_is_a_sentence(client):
    response = send(client, ("stor.json", b" " * 5_500_000 + b"{}"))

    assert response.status_code == 422
    assert "stor.json" in text_of(response)
