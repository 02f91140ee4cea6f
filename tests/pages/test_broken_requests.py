"""Addresses and requests that are not as they should be: a page of ours, never an error."""

import pytest
from django.urls import reverse

from documents.models import Change
from tests.desk import page, text_of

LIST = reverse("agreements:list", args=["trygg-i-lulea"])


@pytest.mark.parametrize(
    "query",
    [
        "sok=%00",
        "sok=%ED%A0%80",
        "sok=%FF",
        "sok=" + "å" * 3000,
        "sok=%25_'\"\\",
        "sok=a&sok=b",
        "x",
    ],
)
def test_any_search_is_answered(desk, query):
    assert desk.get(f"{LIST}?{query}").status_code == 200


@pytest.mark.parametrize("sida", ["abc", "0", "-1", "999999", "9" * 60, "%00", "", "1.5", "²"])
def test_any_page_of_the_history_is_answered(desk, sida):
    assert desk.get(f"{desk.url('history')}?sida={sida}").status_code == 200


@pytest.mark.parametrize("tail", ["historik/{}/", "versioner/{}/", "versioner/{}/pdf/"])
@pytest.mark.parametrize("number", [0, 2**31, 2**63, 10**40])
def test_numbers_that_no_column_holds_are_not_there(desk, tail, number):
    assert desk.get(desk.url("detail") + tail.format(number)).status_code == 404


@pytest.mark.parametrize("pk", [0, 2**31, 2**63, 10**40])
def test_agreements_that_cannot_be_are_not_there(desk, pk):
    for tail in ("", "pdf/", "export.json", "historik/", "dela/", "goal/ny/"):
        assert desk.get(f"{LIST}{pk}/{tail}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/%00/", "/å/", "/" + "a" * 3000 + "/", "/%ED%A0%80/", "/trygg-i-lulea//"]
)
def test_odd_addresses_are_not_there(desk, path):
    response = desk.get(path)

    assert response.status_code == 404
    assert page(response).xpath("//main//h1")


@pytest.mark.parametrize(
    "settings_name", ["DATA_UPLOAD_MAX_MEMORY_SIZE", "DATA_UPLOAD_MAX_NUMBER_FIELDS"]
)
def test_too_large_a_form_is_refused_by_a_page_of_ours_and_writes_nothing(
    desk, settings, settings_name
):
    limit = getattr(settings, settings_name)
    before = Change.objects.count()
    url = desk.at("edit", desk.row("goal"))
    large = settings_name == "DATA_UPLOAD_MAX_MEMORY_SIZE"
    data = {"text": "a" * (limit + 1)} if large else {f"f{n}": "1" for n in range(limit + 2)}

    response = desk.client.post(url, data)

    assert response.status_code == 413
    assert page(response).xpath("//main//h1")
    assert "6 MB" in text_of(response)
    assert Change.objects.count() == before


def test_a_broken_multipart_body_is_no_error(desk):
    url = desk.at("edit", desk.row("goal"))
    for body, kind in [
        (b"--x\r\nContent-Disposition", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"{}", "application/json"),
        (b"\xff\xfe", "text/plain"),
    ]:
        assert desk.client.post(url, body, content_type=kind).status_code in (400, 409)


def test_the_not_found_page_says_the_same_of_what_is_hidden_and_what_is_not_there(desk):
    hidden, absent = desk.get("/umebra/"), desk.get("/finns-inte/")

    assert hidden.status_code == absent.status_code == 404
    assert text_of(hidden) == text_of(absent)
