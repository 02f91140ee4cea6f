"""Proposed wordings: seen as a redline, accepted or rejected, never over what others wrote."""

import pytest

from agreements import signing
from consultation import commenting
from consultation.models import WordingProposal
from desk import workflow
from documents.changes import WrongState
from documents.models import SectionPart
from tests.desk import fields, form_of, page, text_of


@pytest.fixture
def proposal(held, text):
    """A wording that Vera proposes."""
    held.vera.post("enter")
    held.vera.post("propose", {"wording": "<p>Veras <strong>lydelse</strong>.</p>"}, text=text.key)
    return WordingProposal.objects.get()


def test_a_wording_is_not_accepted_over_what_was_written_meanwhile(desk, proposal, text):
    url = desk.url("wording", proposal.comment_id)
    opened = fields(desk.get(url))
    desk.fill_in(desk.at("edit", text), text="<p>Skrivet under tiden.</p>")

    refused = desk.post(url, opened | {"decision": "accept", "reason": "Bra"}, htmx=True)

    assert refused.status_code == 422
    assert refused["HX-Retarget"] == f"#wording-{proposal.comment_id}"
    assert "Texten har ändrats sedan du öppnade" in text_of(refused)
    assert "Skrivet under tiden." in text_of(refused)
    assert 'value="Bra"' in refused.content.decode()
    text.refresh_from_db()
    assert text.text == "<p>Skrivet under tiden.</p>"
    # The two cannot be put together unasked: Karin makes them one in the editor.
    again = fields(refused) | {"decision": "accept"}
    assert desk.post(url, again).status_code == 422
    opened = desk.post(url, again | {"decision": "edit"})
    assert "Skrivet under tiden" in fields(opened)["text"]
    assert "Veras" in fields(opened)["text"]
    action = form_of(opened).get("action")
    assert desk.post(action, fields(opened) | {"text": "<p>Ett.</p>"}).status_code == 302
    text.refresh_from_db()
    assert text.text == "<p>Ett.</p>"
    assert desk.post(url, again).status_code == 409  # decided on already


def test_a_rejected_wording_changes_nothing_and_says_why(desk, held, proposal, text):
    before = text.text
    desk.fill_in(
        desk.url("wording", proposal.comment_id), decision="reject", reason="Redan sagt i mål 2."
    )

    text.refresh_from_db()
    assert text.text == before
    assert len(desk.changes()) == 2
    assert "Redan sagt i mål 2." in text_of(held.vera.get())
    assert held.vera.post("withdraw", comment=proposal.comment_id).status_code == 409


def test_a_wording_of_a_locked_or_deleted_text_waits(desk, karin, proposal, text):
    url = desk.url("wording", proposal.comment_id)
    sent = fields(desk.get(url)) | {"decision": "accept"}
    workflow.lock(desk.agreement, by=karin.actor)
    assert desk.post(url, sent).status_code == 409
    workflow.reopen(desk.agreement, by=karin.actor)
    desk.post(desk.at("delete", text))
    assert desk.post(url, sent).status_code == 409
    assert "finns inte längre i utkastet" in text_of(desk.get(url))
    proposal.refresh_from_db()
    assert proposal.is_open


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("", "måste fyllas i"),
        (f"<p>{'ord ' * 5_100}</p>", "högst 20000"),
        ("<p>noll\x00</p>", "NUL"),
        (None, "Så lyder texten redan"),
    ],
)
def test_a_wording_that_cannot_be_kept_is_refused(held, text, wording, sentence):
    held.vera.post("enter")

    data = {"wording": text.text if wording is None else wording}
    refused = held.vera.post("propose", data, text=text.key)

    assert refused.status_code == 422
    assert sentence in text_of(refused)
    assert not WordingProposal.objects.exists()


def test_a_wording_that_nobody_can_decide_on_now_says_why(desk, karin, proposal, text):
    url = desk.url("wording", proposal.comment_id)
    desk.fill_in(desk.at("edit", text), text=f"{text.text}<p>Ett stycke till.</p>")
    opened = text_of(desk.get(url))

    workflow.lock(desk.agreement, by=karin.actor)
    locked = text_of(desk.get(url))
    signing.register_signed(desk.agreement, signed_on=None, signed_at="", by=karin.actor)
    signed = text_of(desk.get(url))

    assert "om du godtar det" in opened
    assert "Texten är låst. Förslaget kan avgöras om utkastet öppnas igen." in locked
    assert "Texten är gällande lydelse, så förslaget avgörs inte längre." in signed
    for shown in (locked, signed):
        assert "om du godtar det" not in shown


