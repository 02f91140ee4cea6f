"""Shapes that agreements of other municipalities have: front, goals, validity, signatures."""

from datetime import date

import pytest

from agreements.manuscript.recognition.proposing import propose
from intake.reading.upload import read_text
from tests.agreements.manuscript.test_recognition import of, people, proposed

FRONT = "Samverkansöverenskommelse mellan Ekeby kommun och Polismyndigheten\n\n"


def test_names_in_capitals_are_written_as_the_text_writes_them():
    facts, _pairs = proposed(
        "SAMVERKANSÖVERENSKOMMELSE\nMELLAN EKEBY KOMMUN OCH POLISMYNDIGHETEN, "
        "LOKALPOLISOMRÅDE EKEBY-VIK\n\nInledning\n\nEkeby kommun och polisen samverkar mot brott."
    )
    assert [(one.name, one.display_name) for one in facts.parties] == [
        ("Ekeby kommun", ""),
        ("Lokalpolisområde Ekeby-Vik", "Polismyndigheten"),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "Samverkansöverenskommelse 2024–2027\n\nEkeby kommun\nPolismyndigheten\n\nInledning\n\n",
        "Samverkansöverenskommelse\n\nParter: Ekeby kommun och Polismyndigheten\n\nInledning\n\n",
        "Överenskommelse\n\n1. Parter\n\nEkeby kommun\nOrg.nr: 212000-0000\nBox 1, 123 45 Ekeby\n\n"
        "Polismyndigheten\nOrg.nr: 202100-0076\n\n2. Inledning\n\n",
        "Samarbetsavtal\n\nmellan\n\nEkeby kommun\noch\nPolismyndigheten\n\n1. Inledning\n\n",
    ],
)
def test_parties_below_each_other_or_after_a_label_are_recognised(front):
    facts, pairs = proposed(front + "Vi samverkar mot brott i hela kommunen.")
    assert [one.name for one in facts.parties] == ["Ekeby kommun", "Polismyndigheten"]
    # What no block prints stays.
    assert ("Org.nr" in front) == any("Org.nr" in text for text in of("text", pairs))


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (
            "Diarienummer kommunen: KS/2020:87\nDiarienummer polisen: A100.200/2020",
            ["KS/2020:87", "A100.200/2020"],
        ),
        (
            "Dnr: EK 2024-000321 (kommunen), A654.321/2024 (polisen)",
            ["EK 2024-000321", "A654.321/2024"],
        ),
        # The police write theirs in one way, so this is the other party's.
        ("Ärendenummer: 2022-00345", ["2022-00345", ""]),
        ("Dnr A654.321/2024", ["", "A654.321/2024"]),
    ],
)
def test_registry_numbers_go_to_those_whose_they_are(lines, numbers):
    facts, _pairs = proposed(f"{lines}\n\n{FRONT}Inledning\n\nVi samverkar i hela kommunen.")
    assert [one.registry_number for one in facts.parties] == numbers


def test_head_of_a_letter_is_read_part_by_part():
    facts, _pairs = proposed(
        "Lokalpolisområde Ekeby                         Datum: 2021-06-01\n"
        f"                                               Dnr: A222.333/2021\n\n{FRONT}"
        "Inledning\n\nVi samverkar i hela kommunen."
    )
    assert facts.document_date == date(2021, 6, 1)
    assert facts.parties[1].registry_number == "A222.333/2021"


@pytest.mark.parametrize(
    ("body", "goals", "sub_goals"),
    [
        # without a heading about goals
        ("Vi är eniga om följande fokusområden:\n* Unga\n* Centrum", ["Unga", "Centrum"], []),
        # a list that the sentence goes on in
        ("Mål\n\nSamverkan ska leda till att:\n- färre stjäl", ["färre stjäl"], []),
        ("Vad vi vill\n\nVåra mål för åren är att\n– minska brotten\n– öka tryggheten",
         ["minska brotten", "öka tryggheten"], []),
        # each in its own line
        ("Effektmål\n\nEffektmål 1: Färre inbrott\nEffektmål 2: Färre rån",
         ["Effektmål 1: Färre inbrott", "Effektmål 2: Färre rån"], []),
        ("Mål för samverkan\n\nMål 1: Trygghet\nDelmål 1.1: Ljus\nMål 2: Fred\nDelmål 2.1: Lugn",
         ["Mål 1: Trygghet", "Mål 2: Fred"], ["Delmål 1.1: Ljus", "Delmål 2.1: Lugn"]),
        ("Mål\n\nAtt färre röker\n\nAtt fler vågar anmäla", ["Att färre röker",
         "Att fler vågar anmäla"], []),
        # two headings, one over the overall goal and one over those under it
        ("2.1 Övergripande mål\n\nDet övergripande målet är att alla är trygga.\n\n2.2 Delmål\n\n"
         "- Färre brott\n- Mer ljus", ["Det övergripande målet är att alla är trygga."],
         ["Färre brott", "Mer ljus"]),
        # a table
        ("Mål och mått\n\nMål\tMått\tAnsvar\nFärre rån\tAnmälda rån\tPolisen\n"
         "Mer ljus\tAntal lyktor\tKommunen",
         ["Färre rån – Anmälda rån – Polisen", "Mer ljus – Antal lyktor – Kommunen"], []),
    ],
)  # fmt: skip
def test_goals_are_recognised_in_the_shapes_they_have(body, goals, sub_goals):
    _facts, pairs = proposed(f"{FRONT}{body}\n\nUppföljning\n\nVi ses ofta och talar om läget.")
    assert (of("goal", pairs), of("sub_goal", pairs)) == (goals, sub_goals)


