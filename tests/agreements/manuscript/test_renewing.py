"""An old agreement's text as the draft of a new one: without its dates, place and numbers."""

from datetime import date

import pytest

from agreements import tree
from agreements.manuscript.building import build
from agreements.manuscript.corrections import corrected
from agreements.manuscript.proposal import Facts, RecognisedParty
from agreements.manuscript.recognition.proposing import propose
from agreements.manuscript.renewing import is_old, left_behind
from intake.reading.upload import read_text
from tests.agreements.manuscript.test_building import running_text
from tests.agreements.manuscript.test_pass_page import Reader, made
from tests.agreements.manuscript.texts import SIGNED, UNSIGNED
from tests.desk import fields, page

TODAY = date(2026, 5, 4)


def draft_of(text, **said):
    paragraphs = read_text(text).paragraphs
    proposal = propose(paragraphs)
    decisions = {"outcome": "draft", "anew": True} | said
    return build(paragraphs, proposal, corrected(proposal.facts, decisions))


def test_old_dates_place_numbers_and_years_are_left_out_and_the_rest_comes_along():
    draft = draft_of(SIGNED)
    assert draft.title == "Överenskommelse om samverkan mellan Polismyndigheten och Ekeby kommun"
    assert (draft.document_date, draft.signed_on, draft.signed_at) == (None, None, "")
    assert (draft.valid_from, draft.valid_to, draft.validity_text) == (None, None, "")
    assert [one.registry_number for one in draft.parties] == ["", ""]
    assert [one.name for one in draft.signatories] == ["Karin Berg", "Per Ek"]
    assert draft.renewal_rule == "until_further_notice"
    assert len(draft.goals) == 2
    # Nor do they stand in the text.
    for old in ("2019-11-05", "A123.456/2019", "Ekeby den 5 november 2019", "1 januari 2020"):
        assert old not in running_text(draft)


VALID = "Överenskommelsen gäller från och med 2025-01-01 till och med 2028-12-31."
RENEWED = "Om den inte sägs upp sex månader före avtalstidens slut förlängs den med ett år i taget."
TERM = "Överenskommelse om samverkan mellan Ekeby kommun och Polisen\n\nGiltighetstid\n\n"


def test_validity_and_renewal_in_one_paragraph_become_the_block_and_follow_the_facts():
    draft = draft_of(f"{TERM}{VALID} {RENEWED}")
    assert draft.has_block("validity")
    assert (running_text(draft), draft.validity_text, draft.renewal_text) == ("", "", RENEWED)
    assert draft_of(f"{TERM}{VALID}").has_block("validity")


def test_validity_stays_in_the_text_where_its_paragraph_says_more_and_in_a_signed_agreement():
    more = f"{VALID} Vardera parten kan säga upp överenskommelsen."
    assert more in running_text(draft_of(f"{TERM}{more}"))
    signed = draft_of(f"{TERM}{VALID} {RENEWED}", outcome="signed")
    assert f"{VALID} {RENEWED}" in running_text(signed)


def test_what_a_person_wrote_instead_stays():
    draft = draft_of(SIGNED, facts={"valid_from": "2027-01-01", "title": "Ny för 2027"})
    assert (draft.title, draft.valid_from, draft.valid_to) == (
        "Ny för 2027",
        date(2027, 1, 1),
        None,
    )


def test_signed_agreement_and_whole_draft_keep_everything():
    for said in ({"outcome": "signed"}, {"anew": False}):
        kept = draft_of(SIGNED, **said)
        assert kept.valid_to == date(2023, 12, 31)
        assert "A123.456/2019" in [one.registry_number for one in kept.parties]


def test_text_that_was_signed_or_has_ended_is_old():
    signed, unsigned = (propose(read_text(one).paragraphs).facts for one in (SIGNED, UNSIGNED))
    assert is_old(signed, date(2019, 12, 1))
    assert not is_old(unsigned, TODAY)
    assert is_old(unsigned, date(2028, 1, 1))


@pytest.mark.usefixtures("in_english")
def test_what_is_left_out_is_said():
    facts = propose(read_text(SIGNED).paragraphs).facts
    said = ", ".join(left_behind(facts, facts))
    for word in ("A123.456/2019", "Ekeby", "2023", "the years in the title"):
        assert word in said


@pytest.mark.usefixtures("in_english")
def test_the_day_of_each_who_signed_is_said():
    one = tree.Signatory(name="Rolf Mård", signed_on=date(2024, 12, 9))
    other = tree.Signatory(name="Siri Hed", signed_on=date(2024, 12, 11))
    parties = tuple(
        RecognisedParty(name=name, signatories=(person,))
        for name, person in (("Ekeby kommun", one), ("Polisen", other))
    )
    facts = Facts(is_signed=True, signed_on=date(2024, 12, 11), parties=parties)
    said = left_behind(facts, facts)
    assert ["9" in said[0], "11" in said[1], len(said)] == [True, True, 2]


def test_page_offers_it_for_an_old_text_and_says_what_was_left_out(karin, client_for, without_pdf):
    reader = Reader(client_for(karin), SIGNED)
    assert fields(reader.client.get(reader.url))["anew"] == "on"

    response = reader.send(make="1")

    agreement = made(response)
    assert (agreement.valid_from, agreement.signed_at) == (None, "")
    shown = page(reader.client.get(response["Location"])).find_class("messages")[0]
    assert "A123.456/2019" in shown.text_content()


def test_choice_is_remembered_and_not_offered_where_nothing_is_old(karin, client_for, without_pdf):
    reader = Reader(client_for(karin), SIGNED)
    reader.without("anew")
    assert "anew" not in fields(reader.client.get(reader.url))
    new = Reader(reader.client, "Vi samverkar\n\nVi vill mycket tillsammans i Ekeby.")
    assert "anew" not in fields(new.client.get(new.url))
