"""What the program believes the parts of a text to be."""

import time
from datetime import date

import pytest

from agreements.manuscript.recognition.proposing import propose
from core.intervals import Interval
from intake.reading.upload import read_text
from tests.agreements.manuscript.texts import SIGNED, UNSIGNED


def proposed(text, roles=None):
    """Return the facts of `text`, and role and text of its paragraphs as pairs."""
    paragraphs = read_text(text).paragraphs
    proposal = propose(paragraphs, roles or {})
    return proposal.facts, [
        (role, one.text) for role, one in zip(proposal.roles, paragraphs, strict=True)
    ]


def of(role, pairs):
    """Return the texts of the paragraphs that have `role`."""
    return [text for given, text in pairs if given == role]


def people(facts):
    """Return each party with those who sign for it."""
    return {
        party.name: [(one.name, one.title, one.unit) for one in party.signatories]
        for party in facts.parties
    }


def test_signed_agreement_is_recognised_whole():
    facts, pairs = proposed(SIGNED)
    assert facts.title == (
        "Överenskommelse om samverkan 2020-2023 mellan Polismyndigheten och Ekeby kommun"
    )
    assert (facts.document_date, facts.subtitle) == (date(2019, 11, 5), "")
    assert [one.registry_number for one in facts.parties] == ["A123.456/2019", ""]
    assert people(facts) == {
        "Polismyndigheten": [
            ("Per Ek", "Lokalpolisområdeschef Ekeby", "Polisområde Västra Berget")
        ],
        "Ekeby kommun": [("Karin Berg", "Kommunstyrelsens ordförande", "Ekeby kommun")],
    }
    assert (facts.is_signed, facts.signed_on, facts.signed_at) == (True, date(2019, 11, 5), "Ekeby")
    assert (facts.valid_from, facts.valid_to) == (date(2020, 1, 1), date(2023, 12, 31))
    assert facts.renewal_rule == "until_further_notice"
    assert facts.renewal_text.startswith("Tecknas ingen ny")
    assert of("goal", pairs) == ["Minska brotten i Ekeby.", "Öka tryggheten i Ekeby."]
    assert of("heading", pairs) == [
        "Inledning",
        "Samverkan i Ekeby",
        "Prioritering för åren 2020-2023",
        "Uppföljning",
        "Tidplan",
    ]


def test_parties_first_with_sub_goals_and_nested_headings_are_recognised():
    facts, pairs = proposed(UNSIGNED)
    assert facts.title == "Samverkansöverenskommelse"
    assert facts.subtitle == "Ekeby kommun och Lokalpolisområde Ekeby-Vik 2024–2027"
    assert people(facts) == {
        "Ekeby kommun": [("Karin Berg", "Kommunalråd", ""), ("Olof Dal", "Kommundirektör", "")],
        "Lokalpolisområde Ekeby-Vik": [("Per Ek", "Lokalpolisområdeschef", "")],
    }
    assert [one.display_name for one in facts.parties] == ["", "Polisen"]
    # The marks under the names say nothing more.
    assert of("left_out", pairs) == ["EKEBY KOMMUN", "Polisen"]
    assert of("goal", pairs) == ["Det övergripande målet är att öka tryggheten i hela Ekeby."]
    assert len(of("sub_goal", pairs)) == 2
    assert (facts.valid_from, facts.valid_to) == (date(2024, 1, 1), date(2027, 12, 31))
    assert (facts.renewal_rule, facts.is_signed) == ("none", False)
    assert facts.legal_basis[0].startswith("Lag (2023:196)")


def test_heading_without_text_has_the_following_under_it():
    paragraphs = read_text(UNSIGNED).paragraphs
    proposal = propose(paragraphs)
    assert [
        (level, one.text)
        for role, level, one in zip(proposal.roles, proposal.levels, paragraphs, strict=True)
        if role == "heading"
    ][3:] == [
        (1, "Organisation och arbetssätt"),
        (2, "Styrgrupp"),
        (2, "Gemensam lägesbild"),
        (2, "Uppföljning och utvärdering"),
        (1, "Giltighetstid"),
    ]


def test_duties_have_their_interval_and_who_does_decides_and_receives():
    facts, _pairs = proposed(SIGNED)
    plan, revision, promises, followup, renewal = facts.duties
    assert (plan.subject, plan.every, plan.decided_by) == (
        "plan",
        Interval(2, "year"),
        "Trygga Ekebys styrgrupp",
    )
    assert (revision.subject, revision.every) == ("plan_revision", Interval(1, "year"))
    assert (promises.subject, promises.every) == ("promises", Interval(1, "year"))
    assert (followup.responsible, followup.recipient) == (
        ("Beredningsgruppen",),
        "Trygga Ekebys styrgrupp",
    )
    assert (renewal.subject, renewal.responsible) == ("renewal", ("Beredningsgruppen",))
    facts, _pairs = proposed(UNSIGNED)
    assert [(one.subject, one.strength, one.every) for one in facts.duties] == [
        ("visibility", "must", None),
        ("situational_picture", "must", Interval(2, "year")),
        ("situational_picture", "must", Interval(1, "week")),
        ("situational_picture", "must", Interval(1, "quarter")),
        ("plan_followup", "should", Interval(2, "year")),
    ]


