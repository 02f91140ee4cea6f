"""A personal link: whose it is, and what one meets when it no longer works."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.utils.timezone import localdate
from time_machine import travel

from agreements import signing
from consultation.commenting import MOST_BY_LINK
from consultation.models import Comment, Invitation
from desk import workflow
from tests.desk import text_of
from tests.loud import LoudClient


def test_a_link_that_leads_nowhere_says_why_and_tells_nothing(held, desk):
    vera, round_ = held.vera, held.round
    first = vera.url()
    desk.fill_in(desk.url("renew_link", round_.pk, vera.invitation.pk))
    newest = vera.url()
    expired = round_.last_day + timedelta(days=31)
    met = {
        "inte hel": (vera.client.get(newest.replace("/samrad/", "/samrad/a")), 404),
        "Något av adressen": (vera.client.get(newest[:-9] + "/"), 404),
        "nyare länk": (vera.client.get(first), 410),
    }
    with travel(expired):
        met["gått ut"] = (vera.client.get(newest), 410)
    desk.post(desk.url("revoke_link", round_.pk, vera.invitation.pk))
    met["återkallat"] = (vera.client.get(newest), 410)
    for words, (response, status) in met.items():
        assert response.status_code == status, words
        assert words in text_of(response)
        assert desk.agreement.title not in text_of(response)
        assert "Luleå kommun" not in text_of(response)
        knows_who_sent_it = words in ("gått ut", "återkallat")
        assert ("karin@example.org" in text_of(response)) is knows_who_sent_it
    assert vera.client.post(newest + "svar/", {"answer": "no_remarks"}).status_code == 410


def test_a_renewed_link_is_sent_and_keeps_what_was_written(held, desk):
    held.vera.post("enter")
    held.vera.post("comment", {"text": "Sagt före."})
    desk.post(desk.url("revoke_link", held.round.pk, held.vera.invitation.pk))
    mail.outbox.clear()
    later = localdate() + timedelta(days=20)
    desk.fill_in(
        desk.url("renew_link", held.round.pk, held.vera.invitation.pk), last_day=later.isoformat()
    )

    assert held.vera.url() in mail.outbox[0].body
    held.vera.post("enter")  # another link is another door
    with travel(later):  # past the last day of the round
        assert "Sagt före." in text_of(held.vera.get())
        assert held.vera.post("comment", {"text": "Sagt efter."}).status_code == 302
        assert held.bo.post("comment", {"text": "För sent."}).status_code == 409
    assert Comment.objects.count() == 2


def test_nothing_is_taken_in_after_the_last_day_and_what_was_said_can_be_read(held):
    held.vera.post("enter")
    held.vera.post("comment", {"text": "I tid."})
    with travel(held.round.last_day + timedelta(days=1)):
        page = text_of(held.vera.get())
        assert "Synpunkter tas inte längre emot" in page
        assert "I tid." in page
        assert held.vera.post("comment", {"text": "För sent."}).status_code == 409
        assert held.vera.post("answer", {"answer": "no_remarks"}).status_code == 409
    assert Comment.objects.count() == 1


def test_a_forwarded_link_keeps_who_answers_and_for_whom(held, desk):
    assert held.vera.get().status_code == 200
    assert (
        Invitation.objects.get(pk=held.vera.invitation.pk).opened_at is None
    )  # a GET opens nothing
    refused = held.vera.post("enter", {"answers_as": ""})
    assert refused.status_code == 422
    held.vera.post("enter", {"answers_as": "Ulf Ny"})
    held.vera.post("comment", {"text": "Hej."})

    assert Comment.objects.get().name == "Ulf Ny (för Vera Lund)"
    assert "Ulf Ny svarar" in text_of(desk.get(desk.url("consultation", held.round.pk)))


def test_in_another_browser_one_says_who_one_is_before_writing(held):
    held.vera.post("comment", {"text": "Veras ord."})
    elsewhere = LoudClient()

    assert "Jag är Vera Lund" in text_of(elsewhere.get(held.vera.url()))
    refused = elsewhere.post(held.vera.url("comment"), {"text": "Ulfs ord."})
    assert refused.status_code == 409
    assert "Ulfs ord." in refused.content.decode()
    elsewhere.post(held.vera.url("enter"), {"answers_as": "Ulf Ny"})
    elsewhere.post(held.vera.url("comment"), {"text": "Ulfs ord."})
    held.vera.post("comment", {"text": "Veras sista ord."})

    said = Comment.objects.order_by("pk").values_list("name", "text")
    assert list(said) == [
        ("Vera Lund", "Veras ord."),
        ("Ulf Ny (för Vera Lund)", "Ulfs ord."),
        ("Vera Lund", "Veras sista ord."),
    ]


def test_who_one_is_cannot_be_written_by_hand_or_taken_along_to_another_link(held):
    held.vera.post("enter")
    held.bo.client.cookies["svarar"] = held.vera.client.cookies["svarar"].value

    assert "Jag är Bo Ek" in text_of(held.bo.get())
    held.bo.client.cookies["svarar"] = "Ulf"
    assert held.bo.client.post(held.bo.url("comment"), {"text": "Hej."}).status_code == 409


def test_a_guest_is_signed_in_nowhere_and_no_one_else_is_told_the_address(held):
    held.vera.post("enter")
    response = held.vera.get()

    assert "sessionid" not in held.vera.client.cookies
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "strict-origin"
    assert "no-store" in response["Cache-Control"]
    assert held.vera.client.get("/trygg-i-lulea/").status_code == 302


def test_guests_see_their_own_comments_only_unless_the_round_says_otherwise(held):
    for guest, words in ((held.vera, "Veras ord"), (held.bo, "Bos ord")):
        guest.post("enter")
        guest.post("comment", {"text": words})
    other = Comment.objects.get(text="Bos ord")

    assert "Bos ord" not in text_of(held.vera.get())
    assert held.vera.post("withdraw", comment=other.pk).status_code == 404
    held.round.see_each_other = True
    held.round.save()
    assert "Bos ord" in text_of(held.vera.get())
    assert held.vera.post("withdraw", comment=other.pk).status_code == 404


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"text": "x" * 5_001}, "5001 tecken lång"),
        ({"text": "noll\x00tecken"}, "NUL"),
        ({"text": "  "}, "måste fyllas i"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(held, data, sentence):
    held.vera.post("enter")

    refused = held.vera.post("comment", data)

    assert refused.status_code == 422
    assert sentence in text_of(refused)
    assert Comment.objects.count() == 0


def test_one_link_takes_a_bounded_number_of_comments(held, monkeypatch):
    assert MOST_BY_LINK == 200
    monkeypatch.setattr("consultation.commenting.MOST_BY_LINK", 2)
    held.vera.post("enter")
    said = [held.vera.post("comment", {"text": str(number)}) for number in range(3)]

    assert [one.status_code for one in said] == [302, 302, 422]
    assert "fler tar länken inte emot" in text_of(said[-1])


def test_a_place_that_is_not_in_the_document_is_not_found(held, text):
    held.vera.post("enter")
    for query in ("?row=part&key=x", f"?row=goal&key={text.key}", "?row=part"):
        assert held.vera.post("comment", {"text": "Var?"}, query).status_code == 404


def test_the_log_never_has_a_personal_link(held, monkeypatch):
    (console,) = (one for one in logging.getLogger().handlers if one.get_name() == "console")
    written = StringIO()
    monkeypatch.setattr(console, "stream", written)

    logging.getLogger("django.request").warning("Gone: %s", held.vera.url())
    logging.getLogger("django.server").warning('"GET %s HTTP/1.1" 410', held.vera.url())

    assert written.getvalue().count("/samrad/…/") == 2
    assert held.vera.url().split("/")[2] not in written.getvalue()


def test_an_answer_stays_with_the_one_who_gave_it_when_the_link_is_passed_on(
    desk, held, monkeypatch
):
    monkeypatch.setattr("consultation.rounds.MOST_ANSWERS", 2)
    held.vera.post("enter")
    for _press in range(2):
        held.vera.post("answer", {"answer": "no_remarks"})
    held.vera.post("enter", {"answers_as": "Ulf Ny"})
    assert "Vera Lund, Bostadsbolaget" in text_of(desk.get(desk.url("correspondence")))
    held.vera.post("answer", {"answer": "abstains"})

    listed = text_of(desk.get(desk.url("correspondence")))
    refused = held.vera.post("answer", {"answer": "remarks"})

    assert listed.count("Svar: ") == 2
    assert "Vera Lund, Bostadsbolaget Svar: Inga synpunkter" in listed
    assert "Ulf Ny (för Vera Lund), Bostadsbolaget Svar: Avstår" in listed
    assert refused.status_code == 422
    assert "Fler svar tar länken inte emot." in text_of(refused)


def test_nothing_is_taken_in_once_the_text_has_been_signed(desk, held, karin):
    held.vera.post("enter")
    workflow.lock(desk.agreement, by=karin.actor)
    assert held.vera.post("comment", {"text": "Medan det är låst."}).status_code == 302

    signing.register_signed(desk.agreement, signed_on=None, signed_at="", by=karin.actor)

    held.round.refresh_from_db()
    assert held.round.closed_at
    assert held.vera.get().status_code == 200
    assert held.vera.post("comment", {"text": "För sent."}).status_code == 409
    assert held.vera.post("answer", {"answer": "remarks"}).status_code == 409
