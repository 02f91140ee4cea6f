"""An answer that is sent once more: what was said before stands in the form."""

import pytest

from tests.desk import page, text_of


@pytest.fixture
def vera(held):
    """Vera, who has answered with a remark."""
    held.vera.post("answer", {"answer": "remarks", "remark": "Skriv hellre om torget."})
    return held.vera


@pytest.mark.parametrize("where", ["read", "answer"])
def test_the_remark_stands_in_the_form_when_the_answer_is_changed(vera, where):
    form = page(vera.get(where)).xpath("//form[@data-answer]")[0]

    assert form.fields["remark"].strip() == "Skriv hellre om torget."
    assert form.fields["answer"] == "remarks"


def test_an_answer_that_is_sent_as_it_stands_keeps_its_remark(vera):
    sent = dict(page(vera.get()).xpath("//form[@data-answer]")[0].fields)
    vera.post("answer", sent | {"answer": "abstains"})

    vera.invitation.refresh_from_db()
    assert (vera.invitation.answer, vera.invitation.remark.strip()) == (
        "abstains",
        "Skriv hellre om torget.",
    )


def test_no_remarks_is_not_the_answer_of_one_whose_comments_wait(vera, desk):
    vera.post("comment", {"text": "Var ligger torget?"})
    comment = vera.invitation.comments.get()

    refused = vera.post("answer", {"answer": "no_remarks"})

    assert refused.status_code == 422
    assert "Du har lämnat synpunkter som inte är behandlade." in text_of(refused)
    vera.invitation.refresh_from_db()
    assert vera.invitation.answer == "remarks"
    desk.post(desk.url("deal_with", comment.pk))
    assert vera.post("answer", {"answer": "no_remarks"}).status_code == 302


def test_nor_of_one_whose_proposed_wording_waits_until_it_is_taken_back(held, text):
    held.bo.post("propose", {"wording": "<p>Bos lydelse.</p>"}, text=text.key)

    assert held.bo.post("answer", {"answer": "no_remarks"}).status_code == 422
    assert held.bo.post("answer", {"answer": "abstains"}).status_code == 302
    held.bo.post("withdraw", comment=held.bo.invitation.comments.get().pk)
    assert held.bo.post("answer", {"answer": "no_remarks"}).status_code == 302


def test_an_answer_that_is_refused_says_of_which_document(held, desk):
    refused = held.bo.post("answer", {"remark": "Ett och annat."})

    assert refused.status_code == 422
    assert "Välj ett av svaren" in text_of(refused)
    assert desk.agreement.title in text_of(refused)
    assert "Ett och annat." in text_of(refused)