@pytest.mark.parametrize(
    "body",
    [
        "Mål 1: Trygghet\n\nVi arbetar för trygga torg i hela kommunen och i byarna.\n\n"
        "Mål 2: Lugn\n\nVi arbetar för lugna kvällar i hela kommunen och i byarna.",
        "Arbetssätt\n\nVi har följande arbetsuppgifter:\n- Fältarbete\n- Information",
        "Mål och medel\n\nMålen nås genom att:\n- vandra om natten\n- tända lyktor",
    ],
)
def test_headings_with_text_and_other_lists_are_no_goals(body):
    _facts, pairs = proposed(f"{FRONT}{body}")
    assert of("goal", pairs) == []


@pytest.mark.parametrize(
    ("said", "first", "last", "rule"),
    [
        ("löper under fyra år fr.o.m. 2022-03-15.", date(2022, 3, 15), date(2026, 3, 14), "none"),
        ("gäller under två år från och med den 29 februari 2024.", date(2024, 2, 29),
         date(2026, 2, 28), "none"),
        ("gäller från undertecknandet t.o.m. 31 december 2026 och därefter tills vidare med tre "
         "månaders uppsägningstid.", None, date(2026, 12, 31), "until_further_notice"),
        ("löper under fyra år fr.o.m. 2022-03-15. Part kan säga upp den.", date(2022, 3, 15),
         date(2026, 3, 14), ""),
        ("gäller 20240101 till 20271231.", date(2024, 1, 1), date(2027, 12, 31), "none"),
        ("träder i kraft när den undertecknats av båda och gäller till och med 2025-12-31.", None,
         date(2025, 12, 31), "none"),
    ],
)  # fmt: skip
def test_validity_is_read_as_it_is_written(said, first, last, rule):
    facts, _pairs = proposed(
        "Samverkansöverenskommelse 2024–2025 mellan Ekeby kommun och Polismyndigheten\n\n"
        f"Hur länge gäller det?\n\nÖverenskommelsen {said}"
    )
    assert (facts.valid_from, facts.valid_to, facts.renewal_rule) == (first, last, rule)


WHO_SIGNS = {
    "Ekeby kommun": [("Anna Ek", "Kommunstyrelsens ordförande")],
    "Polismyndigheten": [("Bo Dal", "Lokalpolisområdeschef")],
}


@pytest.mark.parametrize(
    "signatures",
    [
        # copied from a PDF: two columns with one space between
        "Ekeby den 2 maj 2024 Ekeby den 3 maj 2024\nAnna Ek Bo Dal\n"
        "Kommunstyrelsens ordförande Lokalpolisområdeschef\nEkeby kommun Polismyndigheten",
        # labels
        "Ort: Ekeby\nDatum: 2024-05-02\nNamnförtydligande: Anna Ek\nTitel: Kommunstyrelsens "
        "ordförande\nOrganisation: Ekeby kommun\n\nOrt: Ekeby\nDatum: 2024-05-03\n"
        "Namnförtydligande: Bo Dal\nTitel: Lokalpolisområdeschef\nOrganisation: Polismyndigheten",
        # title and organisation before the name, in one line with it
        "Ekeby 20240503\n\nKommunstyrelsens ordförande, Ekeby kommun\nAnna Ek\n\n"
        "Lokalpolisområdeschef, Polismyndigheten\nBo Dal",
        # places and days that tabs set apart, and lines of dots
        "Ekeby\t2024-05-02\tEkeby\t2024-05-03\n............\t............\nAnna Ek\tBo Dal\n"
        "Kommunstyrelsens ordförande\tLokalpolisområdeschef\nEkeby kommun\tPolismyndigheten",
        # parties by their kind alone
        "Ekeby den 3 maj 2024\n\nFör kommunen          För polisen\n\n"
        "__________          __________\nAnna Ek          Bo Dal\n"
        "Kommunstyrelsens ordförande          Lokalpolisområdeschef",
        # for whom, and a title cut short
        "Ekeby den 3 maj 2024\n\nFör Ekeby kommun          För Polismyndigheten\n\n"
        "Anna Ek          Bo Dal\n\nKommunstyrelsens ordförande          Lokalpolisområdeschef",
        # each in one line, and the lines beside each other
        "Ekeby den 3 maj 2024\n\nAnna Ek, Kommunstyrelsens ordförande          "
        "Bo Dal, Lokalpolisområdeschef",
        # the authority and, below it, its part
        "Ekeby den 3 maj 2024\nEkeby kommun\nAnna Ek\nKommunstyrelsens ordförande\n"
        "Polismyndigheten\nLokalpolisområde Ekeby\nBo Dal\nLokalpolisområdeschef",
    ],
)
def test_signatures_are_recognised_whatever_their_order(signatures):
    facts, _pairs = proposed(
        f"{FRONT}Inledning\n\nVi samverkar för trygghet i hela kommunen.\n\n{signatures}"
    )
    assert (facts.is_signed, facts.signed_on, facts.signed_at) == (
        True,
        date(2024, 5, 3),
        "Ekeby",
    )
    found = {
        "Ekeby kommun" if name == "Ekeby kommun" else "Polismyndigheten": [
            (person, title) for person, title, _unit in signatories
        ]
        for name, signatories in people(facts).items()
    }
    assert found == WHO_SIGNS


