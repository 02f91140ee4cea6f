"""Whatever a guest's browser sends is answered in words, with whom to ask; nothing falls over."""

from datetime import timedelta

import pytest
from time_machine import travel

from tests.desk import page, text_of

NOBODY = "00000000-0000-4000-8000-000000000000"
ODD = ["", "\x00", "å" * 60_000, "<script>", "%00", "-1", "9" * 400, "{}", "../.."]


@pytest.fixture
def vera(held):
    """Vera, who has opened her link."""
    held.vera.post("enter")
    return held.vera


def test_what_is_sent_too_late_is_shown_to_be_copied_with_whom_to_ask(held, vera, desk, text):
    desk.post(desk.url("close_consultation", held.round.pk))

    for name, data, given in (
        ("comment", {"text": "Jag hann <b>inte</b>.\x00"}, {}),
        ("propose", {"wording": "<p>Jag hann <b>inte</b>.</p>"}, {"text": text.key}),
        ("answer", {"answer": "remarks", "remark": "Jag hann inte."}, {}),
    ):
        refused = vera.post(name, data, **given)
        assert refused.status_code == 409
        assert "Synpunkter tas inte längre emot" in text_of(refused)
        assert "Jag hann inte." in page(refused).xpath("string(//textarea)")
        assert page(refused).xpath("//a[@href='mailto:karin@example.org']")
        assert page(refused).xpath(f"//a[@href='{vera.url()}']")
        assert not page(refused).xpath("//a[@href='/']")  # which asks them to sign in


def test_a_comment_that_was_answered_is_not_taken_back(held, vera, desk):
    vera.post("comment", {"text": "Hej."})
    number = vera.invitation.comments.get().pk
    desk.fill_in(desk.url("answer", number), text="Hej själv.")

    refused = vera.post("withdraw", comment=number)

    assert refused.status_code == 409
    assert "Det har hunnit bli besvarat" in text_of(refused)


@pytest.mark.parametrize(
    "rest",
    [
        ")",
        "hej/",
        "lydelse/x/",
        "lydelse/0/",
        f"lydelse/{'9' * 300}/",
        "kommentar/0/ta-tillbaka/",
        f"kommentar/{'9' * 30}/ta-tillbaka/",
        "foresla/x/",
        f"foresla/{NOBODY}/",
        "kommentera/?row=part&key=%00",
        f"kommentera/?row=%00&key={NOBODY}",
        f"kommentera/?row=part&key={'9' * 4_000}",
    ],
)
def test_an_address_that_leads_nowhere_is_said_in_a_guests_words(vera, rest):
    for method in (vera.client.get, vera.client.post):
        met = method(vera.url() + rest)
        assert met.status_code in (404, 405)
        assert "Din länk fungerar" in text_of(met)
        assert page(met).xpath("//a[@href='mailto:karin@example.org']")
        assert met["Referrer-Policy"] == "strict-origin"


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_no_form_of_a_guest_falls_over(vera, text, odd):
    for name, fields, given in (
        ("enter", ("answers_as",), {}),
        ("comment", ("text", "quote"), {}),
        ("propose", ("wording", "text"), {"text": text.key}),
        ("propose", ("text",), {"text": text.key}),
        ("answer", ("answer", "remark"), {}),
    ):
        for data in [{}, *({one: odd} for one in fields), dict.fromkeys(fields, odd)]:
            met = vera.post(name, data, **given)
            assert met.status_code in (200, 302, 422), (name, data)
            assert vera.get().status_code == 200


def test_a_link_made_up_or_of_another_round_opens_nothing(held, vera):
    own = vera.url()
    for token in ("x", "%00", ".", "a" * 5_000, own.split("/")[2] + ".x", "..%2f", "é"):
        for method in (vera.client.get, vera.client.post):
            met = method(f"/samrad/{token}/svar/")
            assert met.status_code == 404, token
    with travel(held.round.last_day + timedelta(days=40)):
        assert "Svara på brevet" in text_of(vera.get())
