"""The second factor: what it takes to sign in with it, and that operators must have it."""

import time

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from tests.desk import errors, fields, page, text_of
from tests.factories import PASSWORD
from tests.loud import LoudClient
from tests.second_factor import code_now, give_app

LOGIN, CODE = "/konto/login/", "/konto/2fa/authenticate/"
INDEX, APP = "/konto/2fa/", "/konto/2fa/totp/activate/"
CODES = "/konto/2fa/recovery-codes/"


@pytest.fixture
def client(db):
    return LoudClient()


def give_password(client, user, url=LOGIN):
    return client.post(url, {"login": user.email, "password": PASSWORD})


def is_in(client):
    return "_auth_user_id" in client.session


def said(response):
    return list(errors(response).values())


def set_up_app(client):
    """Go the way from the pages: the password once more, the key, its code. Return the key."""
    again = client.get(APP, follow=True)
    url = again.redirect_chain[-1][0]
    form = client.post(url, fields(again) | {"password": PASSWORD}, follow=True)
    secret = page(form).xpath("string(//code[@class='key'])")
    client.post(APP, {"code": code_now(secret)})
    return secret


def test_the_password_alone_leads_no_further_than_to_the_second_step(client, karin):
    give_app(karin.user)

    assert give_password(client, karin.user)["Location"] == CODE
    assert not is_in(client)
    assert client.get("/")["Location"] == "/konto/login/?next=/"


def test_the_code_of_the_app_leads_in_and_on_to_where_one_was_going(client, karin):
    give_app(karin.user)
    wanted = "/trygg-i-lulea/overenskommelser/"
    give_password(client, karin.user, f"{LOGIN}?next={wanted}")

    response = client.post(CODE, {"code": code_now()})

    assert response["Location"] == wanted
    assert is_in(client)


def test_a_code_is_taken_a_little_late_and_no_later(client, karin):
    give_app(karin.user)
    give_password(client, karin.user)

    assert client.post(CODE, {"code": code_now(steps=-3)}).status_code == 200
    assert client.post(CODE, {"code": code_now(steps=-1)}).status_code == 302


def test_a_code_that_someone_has_seen_does_not_lead_in_once_more(karin):
    give_app(karin.user)
    moment = int(time.time()) // 30 * 30
    with time_machine.travel(moment + 1, tick=False):
        code = code_now()
        give_password(first := LoudClient(), karin.user)
        first.post(CODE, {"code": code})
    with time_machine.travel(moment + 35, tick=False):
        for written in (code, f"{code[:3]} {code[3:]}", f" {code}"):
            give_password(second := LoudClient(), karin.user)
            assert second.post(CODE, {"code": written}).status_code == 200
            assert not is_in(second)
    assert is_in(first)


def test_codes_cannot_be_guessed_at_for_long(client, karin):
    give_app(karin.user)
    give_password(client, karin.user)

    for number in range(5):
        assert said(client.post(CODE, {"code": f"{number:06}"})) == ["Koden stämmer inte."]
    (sentence,) = said(client.post(CODE, {"code": code_now()}))

    assert "tio minuter" in sentence
    give_password(other := LoudClient(), karin.user)
    assert said(other.post(CODE, {"code": code_now()})) == [sentence]


def test_ones_own_right_code_does_not_wipe_out_guesses_at_anothers_account(karin, malte, settings):
    settings.ACCOUNT_RATE_LIMITS |= {"sign_in_address": "3/10m/ip"}
    give_app(malte.user)
    answers = []
    for number in range(4):
        answers.append(
            LoudClient().post(LOGIN, {"login": f"{number}@example.org", "password": "fel"})
        )
        give_password(own := LoudClient(), malte.user)
        own.post(CODE, {"code": code_now(steps=number - 1)})

    assert [one.status_code for one in answers] == [200, 200, 200, 429]


def test_who_sets_up_an_app_is_asked_for_the_password_and_gets_codes_in_reserve(client, karin):
    give_password(client, karin.user)

    set_up_app(client)

    shown = page(client.get(CODES)).xpath("//ul[@class='codes']/li")
    assert len(shown) == 10
    again = client.get(CODES)
    assert not page(again).xpath("//ul[@class='codes']/li")
    assert "visas inte igen" in text_of(again)
    client.post("/konto/logout/")
    code = shown[0].text_content()
    for expected in (302, 200):  # each works once
        give_password(other := LoudClient(), karin.user)
        assert other.post(CODE, {"code": code}).status_code == expected


def test_the_code_that_set_an_app_up_signs_nobody_in(client, karin):
    give_password(client, karin.user)
    secret = set_up_app(client)

    give_password(other := LoudClient(), karin.user)
    assert said(other.post(CODE, {"code": code_now(secret)})) == ["Koden stämmer inte."]


def test_a_code_that_is_wrong_sets_nothing_up(client, karin):
    give_password(client, karin.user)
    again = client.get(APP, follow=True)
    url = again.redirect_chain[-1][0]
    client.post(url, fields(again) | {"password": PASSWORD})

    assert said(client.post(APP, {"code": "000000"})) == ["Koden stämmer inte."]
    assert not Authenticator.objects.exists()