def test_what_a_person_decides_is_kept_and_facts_are_read_from_it():
    paragraphs = read_text(
        "Trygghet i Ekeby\n\nVi är överens om detta från 2021-05-01 till 2022-04-30.\n\n"
        "Vi är Ekeby kommun.\n\n- Färre brott"
    ).paragraphs
    before = propose(paragraphs)
    assert before.roles == ("title", "text", "text", "text")
    after = propose(paragraphs, {0: "text", 1: "validity", 3: "goal"})
    assert after.roles == ("text", "validity", "text", "goal")
    assert (after.facts.valid_from, after.facts.valid_to) == (date(2021, 5, 1), date(2022, 4, 30))
    assert (before.facts.valid_from, after.facts.title) == (None, "")


NUMBERED = """
Dnr KS 2021/1187
Polisens diarienummer A512.044/2021

ÖVERENSKOMMELSE
mellan Ekeby kommun, Ekebyhem AB samt Polismyndigheten genom lokalpolisområde Ekeby
2022–2025

1 Bakgrund
Parterna har sedan många år ett nära samarbete som de nu vill fördjupa.

2 Mål och organisation
2.1 Mål
Målen för samverkan är:
1. Minska ungdomsbrotten
2. Öka tryggheten
2.2 Styrgrupp
Styrgruppen består av följande personer:
Anna Ek, kommundirektör
Bo Dal, polischef

3 Giltighet
Överenskommelsen gäller fr.o.m. 2022-01-01 t.o.m. 2025-12-31 och kan förlängas om parterna vill.

4 Underskrifter
Ort och datum: Ekeby 2021-12-14     Ort och datum: Ekeby 2021-12-16
_____________________________       _____________________________
Anna Ek                             Bo Dal
Kommundirektör                      Polischef
Ekeby kommun                        Polismyndigheten
"""


def test_numbered_headings_three_parties_and_columns_of_signatures_are_recognised():
    facts, pairs = proposed(NUMBERED)
    assert [(one.name, one.display_name, one.kind) for one in facts.parties] == [
        ("Ekeby kommun", "", "municipality"),
        ("Ekebyhem AB", "", "housing_company"),
        ("lokalpolisområde Ekeby", "Polismyndigheten", "police"),
    ]
    assert [one.registry_number for one in facts.parties] == [
        "KS 2021/1187",
        "",
        "A512.044/2021",
    ]
    signed = [one.signatories[0] for one in facts.parties if one.signatories]
    assert [(one.name, one.title, one.signed_on) for one in signed] == [
        ("Anna Ek", "Kommundirektör", date(2021, 12, 14)),
        ("Bo Dal", "Polischef", date(2021, 12, 16)),
    ]
    # Signed when the last has signed.
    assert (facts.signed_on, facts.signed_at) == (date(2021, 12, 16), "Ekeby")
    assert (facts.valid_to, facts.renewal_rule) == (date(2025, 12, 31), "by_mutual_consent")
    assert of("heading", pairs)[1:4] == ["2 Mål och organisation", "2.1 Mål", "2.2 Styrgrupp"]
    assert of("goal", pairs) == ["Minska ungdomsbrotten", "Öka tryggheten"]
    assert "Anna Ek, kommundirektör" in of("text", pairs)


BLANK = """
Samverkansöverenskommelse mellan Ekeby kommun och Polisen

Fokusområden
Följande ska göras tillsammans:
- Trygghetsvandringar två gånger per år

Överenskommelsen gäller tills vidare med en uppsägningstid om 6 månader.

________________________
Namnförtydligande
För Ekeby kommun

Ort och datum: ____________
________________________
För Polisen
"""


def test_lines_still_to_be_signed_are_no_signing_and_other_lists_are_no_goals():
    facts, pairs = proposed(BLANK)
    assert (facts.is_signed, facts.signed_on) == (False, None)
    assert people(facts) == {"Ekeby kommun": [], "Polismyndigheten": []}
    assert of("party", pairs) == ["För Ekeby kommun", "För Polisen"]
    assert of("goal", pairs) == []
    assert (facts.renewal_rule, facts.valid_from) == ("until_terminated", None)


@pytest.mark.parametrize(
    "text",
    [
        "Överenskommelse",
        "Kladdkaka\n\n100 g smör\n2 ägg\n3 dl socker\n\nSmält smöret och rör ner resten av allt.",
        "Hej Anna!\n\nKan vi ses den 3 maj 2024 om kommunens plan? Den gäller till 2025.\n\nPer Ek",
        "...\n\n1\n\n" + "_" * 200,
    ],
)
def test_little_is_made_of_a_text_that_is_no_agreement(text):
    facts, pairs = proposed(text)
    assert not facts.parties
    assert not facts.duties
    assert (facts.is_signed, facts.valid_from, facts.validity_text) == (False, None, "")
    assert {role for role, _text in pairs} <= {"title", "text", "left_out"}


def test_time_grows_no_faster_than_the_text():
    hostile = [
        "och mellan " * 4000,
        "den 1 januari " * 3000,
        "Överenskommelsen gäller " * 2000,
        "lägesbild ska tas fram, " * 2000,
        "\n\n".join(["Anna Ek", "Kommundirektör", "För polisen"] * 300),
        "\n\n".join(f"{n % 30 + 1} Rubrik {n}\n\nParterna ska göra detta." for n in range(400)),
    ]
    paragraphs = [read_text(text).paragraphs for text in hostile]
    started = time.monotonic()
    for one in paragraphs:
        propose(one)
    # A fraction of a second; work that grows by the square would take hours.
    assert time.monotonic() - started < 30
