"""A proposed wording is put together with what was written since, and can be edited while accepted.

Vera and Bo read the same wording of one text and each propose a change of it.
"""

from types import SimpleNamespace

import pytest

from consultation.models import Comment, WordingProposal
from consultation.replies import replies_to
from consultation.threads import threads
from documents.changes import change
from documents.choices import Command
from tests.desk import fields, form_of, page, text_of

READ = "<p>Parterna möts. De talar.</p>"
VERAS = "<p>Parterna möts ofta. De talar.</p>"
BOS = "<p>Parterna möts. De talar och skriver.</p>"
BOTH = "<p>Parterna möts ofta. De talar och skriver.</p>"


@pytest.fixture
def says(desk, karin, text):
    """Let the text say what the guests will read; return a function that says what it says."""
    with change(by=karin.actor, document=desk.agreement.document):
        text.text = READ
        text.save()

    def now():
        text.refresh_from_db()
        return text.text

    return now


@pytest.fixture
def proposed(says, held, text):
    """Return what Vera and Bo propose."""
    for guest, wording in ((held.vera, VERAS), (held.bo, BOS)):
        guest.post("enter")
        guest.post("propose", {"wording": wording}, text=text.key)
    vera, bo = WordingProposal.objects.order_by("pk")
    return SimpleNamespace(vera=vera, bo=bo)


def decide(desk, proposal, decision, **said):
    """Press one of the buttons under a proposed wording."""
    url = desk.url("wording", proposal.comment_id)
    return desk.post(url, fields(desk.get(url)) | {"decision": decision} | said)


def test_the_second_of_two_proposals_is_put_together_with_the_first(desk, proposed, says):
    decide(desk, proposed.vera, "accept")

    shown = page(desk.get(desk.url("wording", proposed.bo.comment_id)))
    assert "och skriver" in shown.xpath("string(//*[@class='diff']//ins)")
    assert not shown.xpath("//*[@class='diff']//del")
    assert decide(desk, proposed.bo, "accept").status_code == 302

    assert says() == BOTH
    assert set(WordingProposal.objects.values_list("state", flat=True)) == {"accepted"}
    desk.post(desk.url("undo", desk.changes()[0].pk))
    assert says() == VERAS


def test_what_clashes_stands_side_by_side_and_is_not_accepted_as_it_is(desk, proposed, says):
    desk.fill_in(desk.at("edit", proposed_text(desk)), text="<p>Parterna möts. De talar inte.</p>")
    url = desk.url("wording", proposed.bo.comment_id)

    shown = page(desk.get(url))
    since, wanted = shown.xpath("//*[@class='side-by-side']//*[@class='diff']")
    assert "inte" in since.xpath("string(.//ins)")
    assert "och skriver" in wanted.xpath("string(.//ins)")
    assert not shown.xpath("//button[@value='accept']")
    assert decide(desk, proposed.bo, "accept").status_code == 422

    opened = decide(desk, proposed.bo, "edit")
    assert fields(opened)["text"] == "<p>Parterna möts. De talar inte och skriver.</p>"
    assert says() == "<p>Parterna möts. De talar inte.</p>"


def proposed_text(desk):
    """The text that is proposed about."""
    return desk.row("part", block="")


def test_a_wording_is_edited_while_it_is_accepted_and_that_is_one_change(
    desk, proposed, says, held
):
    before = len(desk.changes())
    opened = decide(desk, proposed.vera, "edit", reason="Bra tanke.")
    assert fields(opened)["text"] == VERAS
    assert fields(opened)["reason"] == "Bra tanke."
    assert len(desk.changes()) == before

    url = form_of(opened).get("action")
    changed = VERAS.replace("ofta", "varje vecka")
    assert desk.post(url, fields(opened) | {"text": changed}).status_code == 302

    assert says() == changed
    (made, *earlier) = desk.changes()
    assert (len(earlier), made.command, made.reason) == (
        before,
        Command.ACCEPT_WORDING,
        "Bra tanke.",
    )
    assert "Vera Lund" in text_of(desk.get(desk.url("history")))
    proposed.vera.refresh_from_db()
    assert (proposed.vera.state, proposed.vera.change) == ("edited", made)
    assert "Bra tanke." in text_of(held.vera.get())
    (told,) = replies_to(
        held.vera.invitation, threads(Comment.objects.seen_by_guest(held.vera.invitation))
    )
    assert told.state == "edited"
    # Taken back, it waits again; made again, it was accepted with changes as before.
    for state in ("open", "edited", "open", "edited"):
        desk.post(desk.url("undo", desk.changes()[0].pk))
        proposed.vera.refresh_from_db()
        assert proposed.vera.state == state


def test_a_wording_that_is_opened_to_edit_and_saved_as_it_was_is_simply_accepted(
    desk, proposed, says
):
    opened = decide(desk, proposed.vera, "edit")

    desk.post(form_of(opened).get("action"), fields(opened))

    proposed.vera.refresh_from_db()
    assert (proposed.vera.state, says()) == ("accepted", VERAS)


def test_what_someone_else_saves_while_a_wording_is_edited_is_not_lost(
    desk, colleague, proposed, says
):
    opened = decide(desk, proposed.vera, "edit")
    colleague.fill_in(desk.at("edit", proposed_text(desk)), text=f"{READ}<p>Pers rad.</p>")

    desk.post(form_of(opened).get("action"), fields(opened))

    assert says() == f"{VERAS}<p>Pers rad.</p>"


def test_a_wording_cannot_be_edited_in_another_text_or_twice_or_with_too_long_a_reason(
    desk, proposed, says
):
    opened = decide(desk, proposed.vera, "edit")
    url = form_of(opened).get("action")
    refused = desk.post(url, fields(opened) | {"text": BOTH, "reason": "x" * 501})
    assert (refused.status_code, fields(refused)["text"]) == (422, BOTH)
    assert says() == READ

    for number in ("0", "x", "9" * 30, str(proposed.vera.comment_id + 77)):
        at = f"{desk.at('edit', proposed_text(desk))}?wording={number}"
        assert desk.get(at).status_code == desk.post(at, fields(opened)).status_code == 404
    goal = f"{desk.at('edit', desk.row('goal'))}?wording={proposed.vera.comment_id}"
    assert desk.get(goal).status_code == 404

    assert desk.post(url, fields(opened)).status_code == 302
    assert desk.post(url, fields(opened)).status_code == 409
