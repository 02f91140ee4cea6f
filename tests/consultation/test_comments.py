"""Comments of members: who sees them, where they stand, and what is done with them."""

from django.utils.timezone import localdate

from consultation.models import Comment
from desk import workflow
from desk.exchange.exporting import export_bytes
from documents.changes import change
from documents.choices import SharingKind
from documents.models import Section
from tests.desk import page, text_of


def commenting(desk, row, text="En kommentar.", **data):
    """Comment at a row through the page; return the comment."""
    url = desk.url("comment", row=row.ROW, key=row.key)
    assert desk.post(url, {"text": text} | data).status_code == 302
    return Comment.objects.get(text=text)


def test_what_was_said_for_ones_own_stays_so_when_the_draft_is_shared(
    desk, desk_of, karin, per, text
):
    form = desk.get(desk.url("comment", row="part", key=text.key)).content.decode()
    assert "checked" in form  # the draft is only Luleå's: internal unless its writer says otherwise
    commenting(desk, text, "Bara för oss.", internal="on")
    commenting(desk, text, "För alla.")
    workflow.share(
        desk.agreement,
        organisations=[per.organisation],
        kind=SharingKind.FOR_COMMENTS,
        on=localdate(),
        by=karin.actor,
    )

    listed = text_of(desk_of(per).get(desk.url("comments")))

    assert "För alla." in listed
    assert "Bara för oss." not in listed
    hidden = Comment.objects.get(text="Bara för oss.")
    assert desk_of(per).post(desk.url("answer", hidden.pk), {"text": "?"}).status_code == 404


def test_an_answer_to_an_internal_comment_is_internal(desk, text):
    inner = commenting(desk, text, "Inåt.", internal="on")
    desk.post(desk.url("answer", inner.pk), {"text": "Utåt?"})

    assert Comment.objects.get(text="Utåt?").reach == "internal"


def test_words_that_are_gone_and_sections_that_are_gone_are_told(desk, karin, text):
    section = Section.objects.filter(document=desk.agreement.document, parent=None).last()
    commenting(desk, text, "Om orden.", quote="Något som aldrig stått")
    commenting(desk, section, "Om avsnittet.")
    with change(by=karin.actor, document=desk.agreement.document):
        section.delete()

    listed = text_of(desk.get(desk.url("comments")))

    assert "Gäller ord som inte längre står här." in listed
    assert listed.index("Avsnitt som inte längre finns") < listed.index("Om avsnittet.")


def test_a_comment_is_dealt_with_taken_up_again_and_taken_back(desk, desk_of, stina, text):
    one = commenting(desk, text)
    desk.post(desk.url("deal_with", one.pk))
    assert "En kommentar." not in text_of(desk.get(desk.url("comments")))
    assert "En kommentar." in text_of(desk.get(desk.url("comments", visa="klara")))
    desk.post(desk.url("deal_with", one.pk), {"again": "1"})
    desk_of(stina).post(desk.url("answer", one.pk), {"text": "Svar."})
    assert desk.post(desk.url("withdraw", one.pk)).status_code == 409  # it has been answered
    answer = Comment.objects.get(text="Svar.")
    assert desk_of(stina).post(desk.url("withdraw", answer.pk)).status_code == 302
    assert desk.post(desk.url("withdraw", one.pk)).status_code == 302
    assert "En kommentar." not in text_of(desk.get(desk.url("comments", visa="alla")))


def test_comments_are_in_no_print_export_or_history(desk, text):
    before = export_bytes(desk.agreement)
    commenting(desk, text, "Syns aldrig i trycket.")

    assert export_bytes(desk.agreement) == before
    assert len(desk.changes()) == 1
    assert "Syns aldrig" not in desk.get(desk.url("detail")).content.decode()
    assert "Syns aldrig" not in desk.get(desk.url("history")).content.decode()


def test_a_locked_draft_is_commented_at_its_sections(desk, karin, text):
    workflow.lock(desk.agreement, by=karin.actor)
    commenting(desk, text.section, "Om det låsta.")
    listed = desk.get(desk.url("comments")).content.decode()

    assert 'data-section="section-1"' in listed
    assert 'id="section-1"' in desk.get(desk.url("detail")).content.decode()
    assert "Om det låsta." in listed


def test_what_guests_said_before_the_draft_was_shown_is_for_those_who_write_it(
    desk, desk_of, held, karin, per
):
    held.vera.post("enter")
    held.vera.post("comment", {"text": "Sagt till kommunen."})
    workflow.share(
        desk.agreement,
        organisations=[per.organisation],
        kind=SharingKind.FOR_COMMENTS,
        on=localdate(),
        by=karin.actor,
    )
    held.vera.post("comment", {"text": "Sagt till båda."})

    own, others = (text_of(desk_of(who).get(desk.url("comments"))) for who in (karin, per))

    assert "Sagt till kommunen." in own
    assert "Sagt till båda." in own
    assert "Sagt till kommunen." not in others
    assert "Sagt till båda." in others


def test_a_form_that_is_a_page_of_its_own_has_the_focus_in_its_first_field(desk, text):
    one = commenting(desk, text)

    for address, first in (
        (desk.url("comment"), "text"),
        (desk.url("answer", one.pk), "text"),
        (desk.url("propose", text.key), "wording"),
    ):
        assert page(desk.get(address)).xpath("//main//*[@autofocus]/@name") == [first]
        assert not page(desk.get(address, htmx=True)).xpath("//*[@autofocus]")
