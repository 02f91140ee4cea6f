"""A passkey that leads nowhere is answered in a sentence about passkeys: nobody typed a code."""

import pytest

from tests.desk import errors, text_of
from tests.factories import PASSWORD
from tests.loud import LoudClient
from tests.second_factor import give_app

WITH_PASSKEY, CODE = "/konto/2fa/webauthn/login/", "/konto/2fa/authenticate/"
REFUSED = "Den här passkeyn leder inte in: den kan ha tagits bort från kontot."
#: Put together as one, by a browser that keeps what the account has no more.
REMOVED = (
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30",'
    ' "authenticatorData": "AA", "signature": "AA", "userHandle": "%s"}}'
)


@pytest.fixture
def client(db):
    return LoudClient()


@pytest.mark.parametrize("credential", [REMOVED % "MQ", '{"id": 1}', "{}", "", "{"])
def test_instead_of_the_password_it_is_told_on_the_page_of_the_sign_in(client, karin, credential):
    client.get(WITH_PASSKEY, headers={"Accept": "application/json"})

    said = text_of(client.post(WITH_PASSKEY, {"credential": credential}, follow=True))

    assert REFUSED in said
    assert "Koden" not in said


def test_after_the_password_it_is_told_beside_it(client, karin):
    give_app(karin.user)
    client.post("/konto/login/", {"login": karin.user.email, "password": PASSWORD})

    (said,) = errors(client.post(CODE, {"credential": REMOVED % "MQ"})).values()

    assert said.startswith(REFUSED)


def test_one_that_cannot_be_added_is_no_wrong_code_either(client, karin):
    client.post("/konto/login/", {"login": karin.user.email, "password": PASSWORD})
    asked = client.get("/konto/2fa/webauthn/add/", follow=True).redirect_chain[-1][0]
    client.post(asked, {"password": PASSWORD})

    said = text_of(client.post("/konto/2fa/webauthn/add/", {"credential": REMOVED % "MQ"}))

    assert "Det gick inte att lägga till passkeyn." in said
    assert "Koden" not in said
