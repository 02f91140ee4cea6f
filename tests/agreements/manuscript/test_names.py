"""Those who sign, however their names are written: nobody gets the title of another party."""

import pytest

from tests.agreements.manuscript.test_building import built, running_text, shape
from tests.agreements.manuscript.test_recognition import of, people, proposed

TITLE = "Samverkansöverenskommelse mellan Ekeby kommun och Polismyndigheten"
WIDE = f"""{TITLE}

Mål
Tryggare Ekeby

Ekeby den 15 januari 2025

För Ekeby kommun

NAME
Kommunstyrelsens ordförande

För Polismyndigheten

Bo Dal
Lokalpolisområdeschef
"""
TIGHT = f"""{TITLE}

Mål
Tryggare Ekeby

Ekeby 2025-01-15
För Ekeby kommun
NAME
Kommunstyrelsens ordförande

Ekeby 2025-01-16
För Polismyndigheten
Bo Dal
Lokalpolisområdeschef
"""
POLICE = [("Bo Dal", "Lokalpolisområdeschef", "")]


@pytest.mark.parametrize("text", [WIDE, TIGHT], ids=["wide", "tight"])
@pytest.mark.parametrize(
    "name",
    [
        "Siv d’Orsay",
        "Omar al-Khatib",
        "Li O'Hara",
        "Ann-Mari da Costa",
        "Yusuf ibn Omar",
        "Vera dos Reis Ek",
        "Sofia Lilja in Berga",
        "Łukasz Żak",
        "Per O Ek",
        "Jan McDal",
        "Maria de la Cruz (S)",
        "Pelle",
        "de Wahl",
        "Sven »Svenne« Ek",
    ],
)
def test_whoever_signs_for_a_party_has_the_title_below_the_name(name, text):
    facts, _pairs = proposed(text.replace("NAME", name))
    assert people(facts) == {
        "Ekeby kommun": [(name, "Kommunstyrelsens ordförande", "")],
        "Polismyndigheten": POLICE,
    }
    assert facts.is_signed


@pytest.mark.parametrize("text", [WIDE, TIGHT], ids=["wide", "tight"])
@pytest.mark.parametrize("police", ["Polismyndigheten", "Polisen lokalpolisområde Vik"])
def test_nothing_of_those_who_sign_stands_under_the_goals(police, text):
    content = built(text.replace("NAME", "Pelle").replace("Polismyndigheten", police, 1))
    assert shape(content) == [(0, "Mål", ["text"]), (0, "", ["signatures"])]
    assert running_text(content) == "Tryggare Ekeby"


@pytest.mark.parametrize("text", [WIDE, TIGHT], ids=["wide", "tight"])
@pytest.mark.parametrize("line", ["org.nr 212000-0000", "siv@ekeby.example"])
def test_a_line_that_says_nothing_known_stays_with_the_signatures(line, text):
    text = text.replace("NAME", f"{line}\nSiv Ek")
    facts, _pairs = proposed(text)
    assert people(facts)["Ekeby kommun"][0][:2] == ("Siv Ek", "Kommunstyrelsens ordförande")
    assert people(facts)["Polismyndigheten"] == POLICE
    assert shape(built(text)) == [(0, "Mål", ["text"]), (0, "", ["signatures", "text"])]


def test_a_line_that_ends_the_block_above_moves_nobody_to_another_party():
    between = "Enligt delegation.\nKommunstyrelsens ordförande\n\nFör Polismyndigheten"
    facts, _pairs = proposed(
        f"{TITLE}\n\nMål\nVi ses.\n\nFör Ekeby kommun\n\n{between}\n\nBo Dal\nLokalpolisområdeschef"
    )
    assert people(facts) == {
        "Ekeby kommun": [("", "Kommunstyrelsens ordförande", "")],
        "Polismyndigheten": POLICE,
    }


def test_titles_over_the_names_are_still_theirs():
    facts, _pairs = proposed(
        f"{TITLE}\n\nMål\nVi ses.\n\nEkeby den 15 januari 2025\n\n"
        "Kommunstyrelsens ordförande\nSiv Ek\n\nLokalpolisområdeschef\nBo Dal"
    )
    assert people(facts) == {
        "Ekeby kommun": [("Siv Ek", "Kommunstyrelsens ordförande", "")],
        "Polismyndigheten": POLICE,
    }


@pytest.mark.parametrize("above", ["", "Vi ses ofta.\n\n"])
def test_what_stands_in_the_section_above_is_nobody_who_signs(above):
    text = WIDE.replace("NAME", "Siv Ek").replace("Tryggare", f"{above}Tryggare")
    _facts, pairs = proposed(text)
    assert of("text", pairs)[-1] == "Tryggare Ekeby"
    assert shape(built(text)) == [(0, "Mål", ["text"]), (0, "", ["signatures"])]
