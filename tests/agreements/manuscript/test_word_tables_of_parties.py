"""Tables that set the parties beside, or under, each other tell who the parties are."""

import pytest

from agreements.manuscript.recognition.proposing import propose
from intake.reading.upload import read_upload
from tests.agreements.manuscript.word_files import outline, paragraph, table, word_file

TITLE = paragraph("Samverkansöverenskommelse 2024–2027")
HEADING = paragraph("Parter", style="Rubrik1")
TEXT = paragraph("Bakgrund", style="Rubrik1") + paragraph("Parterna ska samverka.")

BOTH = [("Ekeby kommun", ""), ("Lokalpolisområde Norr", "")]
OF_AUTHORITY = [("Ekeby kommun", ""), ("lokalpolisområde Norr", "Polismyndigheten")]


def facts_of(*body):
    return propose(read_upload("a.docx", word_file(*body)).paragraphs).facts


@pytest.mark.parametrize("heading", ["", HEADING])
@pytest.mark.parametrize(
    ("rows", "parties"),
    [
        ([("Ekeby kommun", "Lokalpolisområde Norr"), ("Karin Berg", "Per Ek")], BOTH),
        (
            [("Kommun", "Polis"), ("Ekeby kommun", "Lokalpolisområde Norr"), ("Karin", "Per")],
            BOTH,
        ),
        (
            [
                ("Kommunen", "Polisen"),
                ("Ekeby kommun", "Polismyndigheten, lokalpolisområde Norr"),
                ("Karin Berg, säkerhetschef", "Per Ek, kommunpolis"),
            ],
            OF_AUTHORITY,
        ),
        ([("Ekeby kommun", "Polismyndigheten\nlokalpolisområde Norr")], OF_AUTHORITY),
        ([("Kommun", "Ekeby kommun"), ("Polis", "Lokalpolisområde Norr")], BOTH),
        (
            [
                ("Part", "Företrädare"),
                ("Ekeby kommun", "Karin Berg, kommunstyrelsens ordförande"),
                ("Lokalpolisområde Norr", "Per Ek, lokalpolisområdeschef"),
            ],
            BOTH,
        ),
        (
            [
                ("Part", "Organisationsnummer", "Kontaktperson"),
                ("Ekeby kommun", "212000-0000", "Säkerhetschefen"),
                ("Polismyndigheten, lokalpolisområde Norr", "202100-0076", "Kommunpolisen"),
            ],
            OF_AUTHORITY,
        ),
    ],
)
def test_a_table_of_parties_gives_the_parties(rows, parties, heading):
    facts = facts_of(TITLE, heading, table(*rows), TEXT)

    assert [(one.name, one.display_name) for one in facts.parties] == parties


def test_names_and_titles_under_the_parties_are_those_who_sign():
    signing = table(
        ("Ekeby kommun", "Polismyndigheten"),
        ("Karin Berg", "Per Ek"),
        ("Säkerhetssamordnare", "Kommunpolis"),
    )

    facts = facts_of(TITLE, TEXT, paragraph("Underskrifter", style="Rubrik1"), signing)

    assert [
        (party.name, [(one.name, one.title) for one in party.signatories])
        for party in facts.parties
    ] == [
        ("Ekeby kommun", [("Karin Berg", "Säkerhetssamordnare")]),
        ("Polismyndigheten", [("Per Ek", "Kommunpolis")]),
    ]


def test_a_table_that_is_not_of_parties_is_still_read_row_by_row():
    rows = [("Insats", "Ansvarig"), ("Föräldramöten", "Skolan"), ("Fotpatrull", "Polisen")]

    paragraphs = read_upload("a.docx", word_file(TITLE, table(*rows), TEXT)).paragraphs

    assert "Fotpatrull – Polisen" in outline(paragraphs)
