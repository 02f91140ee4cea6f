"""More of the ways in which agreements say who, how long, what and by whom."""

import pytest

from tests.agreements.manuscript.test_goals import goals
from tests.agreements.manuscript.test_parties import parties
from tests.agreements.manuscript.test_recognition import of, people, proposed
from tests.agreements.manuscript.test_undertakings import duties
from tests.agreements.manuscript.test_validity import FIRST, LAST, read

BOTH = ["Ekeby kommun", "Polismyndigheten"]


def test_parties_are_found_by_their_numbers_and_through_their_boards():
    numbered = "Avtal\n\n1. Parter\n1.1 Ekeby kommun\n1.2 Polismyndigheten\n\n2. Tid\n\nGäller nu."
    assert parties(numbered) == BOTH
    _facts, pairs = proposed(numbered)
    assert of("heading", pairs) == ["1. Parter", "2. Tid"]
    said = "Detta är träffat mellan Ekeby kommun, genom kommunstyrelsen, och Polismyndigheten."
    assert parties(f"Avtal om samverkan\n\n{said}") == BOTH


@pytest.mark.parametrize(
    "said",
    [
        "Ekeby kommun och Polisen träffar en överenskommelse för tiden 2024-01-01–2026-12-31.",
        "Avsiktsförklaringen gäller 2024–2026.",
        "Överenskommelsen löper tre (3) år från och med den 1 januari 2024.",
        "Överenskommelsen träder i kraft den 1 januari 2024. Överenskommelsen upphör att gälla den "
        "31 december 2026.",
        "Giltighetsperiod 2024–2026",
        "Avtalsperiod: 1 januari 2024–31 december 2026",
    ],
)
def test_the_period_is_found_in_the_act_of_agreeing_and_in_what_ends_it(said):
    assert read(said, heading="Bakgrund")[:2] == (FIRST, LAST)


def test_a_year_at_a_time_is_one_also_in_figures():
    said = "Överenskommelsen gäller 2024–2026 med automatisk förlängning med ett (1) år i taget."
    assert read(said) == (FIRST, LAST, "yearly")


def test_letters_with_a_stop_are_a_list():
    assert goals("Mål\n\nMålsättningen är:\na. Färre brott.\nb. Mer ljus.") == [
        "Färre brott.", "Mer ljus.",
    ]  # fmt: skip


def test_what_the_parties_undertake_item_by_item_is_theirs():
    assert duties("Parterna åtar sig gemensamt att\n- ses ofta,\n- skriva ner det.") == [
        (("Parterna",), "ses ofta", "must"),
        (("Parterna",), "skriva ner det.", "must"),
    ]


def test_who_signs_for_whom_can_stand_after_a_label():
    facts, _pairs = proposed(
        "Avtal mellan Ekeby kommun och Polismyndigheten\n\nSyfte\n\nVi samverkar.\n\n"
        "Namn: Anna Ek\nTitel: Chef\nFör: Ekeby kommun\n\nNamn: Bo Dal\nTitel: Chef\n"
        "För: Polismyndigheten\nOrt/datum: Ekeby 2024-03-01"
    )
    assert people(facts) == {
        "Ekeby kommun": [("Anna Ek", "Chef", "Ekeby kommun")],
        "Polismyndigheten": [("Bo Dal", "Chef", "Polismyndigheten")],
    }