def test_someone_who_finds_a_browser_signed_in_cannot_change_the_second_factor(karin, client_for):
    give_app(karin.user)
    client = client_for(karin)

    for url in ("totp/deactivate/", "recovery-codes/generate/", "webauthn/add/"):
        response = client.post(INDEX + url, {})
        assert response["Location"].startswith("/konto/reauthenticate/"), url
    assert Authenticator.objects.count() == 1


def test_secrets_lie_in_the_database_as_no_app_could_use_them(karin, settings):
    kept = give_app(karin.user).data["secret"]

    assert "JBSWY3DPEHPK3PXP" not in kept
    settings.SECRET_KEY = "en annan"  # noqa: S105
    give_password(client := LoudClient(), karin.user)
    assert said(client.post(CODE, {"code": code_now()})) == ["Koden stämmer inte."]


@pytest.mark.parametrize("code", ["", "\x00", "a" * 100_000, "１２３４５６", "-1", "1e5"])
def test_odd_codes_are_no_error(client, karin, code):
    give_app(karin.user)
    give_password(client, karin.user)

    assert client.post(CODE, {"code": code}).status_code == 200
    assert not is_in(client)


@pytest.mark.parametrize(
    "credential",
    [
        *["", "{}", "[]", "null", "7", '"x"', "{", '{"id": 1}', '{"response": 3}'],
        '{"id": "AA", "rawId": "AA", "response": {}}',
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30",'
        ' "authenticatorData": "AA", "signature": "AA", "userHandle": "MQ"}}',
        '{"id": "å", "rawId": "å", "response": {"userHandle": "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"}}',
    ],
)
def test_odd_passkeys_are_no_error(client, karin, credential):
    client.get("/konto/2fa/webauthn/login/", headers={"Accept": "application/json"})
    answer = client.post("/konto/2fa/webauthn/login/", {"credential": credential})
    assert answer["Location"] == LOGIN

    give_app(karin.user)
    give_password(client, karin.user)
    assert client.post(CODE, {"credential": credential}).status_code == 200
    assert not is_in(client)


# --- Operators --------------------------------------------------------------------------------


def test_an_operator_without_a_second_factor_is_led_to_where_it_is_set_up(client, ada):
    give_password(client, ada.user)

    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0] == INDEX
    assert "Du är driftansvarig" in text_of(response)
    for url in ("/admin/accounts/user/", "/admin/accounts/user/add/"):
        assert client.get(url)["Location"].startswith("/admin/login/")
        assert client.post(url, {})["Location"].startswith("/admin/login/")


@pytest.mark.django_db(transaction=True)  # it is told when it has been committed
def test_the_administration_opens_as_soon_as_the_operator_has_set_it_up(client, ada):
    give_password(client, ada.user)
    assert client.get("/admin/").status_code == 302

    set_up_app(client)

    assert client.get("/admin/").status_code == 200


def test_a_browser_that_signed_in_before_it_was_set_up_has_to_show_it(client, ada):
    give_password(client, ada.user)
    give_app(ada.user)

    asked = client.get("/admin/accounts/user/", follow=True)
    url = asked.redirect_chain[-1][0]
    assert url == "/konto/2fa/reauthenticate/?next=%2Fadmin%2Faccounts%2Fuser%2F"

    response = client.post(url, fields(asked) | {"code": code_now()})
    assert response["Location"] == "/admin/accounts/user/"
    assert client.get("/admin/accounts/user/").status_code == 200


def test_an_operator_who_takes_it_away_is_outside_at_once(ada, client_for):
    client = client_for(ada)
    assert client.get("/admin/").status_code == 200

    Authenticator.objects.all().delete()

    assert client.get("/admin/").status_code == 302


def test_codes_in_reserve_alone_are_no_second_factor(client, ada):
    Authenticator.objects.create(
        user=ada.user, type="recovery_codes", data={"seed": "x", "used_mask": 0}
    )
    give_password(client, ada.user)

    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == INDEX


def test_nobody_is_led_from_the_administration_to_another_host(ada, client_for):
    response = client_for(ada).get("/admin/login/?next=https://ont.example/")

    assert response["Location"] == "/admin/"


def test_an_operator_removes_what_has_been_lost_and_sees_no_secret(ada, karin, client_for):
    kept = give_app(karin.user)
    client = client_for(ada)
    url = f"/admin/mfa/authenticator/{kept.pk}/"

    assert kept.data["secret"] not in client.get(url + "change/").content.decode()
    assert client.get("/admin/mfa/authenticator/add/").status_code == 403
    client.post(url + "delete/", {"post": "yes"})

    assert not Authenticator.objects.filter(user=karin.user).exists()


def test_an_operator_who_has_lost_it_gets_it_removed_by_a_command(client, ada, capsys):
    give_app(ada.user)

    call_command("remove_second_factor", ada.user.email.upper())

    assert "har tagits bort" in capsys.readouterr().out
    give_password(client, ada.user)
    assert is_in(client)
    with pytest.raises(CommandError):
        call_command("remove_second_factor", "ingen@example.org")


def test_nobody_adds_an_address_to_an_account_or_confirms_one(karin, client_for):
    desk = client_for(karin)

    assert (
        desk.post("/konto/email/", {"email": "b@example.org", "action_add": ""}).status_code == 404
    )
    assert desk.get("/konto/email/").status_code == 404
    assert desk.get("/konto/confirm-email/x/").status_code == 404
    assert not EmailAddress.objects.filter(email="b@example.org").exists()
