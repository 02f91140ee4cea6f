"""Which line is the title, where a name, a page head or a box of data stands above or below it."""

import pytest

from agreements.manuscript.recognition.proposing import propose
from intake.reading.upload import read_upload
from tests.agreements.manuscript.test_recognition import of, proposed
from tests.agreements.manuscript.word_files import paragraph, word_file

BELOW = "Överenskommelse mellan Ekeby kommun och Polismyndigheten för perioden 2027–2030"
TEXT = paragraph("Utgångspunkter", style="Rubrik1") + paragraph("Parterna ska samverka.")


def facts_of(*body):
    return propose(read_upload("a.docx", word_file(*body)).paragraphs).facts


@pytest.mark.parametrize("name", ["Samverkan mot brott", "Tryggare Ekeby"])
def test_a_styled_name_over_what_it_is_called_is_the_title(name):
    facts = facts_of(paragraph(name, style="Rubrik"), paragraph(BELOW), TEXT)
    assert (facts.title, facts.subtitle) == (name, BELOW)
    assert [one.name for one in facts.parties] == ["Ekeby kommun", "Polismyndigheten"]


def test_a_name_that_begins_as_such_names_do_is_the_title_in_plain_text():
    below = "Överenskommelse mellan Ekeby kommun och Polismyndigheten"
    facts, _pairs = proposed(f"Samverkan för trygghet i Ekeby\n{below}\n\n1 Mål\n\nVi ses ofta.")
    assert (facts.title, facts.subtitle) == ("Samverkan för trygghet i Ekeby", below)


def test_who_stands_above_the_title_is_no_name_of_it():
    below = "Överenskommelse mellan Ekeby kommun och Polismyndigheten"
    facts, _pairs = proposed(f"Ekeby kommun\n\n{below}\n\nSyfte\n\nVi ses ofta.")
    assert facts.title == below


def test_the_styled_title_is_the_title_under_the_head_of_the_page():
    head, title = "Samverkansöverenskommelse Ekeby – Polisen", "Överenskommelse om brott 2023–2026"
    line = "Ekeby kommun och Polismyndigheten genom lokalpolisområde Vik"
    facts = facts_of(
        paragraph(head), paragraph(title, style="Rubrik"), paragraph(line), TEXT
    )  # fmt: skip
    assert (facts.title, facts.subtitle) == (title, line)
    assert [one.name for one in facts.parties] == ["Ekeby kommun", "lokalpolisområde Vik"]


def test_a_heading_on_the_agreement_is_no_title_though_the_title_has_no_style():
    facts = facts_of(
        paragraph(BELOW),
        paragraph("Överenskommelsens syfte", style="Rubrik1"),
        paragraph("Vi ska ses ofta."),
        TEXT,
    )
    assert facts.title == BELOW


def test_a_box_of_data_above_the_title_stays_in_the_text():
    title = "Överenskommelse om samverkan mellan Ekeby kommun och lokalpolisområde Vik"
    data = "Dokumenttyp: Överenskommelse\nFastställd av: Kommunstyrelsen"
    facts, pairs = proposed(f"{data}\n\n{title}\n\nUtgångspunkt\n\nKommunen och polisen ses.")
    assert facts.title == title
    assert of("text", pairs)[:2] == data.splitlines()


@pytest.mark.parametrize("write", [str, str.upper])
@pytest.mark.parametrize(
    "name", ["Medborgarlöfte och samverkansöverenskommelse", "Handlingsplan samt avsiktsförklaring"]
)
@pytest.mark.parametrize("above", ["", "Ekeby kommun\n\n"])
def test_a_title_that_begins_as_a_heading_does_is_the_title(above, name, write):
    below = "Mellan Ekeby kommun och Polismyndigheten, lokalpolisområde Vik"
    facts, pairs = proposed(f"{above}{write(name)}\n\n{below}\n\n§ 1 Mål\nTryggare Ekeby")
    assert facts.title == f"{write(name)} {below}"
    assert of("heading", pairs) == ["§ 1 Mål"]
