"""Guessing passwords: who has to wait, who has not, and what is said to them."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import caches
from django.utils import timezone

from tests.desk import fields, page, text_of
from tests.factories import PASSWORD
from tests.loud import LoudClient
from tests.second_factor import give_app

LOGIN = "/konto/login/"


def attempt(user, password, *, client=None, address="198.51.100.1", url=LOGIN, **headers):
    """Post the sign-in form from `address`."""
    client = client or LoudClient()
    sent = {"login": getattr(user, "email", user), "password": password}
    return client.post(url, sent, REMOTE_ADDR=address, headers=headers)


def is_in(client):
    return "_auth_user_id" in client.session


def guess_at(user, times, **how):
    return [attempt(user, f"gissning {n}", **how).status_code for n in range(times)]


@pytest.fixture
def six_from_an_address(settings):
    """Six wrong guesses from an address are enough, so that a test need not make fifty."""
    rates = settings.ACCOUNT_RATE_LIMITS
    settings.ACCOUNT_RATE_LIMITS = rates | {"sign_in_address": "6/10m/ip"}


def test_the_right_password_after_forty_wrong_ones_does_not_lead_in(karin):
    assert guess_at(karin.user, 40)[10:] == [429] * 30

    response = attempt(karin.user, PASSWORD, client=(client := LoudClient()))

    assert response.status_code == 429
    assert not is_in(client)


def test_guesses_at_one_account_are_counted_together_from_wherever_they_come(karin):
    for number in range(10):
        attempt(karin.user, "fel", address=f"203.0.113.{number}")

    assert attempt(karin.user, PASSWORD, address="203.0.113.200").status_code == 429


@pytest.mark.parametrize("written", [str.upper, str.title, lambda email: f" {email} "])
def test_an_address_written_in_another_way_is_the_same_account(karin, written):
    guess_at(karin.user, 10)

    assert attempt(written(karin.user.email), PASSWORD).status_code == 429


def test_another_host_name_is_no_new_beginning(karin, settings):
    settings.ALLOWED_HOSTS = ["*"]
    guess_at(karin.user, 10)

    assert attempt(karin.user, PASSWORD, host="annan.example").status_code == 429


def test_one_guess_at_each_of_many_accounts_is_counted_by_address(karin, six_from_an_address):
    answers = [attempt(f"{n}@example.org", "fel").status_code for n in range(7)]

    assert answers == [200] * 6 + [429]
    assert attempt(karin.user, PASSWORD).status_code == 429
    assert attempt(karin.user, PASSWORD, address="203.0.113.9").status_code == 302


def test_an_account_that_is_not_there_is_refused_just_as_one_that_is(karin):
    there, not_there = guess_at(karin.user, 12), guess_at("ingen@example.org", 12)

    assert there == not_there == [200] * 10 + [429] * 2


def test_right_passwords_are_not_counted(karin):
    assert [attempt(karin.user, PASSWORD).status_code for _time in range(12)] == [302] * 12


def test_signing_in_to_ones_own_account_does_not_wipe_out_guesses_at_anothers(karin, malte):
    answers = []
    for _round in range(12):
        attempt(malte.user, PASSWORD)
        answers.append(attempt(karin.user, "fel").status_code)

    assert answers == [200] * 10 + [429] * 2


def test_nobody_locks_another_out_of_the_browser_where_they_usually_sit(karin, six_from_an_address):
    own = LoudClient()
    attempt(karin.user, PASSWORD, client=own)
    own.post("/konto/logout/")

    for number in range(11):
        attempt(karin.user, "fel", address=f"203.0.113.{number}")
    for number in range(7):  # and someone in the same building
        attempt(f"{number}@example.org", "fel")

    assert attempt(karin.user, PASSWORD, client=LoudClient()).status_code == 429
    assert attempt(karin.user, PASSWORD, client=own).status_code == 302


def test_the_browser_where_one_usually_sits_takes_no_more_guesses_than_others(karin, per):
    own = LoudClient()
    attempt(karin.user, PASSWORD, client=own)
    own.post("/konto/logout/")

    assert guess_at(karin.user, 12, client=own) == [200] * 10 + [429] * 2
    assert guess_at(per.user, 12, client=own, address="203.0.113.7") == [200] * 10 + [429] * 2


@pytest.mark.parametrize("cookie", ["", "x", '["a",[1]]:1uRSkM:falsk', "\x00"])
def test_a_cookie_that_we_have_not_signed_makes_no_browser_known(karin, cookie):
    guess_at(karin.user, 10)
    forged = LoudClient()
    forged.cookies["known_browser"] = cookie.replace("\x00", "")

    assert attempt(karin.user, PASSWORD, client=forged).status_code == 429


def test_one_has_to_wait_a_while_and_not_for_good(karin):
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        guess_at(karin.user, 10)
    with time_machine.travel(now + timedelta(minutes=14), tick=False):
        assert attempt(karin.user, PASSWORD).status_code == 429
    with time_machine.travel(now + timedelta(minutes=15, seconds=1), tick=False):
        assert attempt(karin.user, PASSWORD).status_code == 302


def test_a_new_password_by_letter_leads_in_at_once(karin):
    guess_at(karin.user, 20)
    client = LoudClient()
    client.post("/konto/password/reset/", {"email": karin.user.email})
    link = next(word for word in mail.outbox[0].body.split() if "/konto/password/reset/" in word)
    form = client.get(link, follow=True)
    url = form.redirect_chain[-1][0]

    client.post(url, {"password1": "ett nytt lösenord", "password2": "ett nytt lösenord"})

    assert is_in(client)
    client.post("/konto/logout/")
    guess_at(karin.user, 20)
    assert attempt(karin.user, "ett nytt lösenord", client=client).status_code == 302


def test_the_page_is_ours_and_says_until_when_to_wait(karin):
    with time_machine.travel("2026-11-29 13:20:00+01:00", tick=False):
        guess_at(karin.user, 10)
    with time_machine.travel("2026-11-29 13:26:10+01:00", tick=False):
        response = attempt(karin.user, PASSWORD)

    assert page(response).get("lang") == "sv"
    assert "För många försök" in page(response).xpath("string(//main//h1)")
    assert "kl. 13.35, om 9 minuter" in text_of(response)
    assert response["Retry-After"] == "530"
    assert page(response).xpath("//main//a[@href='/konto/password/reset/']")


def test_the_page_speaks_english_to_those_who_have_chosen_it(karin):
    client = LoudClient()
    client.cookies["django_language"] = "en"
    guess_at(karin.user, 10)

    response = attempt(karin.user, PASSWORD, client=client)

    assert "Too many attempts" in text_of(response)
    assert "in 15 minutes" in text_of(response)


def test_asking_for_too_many_letters_is_answered_by_the_same_page(karin):
    with time_machine.travel("2026-11-29 13:20:00+01:00", tick=False):
        sent = [
            LoudClient().post("/konto/password/reset/", {"email": karin.user.email})
            for _time in range(6)
        ]

    assert [one.status_code for one in sent] == [302] * 5 + [429]
    assert "kl. 14.20, om 60 minuter" in text_of(sent[-1])
    assert "Länken i det senaste släpper in dig." in text_of(sent[-1])


def test_what_is_counted_is_seen_by_every_process(karin):
    guess_at(karin.user, 10)
    del caches["default"]  # as a process that has just started: it remembers nothing itself

    assert attempt(karin.user, PASSWORD).status_code == 429


def test_the_password_that_is_asked_for_again_is_limited_too(karin, client_for):
    client = client_for(karin)
    url = "/konto/reauthenticate/?next=/"
    assert client.post(url, fields(client.get(url)) | {"password": PASSWORD}).status_code == 302

    answers = [client.post(url, {"password": "fel"}).status_code for _time in range(12)]

    assert answers[-1] == 429


def test_a_header_from_someone_who_is_not_trusted_is_no_new_address(karin, six_from_an_address):
    forwarded = [{"X-Forwarded-For": f"192.0.2.{n}", "X-Real-IP": f"192.0.2.{n}"} for n in range(7)]
    answers = [
        attempt(f"{n}@example.org", "fel", **header).status_code
        for n, header in enumerate(forwarded)
    ]

    assert answers[-1] == 429


def test_two_behind_a_trusted_server_have_limits_of_their_own(karin, six_from_an_address, settings):
    settings.TRUSTED_PROXIES = ["10.0.0.5"]
    for number in range(7):
        attempt(
            f"{number}@example.org", "x", address="10.0.0.5", **{"X-Forwarded-For": "192.0.2.1"}
        )

    def of(client):
        return attempt(karin.user, PASSWORD, address="10.0.0.5", **{"X-Forwarded-For": client})

    assert of("192.0.2.1").status_code == 429
    assert of("192.0.2.9, 192.0.2.1").status_code == 429
    assert of("192.0.2.2").status_code == 302


def test_neighbours_in_one_ipv6_network_share_its_limit(karin, six_from_an_address):
    for number in range(6):
        attempt(f"{number}@example.org", "fel", address=f"2001:db8:0:1{number}::{number}")

    assert attempt(karin.user, PASSWORD, address="2001:db8:0:1f::9").status_code == 429
    assert attempt(karin.user, PASSWORD, address="2001:db8:0:200::9").status_code == 302


def test_listing_anothers_address_as_ones_own_does_not_make_a_browser_known_there(karin, malte):
    EmailAddress.objects.create(user=malte.user, email=karin.user.email)
    browsers = [LoudClient() for _number in range(3)]
    for browser in browsers:
        attempt(malte.user, PASSWORD, client=browser)
        browser.post("/konto/logout/")

    answers = [guess_at(karin.user, 5, client=browser) for browser in browsers]

    assert sum(answers, []) == [200] * 10 + [429] * 5


def test_a_new_password_by_letter_does_not_lead_past_the_second_step(karin):
    give_app(karin.user)
    client = LoudClient()
    client.post("/konto/password/reset/", {"email": karin.user.email})
    link = next(word for word in mail.outbox[0].body.split() if "/konto/password/reset/" in word)
    url = client.get(link, follow=True).redirect_chain[-1][0]

    response = client.post(
        url, {"password1": "ett nytt lösenord", "password2": "ett nytt lösenord"}
    )

    assert response["Location"] == "/konto/2fa/authenticate/"
    assert not is_in(client)
