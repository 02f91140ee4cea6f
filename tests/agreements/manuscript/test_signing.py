"""When a text says that it is signed, and who signs."""

from datetime import date

import pytest

from tests.agreements.manuscript.test_recognition import of, people, proposed

TEXT = (
    "Samverkansöverenskommelse mellan Ekeby kommun och Polismyndigheten\n\n"
    "Syfte\n\nVi samverkar för trygghet i hela kommunen.\n\n"
)


@pytest.mark.parametrize(
    "end",
    [
        "Ekeby 2024-05-06",
        "Ekeby den 6 maj 2024\n\n____________________\n\n____________________",
        "Ekeby den 6 maj 2024\n\nEkeby kommun\n\nPolismyndigheten",
    ],
)
def test_place_and_day_without_people_are_no_signature(end):
    facts, pairs = proposed(TEXT + end)
    assert not facts.is_signed
    assert len(of("signing", pairs)) == 1


def test_place_and_day_above_who_signs_are_one():
    facts, _pairs = proposed(
        f"{TEXT}Ekeby den 6 maj 2024\n\nAnna Ek\nKommundirektör\n\nBo Dal\nLokalpolisområdeschef"
    )
    assert facts.is_signed
    assert (facts.signed_at, facts.signed_on) == ("Ekeby", date(2024, 5, 6))
    assert people(facts)["Polismyndigheten"] == [("Bo Dal", "Lokalpolisområdeschef", "")]


def test_a_label_with_its_line_to_sign_on_is_no_heading_between_those_who_sign():
    lines = [
        (party, "Underskrift: ______________", f"Namnförtydligande: {name}", f"Befattning: {title}")
        for party, name, title in (
            ("Ekeby kommun", "Karin Berg", "Kommunalråd"),
            ("Polismyndigheten", "Per Ek", "Lokalpolisområdeschef"),
        )
    ]
    below = "\n\n".join(line for party in lines for line in party)
    facts, pairs = proposed(
        "Avtal mellan Ekeby kommun och Polismyndigheten\n\nSyfte\n\nVi samverkar.\n\n"
        f"Ekeby den 17 juni 2024\n\n{below}"
    )
    assert [one.signatories[0].name for one in facts.parties] == ["Karin Berg", "Per Ek"]
    assert of("heading", pairs) == ["Syfte"]
    assert facts.is_signed
