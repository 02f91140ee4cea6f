"""Text that lost its line breaks on the way: its numbered headings are found again."""

import pytest

from intake.reading.upload import read_html, read_text
from tests.agreements.manuscript.test_recognition import of, proposed
from tests.agreements.manuscript.word_files import outline

FRONT = "Samverkansöverenskommelse mellan Ekeby kommun och Polismyndigheten"
FLAT = (
    f"{FRONT} 1. Bakgrund och syfte Vi har setts sedan 2009 och vill fortsätta. 2. Samverkan i "
    "Ekeby Parterna träffas ofta, enligt punkt 1. Gärna ute. 2.1 Styrgrupp Styrgruppen är liten. "
    "3. Mål Lugnare kvällar Ljusare vägar 4. Giltighet Avtalet gäller 2024-01-01–2026-12-31."
)
HEADINGS = [
    "1. Bakgrund och syfte", "2. Samverkan i Ekeby", "2.1 Styrgrupp", "3. Mål", "4. Giltighet",
]  # fmt: skip


@pytest.mark.parametrize("apart", [" ", "\n"])
def test_numbered_headings_in_the_middle_of_a_paragraph_stand_apart(apart):
    facts, pairs = proposed(FLAT.replace(" 4. ", f"{apart}4. "))
    assert of("heading", pairs) == HEADINGS
    assert facts.title == FRONT
    assert (str(facts.valid_from), str(facts.valid_to)) == ("2024-01-01", "2026-12-31")
    assert "Parterna träffas ofta, enligt punkt 1. Gärna ute." in of("text", pairs)


def test_they_do_in_a_web_page_too():
    paragraphs = read_html(f"<p>{FLAT}</p><p>Mer.</p>").paragraphs
    assert [one.text for one in paragraphs if one.is_heading] == HEADINGS


def test_page_numbers_at_the_end_of_flattened_pages_are_left_out_and_told_of():
    first, second = FLAT.replace("liten. ", "liten. 1|").split("|")
    reading = read_text(f"{first}\n{second}")
    assert [one.text for one in reading.paragraphs if one.is_heading] == HEADINGS
    assert reading.paragraphs[6].text == "Styrgruppen är liten."
    assert len(reading.notes) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Vi vill ha: 1. Ljusare vägar och stigar i hela kommunen 2. Lugnare kvällar i centrum för "
        "alla som bor där 3. Färre krossade fönster på skolorna i Ekeby 4. Fler som hälsar",
        "Närvarande: 1. Anna Ek 2. Bo Dal 3. Carl Ö Berg 4. Dora Lind 5. Eva Strand 6. Folke Alm, "
        "samt de som kom senare och därför inte hann antecknas i den här uppräkningen.",
        "Ordningen är denna. 1. Kommunen kallar till möte. 2. Polisen berättar hur det ser ut. 3. "
        "Parterna bestämmer vad som ska göras. 4. Alla går hem och gör det som bestämdes.",
    ],
)
def test_numbers_of_a_list_in_running_text_are_no_headings(text):
    assert outline(read_text(text).paragraphs) == [text]
