"""Guests are told what became of what they wrote: on their page, and in one letter a week."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils.timezone import now
from time_machine import travel

from consultation.models import Comment
from tests.desk import page, text_of


@pytest.fixture
def written(held, text):
    """Vera has asked something and proposed a wording; Bo has asked something."""
    held.vera.post("enter")
    held.vera.post("comment", {"text": "Vad menas?"}, f"?row=part&key={text.key}")
    held.vera.post("propose", {"wording": "<p>Klarare ord.</p>"}, text=text.key)
    held.bo.post("enter")
    held.bo.post("comment", {"text": "Vem betalar?"})
    return Comment.objects.order_by("pk")[:3]


@pytest.fixture
def answered(desk, written):
    """Karin has answered Vera, twice, and rejected her wording."""
    question, proposal, _other = written
    desk.fill_in(desk.url("answer", question.pk), text="Kommunen och polisen.")
    desk.fill_in(desk.url("answer", question.pk), text="Se även mål 2.")
    desk.fill_in(desk.url("wording", proposal.pk), decision="reject", reason="Redan sagt.")
    return written


def letters(at=None):
    mail.outbox.clear()
    with travel(at or now()):
        call_command("send_reminders", stdout=StringIO())
    return [one for one in mail.outbox if "Svar på dina synpunkter" in one.subject]


def test_what_was_answered_since_the_visit_before_is_shown_as_new(held, desk, written):
    question, proposal, _other = written
    with travel(now() - timedelta(hours=3)):
        assert "Nytt" not in text_of(held.vera.get())
    desk.fill_in(desk.url("answer", question.pk), text="Kommunen och polisen.")
    desk.fill_in(desk.url("wording", proposal.pk), decision="reject", reason="Redan sagt.")

    for _look in range(2):  # looking twice in one visit takes nothing away
        shown = page(held.vera.get())
        words = " ".join(shown.text_content().split())
        assert "2 nya svar sedan du var här sist" in words
        assert "Karin Ström har svarat på din kommentar" in words
        assert "Din föreslagna lydelse har avböjts" in words
        assert len(shown.xpath("//article[@data-news]")) == 2
        for link in shown.xpath("//details[contains(@class, 'notice')]//li/a/@href"):
            assert shown.xpath(f"//*[@id='{link[1:]}']//*[contains(@class, 'tag')]"), link

    with travel(now() + timedelta(hours=2)):
        words = text_of(held.vera.get())
        assert "sedan du var här sist" not in words
        assert "2 svar på det du skrev" in words


def test_in_another_browser_nothing_is_called_new_and_a_cookie_of_no_use_is_no_fault(
    held, answered
):
    for kept in ("", "x", "1.2.3", "9" * 40, f"{'9' * 14}.{'9' * 14}", "-1.5"):
        held.vera.client.cookies.pop("besok", None)
        if kept:
            held.vera.client.cookies["besok"] = kept
        response = held.vera.get()
        assert response.status_code == 200
        assert "svar på det du skrev" in text_of(response)
    assert response.cookies["besok"]["path"] == held.vera.url()
    assert response.cookies["besok"]["httponly"]


def test_one_letter_tells_of_all_answers_and_the_next_comes_after_a_week(held, desk, answered):
    (letter,) = letters()

    assert letter.to == ["vera@example.org"]
    assert held.vera.url() in letter.body
    assert "2 svar på kommentarer" in letter.body
    assert "1 föreslagen lydelse har avböjts" in letter.body
    assert "har godtagits" not in letter.body
    assert letter.reply_to == ["karin@example.org"]
    assert letters() == []

    desk.fill_in(desk.url("answer", answered[0].pk), text="En sak till.")
    assert letters(now() + timedelta(days=6)) == []
    (letter,) = letters(now() + timedelta(days=8))
    assert "1 svar på en kommentar" in letter.body
    assert letters(now() + timedelta(days=20)) == []


def test_a_letter_that_failed_goes_the_next_time_and_no_link_that_is_dead_is_sent(
    held, desk, answered, monkeypatch
):
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", no_way_out)
        assert letters() == []
    assert letters(held.round.last_day + timedelta(days=31)) == []
    desk.post(desk.url("revoke_link", held.round.pk, held.vera.invitation.pk))
    assert letters() == []
    desk.fill_in(desk.url("renew_link", held.round.pk, held.vera.invitation.pk))
    assert held.vera.url() in letters()[0].body


def no_way_out(_letter):
    raise OSError


def test_what_the_guest_does_not_see_is_not_told(held, desk, written, stina):
    desk.fill_in(desk.url("answer", written[0].pk), text="Bara för oss.", internal="on")

    assert letters() == []
    assert "svar på det du skrev" not in text_of(held.vera.get())


def test_the_guest_sees_the_redline_the_decision_and_why(held, answered):
    shown = text_of(held.vera.get("wording", comment=answered[1].pk))

    assert "Klarare ord." in shown
    assert "Avböjd" in shown
    assert "Redan sagt." in shown
