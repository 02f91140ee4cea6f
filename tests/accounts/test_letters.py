"""Letters about an account are from Överens, by whatever name the program is reached."""

import pytest

from tests.loud import LoudClient

ASK = "/konto/password/reset/"


@pytest.mark.parametrize("address", ["karin@lulea.example", "ingen@example.org"])
def test_a_letter_is_signed_by_the_program_and_not_by_its_host(karin, mailoutbox, address):
    known = karin.user.email if address.startswith("karin") else address
    LoudClient().post(ASK, {"email": known})

    (letter,) = mailoutbox
    assert letter.subject.startswith("[Överens] ")
    assert letter.body.startswith("Hej från Överens!")
    assert letter.body.endswith("Överens, testserver")
    assert letter.body.count("testserver") == (1 + ("/konto/password/reset/key/" in letter.body))
