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
