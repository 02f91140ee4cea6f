"""What a consultation sends by itself, each letter once."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from time_machine import travel


@pytest.fixture
def on(held):
    """Return a function: days before the last one → to whom letters go that day."""

    def sent(days):
        mail.outbox.clear()
        with travel(held.round.last_day - timedelta(days=days)):
            call_command("send_reminders", stdout=StringIO())
        return sorted(letter.to[0].split("@")[0] for letter in mail.outbox)

    return sent


def test_letters_go_out_seven_and_two_days_before_and_when_it_is_over(held, on):
    held.vera.post("answer", {"answer": "no_remarks"})
    everyone = ["bo", "per", "siv", "stina"]

    assert on(8) == []
    assert on(7) == everyone
    assert on(7) == []
    assert on(5) == []
    held.bo.post("answer", {"answer": "abstains"})
    assert on(2) == ["per", "siv", "stina"]
    assert on(1) == []
    assert on(0) == []
    assert on(-1) == ["karin"]
    assert "2 av 5 har svarat" in mail.outbox[0].body
    assert f"/samrad/{held.round.pk}/" in mail.outbox[0].body
    assert on(-1) == []


def test_a_day_that_was_missed_is_made_up_for_and_a_failed_letter_is_tried_again(
    held, on, monkeypatch
):
    with monkeypatch.context() as broken:
        broken.setattr("django.core.mail.EmailMessage.send", no_way_out)
        assert on(6) == []
    assert len(on(6)) == 5
    assert on(6) == []


def no_way_out(_letter):
    raise OSError


def test_whoever_was_asked_late_or_has_no_link_is_not_reminded_at_once(held, desk, on):
    desk.post(desk.url("revoke_link", held.round.pk, held.siv.invitation.pk))
    with travel(held.round.last_day - timedelta(days=1)):
        desk.fill_in(desk.url("ask", held.round.pk), others="sen@example.org")

    assert "sen" not in on(1)
    assert "siv" not in on(1)


def test_a_closed_round_sends_nothing(held, desk, on):
    desk.post(desk.url("close_consultation", held.round.pk))

    assert on(7) == on(2) == on(-1) == []
    assert held.vera.post("comment", {"text": "För sent."}).status_code == 409
