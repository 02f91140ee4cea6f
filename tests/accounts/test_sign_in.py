"""Signing in and out, and the language of the pages."""

import pytest
from django.urls import reverse

from accounts.models import User
from tests.desk import errors, fields, page, text_of
from tests.factories import PASSWORD
from tests.loud import LoudClient

LOGIN = "/konto/login/"


@pytest.fixture
def client():
    return LoudClient()


def sign_in(client, user, password=PASSWORD, url=LOGIN):
    return client.post(url, fields(client.get(url)) | {"login": user.email, "password": password})


def test_the_right_password_leads_to_the_start_page(client, karin):
    response = sign_in(client, karin.user)

    assert (response.status_code, response["Location"]) == (302, "/")
    assert "Trygg i Luleå" in text_of(client.get("/", follow=True))


def test_the_address_is_taken_in_any_case(client, karin):
    karin.user.email = karin.user.email.upper()

    assert sign_in(client, karin.user)["Location"] == "/"


@pytest.mark.parametrize("email", [None, "ingen@example.org"])
def test_a_wrong_password_and_an_unknown_address_are_told_in_the_same_sentence(
    client, karin, email
):
    karin.user.email = email or karin.user.email

    response = sign_in(client, karin.user, "fel lösenord")

    assert response.status_code == 200
    assert len(errors(response)) == 1
    assert fields(response)["login"] == karin.user.email
    assert "_auth_user_id" not in client.session


def test_whoever_was_sent_to_sign_in_comes_back_to_where_they_were_going(client, karin):
    wanted = "/trygg-i-lulea/overenskommelser/?sok=a"
    sent = client.get(wanted)

    assert sent.status_code == 302
    assert sign_in(client, karin.user, url=sent["Location"])["Location"] == wanted


@pytest.mark.parametrize(
    "elsewhere", ["https://ont.example/", "//ont.example", "javascript:alert(1)"]
)
def test_nobody_is_led_to_another_host(client, karin, elsewhere):
    response = sign_in(client, karin.user, url=f"{LOGIN}?next={elsewhere}")

    assert response["Location"] == "/"


def test_signing_out_is_a_post_that_leads_to_the_sign_in_page(client, karin):
    client.force_login(karin.user)
    client.get(reverse("account_logout"))
    assert "_auth_user_id" in client.session

    response = client.post(reverse("account_logout"))

    assert response["Location"] == LOGIN
    assert client.get("/").status_code == 302


def test_too_many_attempts_are_refused_with_a_sentence_and_no_error(client, karin):
    seen = {sign_in(client, karin.user, "fel").status_code for _attempt in range(12)}

    assert seen <= {200, 429}
    assert page(sign_in(client, karin.user, "fel")).xpath("//main//h1")


def test_a_deactivated_account_stays_outside(client, karin):
    karin.user.is_active = False
    karin.user.save()

    sign_in(client, karin.user)

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("field", ["login", "password"])
@pytest.mark.parametrize("value", ["\x00", "a" * 100_000, "", "å@ä.ö"])
def test_odd_values_are_no_error(client, karin, field, value):
    sent = {"login": karin.user.email, "password": PASSWORD} | {field: value}

    assert client.post(LOGIN, sent).status_code in (200, 400)
    assert "_auth_user_id" not in client.session


def test_sign_up_is_closed(client, db):
    url = reverse("account_signup")
    sent = {"email": "ny@example.org", "password1": PASSWORD, "password2": PASSWORD}

    assert not page(client.get(url)).xpath("//main//input[@type='password']")
    client.post(url, sent)

    assert not User.objects.filter(email="ny@example.org").exists()
    assert url not in client.get(LOGIN).content.decode()


def test_the_first_language_is_swedish_whatever_the_browser_asks_for(client, db):
    response = client.get(LOGIN, headers={"Accept-Language": "en-GB,en;q=0.9"})

    assert page(response).get("lang") == "sv"
    assert response["Content-Language"] == "sv"


def test_the_language_is_changed_and_the_page_kept(client, karin):
    client.force_login(karin.user)
    url = "/trygg-i-lulea/overenskommelser/?sok=tr%C3%A4d"
    form = page(client.get(url)).xpath("//form[@action='/sprak/']")[0]
    sent = dict(form.form_values()) | {"language": "en"}

    response = client.post("/sprak/", sent)

    assert response["Location"] == url
    assert page(client.get(url)).get("lang") == "en"
    assert "Agreements" in text_of(client.get(url))


@pytest.mark.parametrize("language", ["xx", "\x00", "en" * 500, ""])
def test_a_language_that_we_do_not_have_is_swedish(client, db, language):
    client.post("/sprak/", {"language": language, "next": LOGIN})
    client.cookies["django_language"] = language.replace("\x00", "")

    assert page(client.get(LOGIN)).get("lang") == "sv"


def test_the_language_switch_leads_to_no_other_host(client, db):
    response = client.post("/sprak/", {"language": "en", "next": "https://ont.example/"})

    assert "ont.example" not in response["Location"]
