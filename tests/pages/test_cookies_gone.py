"""Saving when the session or all cookies are gone: who is told to sign in, and what is kept."""

import pytest
from django.conf import settings
from django.urls import reverse

from agreements.models import Manuscript
from documents.models import Change, Registration
from tests.desk import page, text_of
from tests.loud import LoudClient

WRITTEN = {"text": "<p>Ett stycke som</p><p>tog en timme.</p>", "password": "hemligt ord"}


@pytest.fixture
def edit(desk):
    return desk.at("edit", desk.row("goal"))


def send(url, client=None, origin="http://testserver"):
    client = client or LoudClient(enforce_csrf_checks=True)
    client.handler.enforce_csrf_checks = True
    return client.post(url, WRITTEN, headers={"Origin": origin})


def test_whoever_has_no_cookies_left_is_told_to_sign_in_and_sees_what_they_wrote(edit):
    response = send(edit)

    assert response.status_code == 403
    assert "Du har blivit utloggad" in text_of(response)
    assert page(response).xpath("//main//a[@href='/konto/login/'][@target='_blank']")
    (area,) = page(response).xpath("//main//textarea")
    assert area.text.split() == ["Ett", "stycke", "som", "tog", "en", "timme."]
    assert page(response).xpath("//main//p[@data-tell='signedOut']")


@pytest.mark.parametrize("origin", ["https://ont.example", "null", "http://testserver.ont.example"])
def test_another_sites_words_are_not_shown_as_ones_own(edit, origin):
    response = send(edit, origin=origin)

    assert response.status_code == 403
    assert "timme" not in response.content.decode()


def test_whoever_is_still_signed_in_is_told_what_to_do_and_not_to_sign_in(edit, karin, client_for):
    response = send(edit, client_for(karin))

    assert response.status_code == 403
    assert not page(response).xpath("//main//a[@href='/konto/login/']")
    assert "ett annat fönster" in page(response).xpath("string(//main//*[@data-tell])")


def test_a_guest_is_not_told_to_sign_in():
    response = send("/samrad/x/kommentar/")

    assert response.status_code == 403
    assert "personliga länk" in text_of(response)
    assert not page(response).xpath("//main//a[@href='/konto/login/']")


def written_in(response):
    """What the page shows, to be copied."""
    return [area.text.removeprefix("\n") for area in page(response).xpath("//main//textarea")]


@pytest.mark.parametrize("page_name", ["registration", "lock", "amend"])
def test_whose_session_has_ended_is_told_so_and_sees_what_they_wrote(desk, page_name):
    before = Change.objects.count()
    del desk.client.cookies[settings.SESSION_COOKIE_NAME]

    response = desk.post(
        desk.url(page_name),
        {"organisation": "12", "number": "KS2026/14", "kind": "other", "reason": "Efter mötet"},
    )

    assert response.status_code == 403
    assert "Du har blivit utloggad" in text_of(response)
    assert written_in(response) == ["KS2026/14", "Efter mötet"]
    assert page(response).xpath("//main//p[@data-tell='signedOut']")
    assert (Change.objects.count(), Registration.objects.count()) == (before, 0)


def test_a_pasted_text_is_shown_once_when_the_session_has_ended(karin, client_for, partnership):
    client = client_for(karin)
    del client.cookies[settings.SESSION_COOKIE_NAME]
    sent = {
        "text": "Överenskommelse\nmellan två",
        "html": "<p>Överenskommelse</p><p>mellan två</p>",
    }

    response = client.post(reverse("agreements:from_text", args=[partnership.slug]), sent)

    assert response.status_code == 403
    assert written_in(response) == ["Överenskommelse\nmellan två"]
    assert not Manuscript.objects.exists()


def test_whoever_opens_a_page_without_a_session_is_led_to_sign_in(desk):
    del desk.client.cookies[settings.SESSION_COOKIE_NAME]

    assert desk.get(desk.url("detail"))["Location"].startswith("/konto/login/?next=/")
