"""What cannot be taken back is asked about first: a reminder, a link withdrawn, a text locked."""

from django.core import mail

from tests.desk import page, text_of


def test_a_reminder_names_those_who_get_it_and_is_sent_when_one_says_so(held, desk):
    held.bo.post("enter")
    held.bo.post("answer", {"answer": "no_remarks"})
    mail.outbox.clear()

    asked = desk.get(desk.url("remind", held.round.pk))

    words = text_of(asked)
    assert "vera@example.org" in words
    assert "bo@example.org" not in words
    assert mail.outbox == []
    assert desk.fill_in(desk.url("remind", held.round.pk)).status_code == 302
    assert len(mail.outbox) == 4


def test_a_reminder_to_one_goes_to_that_one(held, desk):
    mail.outbox.clear()
    address = desk.url("remind", held.round.pk, invitation=held.vera.invitation.pk)

    words = text_of(desk.get(address))
    assert "vera@example.org" in words
    assert "siv@example.org" not in words
    desk.fill_in(address)
    assert [letter.to for letter in mail.outbox] == [["vera@example.org"]]


def test_where_nobody_waits_there_is_nothing_to_press(held, desk):
    held.vera.post("enter")
    held.vera.post("answer", {"answer": "no_remarks"})

    asked = desk.get(desk.url("remind", held.round.pk, invitation=held.vera.invitation.pk))
    assert not page(asked).xpath("//main//form")
    none = desk.get(desk.url("remind", held.round.pk, invitation="9" * 40))
    assert none.status_code == 200


def test_withdrawing_a_link_says_whose_it_is_and_waits_for_yes(held, desk):
    address = desk.url("revoke_link", held.round.pk, held.vera.invitation.pk)

    words = text_of(desk.get(address))

    assert "Vera Lund" in words
    assert "vera@example.org" in words
    held.vera.invitation.refresh_from_db()
    assert held.vera.invitation.revoked_at is None
    assert desk.fill_in(address).status_code == 302
    held.vera.invitation.refresh_from_db()
    assert held.vera.invitation.revoked_at is not None


def test_locking_tells_of_an_open_round_and_of_comments_that_wait_and_can_go_on(held, desk):
    desk.client.cookies["django_language"] = "en"
    held.vera.post("enter")
    held.vera.post("comment", {"text": "Målen är otydliga."})
    held.vera.post("comment", {"text": "Vem gör vad?"})

    asked = desk.get(desk.url("lock"))

    assert f"The consultation “{held.round.title}” is open until" in text_of(asked)
    assert "2 comments have not been dealt with." in text_of(asked)
    leads_to = page(asked).xpath("//main//li/a/@href")
    assert desk.url("consultation", held.round.pk) in leads_to
    assert desk.url("comments") in leads_to
    assert desk.fill_in(desk.url("lock")).status_code == 302


def test_locking_says_nothing_of_consultations_where_there_are_none(desk):
    desk.client.cookies["django_language"] = "en"

    assert "dealt with" not in text_of(desk.get(desk.url("lock")))