def test_whose_a_title_is_is_not_guessed():
    facts, pairs = proposed(
        f"{FRONT}Inledning\n\nVi samverkar.\n\nAnna Maria Ek Bo Dal\n"
        "Kommunstyrelsens ordförande Lokalpolisområdeschef"
    )
    assert [one.signatories for one in facts.parties] == [(), ()]
    assert "Anna Maria Ek Bo Dal" in of("text", pairs)


def test_questions_and_headings_over_headings_are_headings():
    _facts, pairs = proposed(
        f"{FRONT}Bakgrund\n\nVi har samverkat länge.\n\nFormer för samverkan\n\nStyrgrupp\n\n"
        "Styrgruppen leder arbetet i hela kommunen.\n\nVem gör vad?\n\nDet står i en plan."
    )
    assert of("heading", pairs) == ["Bakgrund", "Former för samverkan", "Styrgrupp", "Vem gör vad?"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (
            "Varför?\n\nVi vill något bra.\n\nVad gör vi?\n\nVi gör tre saker.\n\n1 Rån\n\n"
            "Vi griper in mot rån.\n\n2 Ljus\n\nVi tänder en lykta.\n\nHur följer vi upp?\n\n"
            "Vi ses i maj varje år.",
            [1, 1, 2, 2, 1],
        ),
        (
            "Målområden\n\nMålområde 1: Torg\n\nVi arbetar med torgen i kommunen.\n\n"
            "Målområde 2: Unga\n\nVi arbetar med unga i kommunen.\n\nUppföljning\n\n"
            "Vi ses i maj varje år.",
            [1, 2, 2, 1],
        ),
        (
            "1. Start\n\nVi vill något bra.\n\n1.1 Mer\n\nVi vill mer än så.\n\n2. Slut\n\n"
            "Vi ses i maj varje år.",
            [1, 2, 1],
        ),
    ],
)
def test_headings_stand_under_those_they_belong_to(text, levels):
    paragraphs = read_text(FRONT + text).paragraphs
    assert [level for level in propose(paragraphs).levels if level] == levels


@pytest.mark.parametrize(
    ("named", "parties"),
    [
        ("mellan Borås Stad och Polismyndigheten", ["Borås Stad", "Polismyndigheten"]),
        ("mellan LPO Vik och Ekeby kommun", ["LPO Vik", "Ekeby kommun"]),
        ("mellan Polismyndigheten, polisområde Berget, lokalpolisområde Vik och Ekeby kommun",
         ["lokalpolisområde Vik", "Ekeby kommun"]),
        ("mellan Polismyndigheten lokalpolisområde Vik och Ekeby kommun",
         ["lokalpolisområde Vik", "Ekeby kommun"]),
        ("mellan Stora stad, Hamnens stadsdelsnämnd, och Polisen, LPO Hamnen",
         ["Stora stad", "LPO Hamnen"]),
        ("2023–2026 Ekeby kommun – Polisen Ekeby", ["Ekeby kommun", "Polisen Ekeby"]),
        ("mellan polis och kommun i Ekeby", []),
        ("mellan kommunerna och Polismyndigheten", []),
    ],
)  # fmt: skip
def test_parties_are_read_in_the_title(named, parties):
    facts, _pairs = proposed(
        f"Samverkansöverenskommelse {named}\n\nInledning\n\nVi samverkar i hela kommunen."
    )
    assert [one.name for one in facts.parties] == parties


def test_second_agreement_in_the_text_is_told_of_and_changes_nothing_in_the_first():
    first = (
        f"{FRONT}Mål\n\n- Färre brott\n- Mer ljus\n\nGiltighet\n\nÖverenskommelsen gäller "
        "2018-01-01–2021-12-31.\n\nEkeby den 5 december 2017\n\nAnna Ek\nKommundirektör\n\n"
        "Bo Dal\nPolischef\n\n"
    )
    second = (
        "Tilläggsöverenskommelse mellan Ekeby kommun och Polismyndigheten\n\nMål\n\n- Mer sång\n\n"
        "Ekeby den 3 maj 2019\n\nCarl Ö Berg\nKommundirektör"
    )
    alone, _pairs = proposed(first)
    facts, pairs = proposed(first + second)
    assert facts.another.startswith("Tilläggsöverenskommelse")
    assert (facts.signed_on, facts.parties) == (alone.signed_on, alone.parties)
    assert "Mer sång" in of("text", pairs)
