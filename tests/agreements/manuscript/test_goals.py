"""Which lists are the goals of an agreement, where it also names areas to give priority to."""

import pytest

from agreements.manuscript.recognition.proposing import propose
from intake.reading.upload import read_upload
from tests.agreements.manuscript.test_recognition import of, proposed
from tests.agreements.manuscript.word_files import item, paragraph, word_file

FRONT = "Samverkansöverenskommelse mellan Ekeby kommun och Polismyndigheten\n\n"
AREAS = ["Skadegörelse", "Mörka gångvägar"]
GOALS = ["Färre fönster ska krossas", "Fler ska våga gå hem om kvällen"]


def goals(body):
    _facts, pairs = proposed(FRONT + body)
    return [text for role, text in pairs if role in ("goal", "sub_goal")]


def listed(lines):
    return "\n".join(f"- {line}" for line in lines)


@pytest.mark.parametrize("areas", ["Fokusområden", "Prioriterade områden\n\nVi prioriterar:"])
@pytest.mark.parametrize("heading", ["Effektmål", "Övergripande mål", "Mål", "Gemensamma mål"])
def test_goals_after_a_list_of_areas_are_the_goals(areas, heading):
    assert goals(f"{areas}\n\n{listed(AREAS)}\n\n{heading}\n\n{listed(GOALS)}") == GOALS


def test_areas_are_the_goals_of_a_text_that_names_no_others():
    assert goals(f"Våra prioriterade områden\n{listed(AREAS)}") == AREAS


def test_goals_that_stand_under_each_area_stay_there():
    said = (
        f"Fokusområde 1 – Park\n\nMål:\n{listed(GOALS[:1])}\n\n"
        f"Fokusområde 2 – Väg\n\nMål:\n{listed(GOALS[1:])}"
    )
    assert goals(said) == []
    overall = "Ekeby ska vara en trygg plats att bo och åldras på."
    assert goals(f"Övergripande mål\n\n{overall}\n\n{said}") == [overall]


def test_a_short_line_over_a_list_is_its_heading_and_no_subtitle():
    facts, pairs = proposed(f"{FRONT}Insatser\n\n{listed(AREAS)}\n\nStyrning\n\n{listed(GOALS)}")
    assert of("heading", pairs) == ["Insatser", "Styrning"]
    assert facts.subtitle == ""
    assert [one.name for one in facts.parties] == ["Ekeby kommun", "Polismyndigheten"]


@pytest.mark.parametrize(
    "lead",
    [
        "Mål\n\nSamverkan ska leda till:",
        "Målsättningar\nParterna vill under avtalsperioden",
        "Prioriterade områden\n\nUtifrån den gemensamma lägesbilden prioriteras följande områden:",
    ],
)
def test_a_list_is_of_goals_by_what_leads_to_it(lead):
    assert goals(f"{lead}\n{listed(GOALS)}") == GOALS


def test_a_list_of_what_the_picture_is_made_of_is_none():
    lead = "Mål\n\nMålen prioriteras utifrån följande underlag till lägesbilden:"
    assert goals(f"{lead}\n{listed(GOALS)}") == []


def test_goals_can_have_letters_and_one_line_can_say_them_all():
    lettered = [f"Mål {letter}. {goal}." for letter, goal in zip("AB", GOALS, strict=True)]
    assert goals("Mål\n\nFöljande mål gäller:\n\n" + "\n\n".join(lettered)) == lettered
    said = "Våra mål är ökad trygghet i centrum, färre inbrott samt fler vuxna ute."
    assert goals(f"Våra mål\n\n{said}") == [said]


def test_the_overall_goal_over_its_sub_goals_need_not_begin_with_that():
    overall = "Ekeby ska vara en kommun där ingen utsätts för våld."
    said = f"Gemensamt övergripande mål\n\n{overall}\n\nDelmål\n{listed(GOALS)}"
    assert goals(said) == [overall, *GOALS]


@pytest.mark.parametrize("heading", ["Mål", "§ 2 Mål", "Gemensamma mål:"])
@pytest.mark.parametrize("mark", ["Mål 1. ", "Mål 1: ", "Mål A – "])
def test_one_goal_with_a_number_is_a_goal_and_no_heading(heading, mark):
    body = f"{heading}\n{mark}Fler ska gå hem\n\nÖverenskommelsen gäller 2026-01-01–2027-12-31."
    assert goals(body) == [f"{mark}Fler ska gå hem"]


def test_one_item_with_a_number_is_a_goal_and_no_heading():
    assert goals("Mål\n1. Fler ska gå hem\n\nUppföljning\nVi ses varje år.") == ["Fler ska gå hem"]


def test_numbers_with_text_under_each_of_them_are_headings():
    for mark in ("Mål ", ""):
        body = f"Mål\n\n{mark}1. Hem\n\nFler går hem.\n\n{mark}2. Ljus\n\nFler lampor lyser."
        assert goals(body) == []


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ((item("Fler går hem", kind=2), paragraph("Det gäller alla.")), ["Fler går hem"]),
        (
            (
                item("Hem", kind=2),
                paragraph("Fler går hem."),
                item("Ljus", kind=2),
                paragraph("Fler lampor lyser."),
            ),
            [],
        ),
    ],
)
def test_one_numbered_line_in_word_under_a_heading_over_goals_is_a_goal(section, found):
    body = [paragraph(FRONT.strip(), style="Rubrik"), paragraph("Mål", style="Rubrik1"), *section]
    paragraphs = read_upload("a.docx", word_file(*body)).paragraphs
    roles = propose(paragraphs).roles
    pairs = zip(paragraphs, roles, strict=True)
    assert [one.text for one, role in pairs if role == "goal"] == found
    assert roles.count("heading") == (1 if found else 3)