def test_a_member_proposes_against_the_text_as_it_is_now(desk, desk_of, stina, text):
    hers = desk_of(stina)
    opened = fields(hers.get(desk.url("propose", text.key)))
    desk.fill_in(desk.at("edit", text), text="<p>Ändrat.</p>")
    refused = hers.post(desk.url("propose", text.key), opened | {"wording": "<p>Stinas.</p>"})
    assert refused.status_code == 422
    assert "Texten ändrades medan du skrev" in text_of(refused)

    sent = hers.post(desk.url("propose", text.key), fields(refused))
    assert sent["Location"] == desk.url("detail") + f"#part-{text.key}"  # the text, where she read
    made = WordingProposal.objects.get()
    assert (made.base, made.proposed) == ("<p>Ändrat.</p>", "<p>Stinas.</p>")


def test_an_accepted_wording_that_is_taken_back_waits_for_a_decision_again(desk, proposal, text):
    before = text.text
    desk.fill_in(desk.url("wording", proposal.comment_id), decision="accept", reason="Tydligt.")

    for is_open, said in [(True, before), (False, proposal.proposed), (True, before)]:
        desk.post(desk.url("undo", desk.changes()[0].pk))
        proposal.refresh_from_db()
        text.refresh_from_db()
        assert (proposal.is_open, text.text) == (is_open, said)

    desk.fill_in(desk.url("wording", proposal.comment_id), decision="reject", reason="Nej.")
    desk.post(desk.url("undo", desk.changes()[0].pk))  # the text follows; the later decision stands
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reason) == ("rejected", "Nej.")


def test_what_was_typed_as_a_comment_goes_along_to_the_wording(held, desk, text):
    held.vera.post("enter")
    at_text = f"?row=part&key={text.key}"
    asked = held.vera.client.get(held.vera.url("comment") + at_text)
    (instead,) = page(asked).xpath("//form[@data-comment]//button[@formaction]")

    typed = fields(asked) | {"text": "Otydligt & långt.\nSe mål 2."}
    opened = held.vera.client.post(instead.get("formaction"), typed)

    assert opened.status_code == 200
    assert fields(opened)["text"] == typed["text"]
    assert fields(opened)["wording"] == text.text
    assert not WordingProposal.objects.exists()

    # Karin's comment was to be seen by her organisation only; so is the wording.
    typed = {"text": "Internt\x00", "internal": "on", "quote": ""}
    opened = desk.post(desk.url("propose", text.key), typed)
    assert opened.status_code == 200
    assert fields(opened)["text"] == "Internt\ufffd"
    assert fields(opened)["internal"] == "on"


def test_no_wording_is_proposed_of_a_text_that_binds_but_it_is_commented(desk, text, karin):
    opened = fields(desk.get(desk.url("propose", text.key)))
    at_text = desk.url("comment", row=text.ROW, key=text.key)
    assert "annan lydelse" in text_of(desk.get(at_text))
    workflow.lock(desk.agreement, by=karin.actor)
    assert "annan lydelse" in text_of(desk.get(at_text))  # a locked proposal can be reopened
    signing.register_signed(desk.agreement, signed_on=None, signed_at="", by=karin.actor)

    assert "annan lydelse" not in text_of(desk.get(at_text))
    assert desk.get(desk.url("propose", text.key)).status_code == 409
    sent = opened | {"wording": "<p>Ny lydelse.</p>"}
    assert desk.post(desk.url("propose", text.key), sent).status_code == 409
    assert not WordingProposal.objects.exists()
    assert desk.fill_in(at_text, text="En fråga.").status_code == 302


def test_also_what_writes_without_a_page_is_refused_where_the_text_binds(signed, karin):
    part = SectionPart.objects.filter(document=signed.document, block="").first()

    with pytest.raises(WrongState):
        commenting.propose(
            signed.document,
            by=commenting.Author.of(karin.access),
            spot=commenting.Spot("part", part.key),
            base=part.text,
            proposed="<p>Ny lydelse.</p>",
            text="",
            reach="everyone",
        )
