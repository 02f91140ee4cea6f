"""An answer that is sent once more: what was said before stands in the form."""

import pytest

from tests.desk import page


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
