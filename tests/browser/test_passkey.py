"""A passkey in a browser that keeps one, as a machine with a fingerprint reader does."""

import pytest

from demo.accounts import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

#: Whom no other test signs in as: from here on it takes a passkey.
CONTRIBUTOR = "medverkande@umea.example"
READER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def someone(visit, site):
    """A contributor at a browser with a reader; a passkey needs a name in the address."""
    by_name = site.replace("127.0.0.1", "localhost")
    visitor = visit(None, base_url=by_name)
    visitor.site = by_name
    devtools = visitor.context.new_cdp_session(visitor.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": READER})
    visitor.sign_in(CONTRIBUTOR)
    return visitor


def confirm(visitor):
    visitor.page.fill("[name=password]", PASSWORD)
    visitor.press("main button[type=submit]")


def sign_out(visitor):
    visitor.go("/konto/logout/")
    visitor.press("main button[type=submit]")


def test_a_reader_that_gives_none_is_told_of(someone):
    sign_out(someone)
    someone.page.evaluate("() => { navigator.credentials.get = () => Promise.reject() }")
    someone.page.click("[form=passkey]")

    someone.page.wait_for_selector("[role=alert]:visible")
    assert "ingen passkey" in someone.page.locator("[role=alert]").inner_text()


def test_under_an_address_of_numbers_it_is_told_instead_of_offered(someone, visit):
    for visitor, is_offered in ((visit("insyn@umea.example"), False), (someone, True)):
        for path in ("/konto/2fa/", "/konto/2fa/webauthn/"):
            visitor.go(path)
            assert visitor.page.locator("a[href$='/webauthn/add/']").is_visible() == is_offered
            assert visitor.page.get_by_text("skriv localhost").is_visible() != is_offered


def test_it_is_added_and_signs_in_alone_or_after_the_password(someone):
    someone.go("/konto/2fa/webauthn/add/")
    confirm(someone)
    someone.press("main button[type=submit]")
    assert someone.page.locator(".codes li").count() == 10

    sign_out(someone)
    someone.press("[form=passkey]")
    assert someone.page.url == f"{someone.site}/umebra/"

    sign_out(someone)
    someone.sign_in(CONTRIBUTOR)
    assert "/2fa/authenticate/" in someone.page.url
    someone.press("[data-passkey] button")
    assert someone.page.url == f"{someone.site}/umebra/"
