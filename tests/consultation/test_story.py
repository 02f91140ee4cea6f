"""A consultation is held with five people, from the letter to the registrar's list."""

import csv
from datetime import timedelta
from io import StringIO

from django.core import mail
from django.core.management import call_command
from django.utils.formats import date_format
from django.utils.timezone import localdate
from time_machine import travel

from agreements.signing import register_signed
from bench.queries import queries_of
from consultation.models import Comment
from desk import workflow
from documents.choices import Command
from tests.desk import text_of


def test_a_consultation_with_two_members_and_three_guests(held, desk, desk_of, text, per, rut):
    assert [letter.to[0] for letter in mail.outbox] == [
        "stina@example.org",
        "per@example.org",
        "vera@example.org",
        "bo@example.org",
        "siv@example.org",
    ]
    assert held.vera.url() in mail.outbox[2].body
    assert "Särskilt målen." in mail.outbox[2].body

    # Vera comments at a text and proposes another wording of it.
    assert "Vera Lund" in text_of(held.vera.get())
    assert held.vera.get("enter").status_code == 200
    held.vera.post("enter")
    assert desk.agreement.title in text_of(held.vera.get())
    at_text = f"?row=part&key={text.key}"
    held.vera.post("comment", {"text": "Vad menas här?", "quote": "parterna"}, at_text)
    held.vera.post("propose", {"wording": "<p>Klarare ord.</p>", "text": "Kortare."}, text=text.key)
    held.vera.post("answer", {"answer": "remarks", "remark": "Bra i stort."})
    # Bo has none, Per answers through his letter, Siv and Stina wait.
    held.bo.post("enter")
    held.bo.post("answer", {"answer": "no_remarks"})
    held.per.post("enter")
    held.per.post("answer", {"answer": "abstains"})

    overview = text_of(desk.get(desk.url("consultation", held.round.pk)))
    assert "3 av 5" in overview
    assert "Bra i stort." in overview
    assert "Inga synpunkter" in overview
    assert "Påminn 2 som inte har svarat" in overview

    # The other side's coordinator does not see Luleå's draft; Stina does, and what was said of it.
    assert desk_of(per).get(desk.url("comments")).status_code == 404
    listed = text_of(desk.get(desk.url("comments")))
    assert "Vad menas här?" in listed

    # Karin answers, accepts the wording, and Vera sees both.
    question, proposal = Comment.objects.filter(parent=None).order_by("pk")
    desk.fill_in(desk.url("answer", question.pk), text="Kommunen och polisen.")
    shown = desk.get(desk.url("wording", proposal.pk))
    assert "Klarare ord." in text_of(shown)
    accepted = desk.fill_in(desk.url("wording", proposal.pk), decision="accept", reason="Tydligt.")
    assert accepted.status_code == 302
    text.refresh_from_db()
    assert text.text == "<p>Klarare ord.</p>"
    assert desk.changes()[0].command == Command.ACCEPT_WORDING
    seen = text_of(held.vera.get())
    assert "Kommunen och polisen." in seen
    assert "Godtagen" in seen

    # A reminder goes to those two who have not answered, once.
    mail.outbox.clear()
    with travel(held.round.last_day - timedelta(days=7)):
        call_command("send_reminders")
        call_command("send_reminders")
    assert [letter.to[0] for letter in mail.outbox] == [
        "stina@example.org",
        "siv@example.org",
        "vera@example.org",  # told what was answered
    ]

    # The registrar's list has what went out and what came in.
    registrar = desk_of(rut)
    listed = text_of(registrar.get(desk.url("correspondence")))
    for words in (
        "Utkastet, sänt för synpunkter",
        "Påminnelse",
        "Besked om svar",
        "Svar: Inga synpunkter",
        "Föreslagen lydelse",
        "Svar på en kommentar",
    ):
        assert words in listed
    table = registrar.get(desk.url("correspondence", form="csv")).content.decode("utf-8-sig")
    rows = list(csv.reader(StringIO(table), delimiter=";"))
    assert len(rows) == 1 + 5 + 2 + 1 + 3 + 2 + 1 + 1
    assert "Beslut om lydelsen: " in listed
    assert f"{localdate():%Y-%m-%d}" in table


def test_the_page_says_when_it_was_sent_for_comments_also_once_it_is_signed(held, desk, karin):
    workflow.lock(desk.agreement, by=karin.actor)
    register_signed(desk.agreement, signed_on=None, signed_at="", by=karin.actor)

    shown = text_of(desk.get(desk.url("detail")))

    assert f"Skickat på samråd den {date_format(localdate(), 'j F Y')}." in shown
    assert "På samråd sedan" not in shown


def test_what_was_sent_is_what_is_read(held, desk, text):
    held.vera.post("enter")
    before = text.text
    desk.fill_in(desk.at("edit", text), text="<p>Skrivet efteråt.</p>")

    page = held.vera.get().content.decode()

    assert before in page
    assert "Skrivet efteråt" not in page
    held.vera.post("propose", {"wording": "<p>Förslag.</p>"}, text=text.key)
    assert Comment.objects.get().wording.base == before


def test_a_letter_that_cannot_be_sent_loses_nothing(held, desk, monkeypatch):
    def refuse(*_args, **_options):
        raise OSError("no way out")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    sent = desk.fill_in(desk.url("ask", held.round.pk), others="Eva <eva@example.org>")
    page = text_of(desk.get(sent["Location"]))

    assert "kunde inte skickas" in page
    assert "Inte skickat" in page
    monkeypatch.undo()
    mail.outbox.clear()
    eva = held.round.invitations.get(name="Eva")
    desk.post(desk.url("remind", held.round.pk), {"invitation": eva.pk})
    assert [letter.to for letter in mail.outbox] == [["eva@example.org"]]


def test_a_round_is_refused_with_sentences_and_nothing_is_sent(desk):
    mail.outbox.clear()
    refused = desk.fill_in(
        desk.url("consult"),
        last_day=(localdate() - timedelta(days=1)).isoformat(),
        others=f"Anna utan adress\nBo <inte en adress>\nfel@\nBo <{'b' * 250}@example.org>",
    )

    page = text_of(refused)
    assert refused.status_code == 422
    assert "Dagen har redan varit" in page
    assert "Rad 1:" in page
    assert "Rad 3:" in page
    assert "Rad 4:" in page
    assert mail.outbox == []
    assert len(desk.changes()) == 1


def test_the_overview_makes_no_more_queries_for_more_comments(held, desk, text):
    held.vera.post("enter")

    def comment(times):
        for number in range(times):
            held.vera.post("comment", {"text": f"Synpunkt {number}"}, f"?row=part&key={text.key}")

    comment(2)
    pages = [desk.url("consultation", held.round.pk), desk.url("comments")]
    few = [len(queries_of(lambda url=url: desk.get(url))) for url in pages]
    comment(20)
    many = [len(queries_of(lambda url=url: desk.get(url))) for url in pages]

    assert few == many
