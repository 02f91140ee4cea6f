"""Deleting a row: what goes with it is named first, and it stays in the history."""

import pytest

from agreements.kind import AGREEMENT
from agreements.models import Duty, Goal
from documents.models import Section, SectionPart
from tests.desk import page, text_of

ROWS = AGREEMENT.edited_rows

DELETED = sorted(name for name, kind in ROWS.items() if kind.can_be_added)


@pytest.mark.parametrize("kind", DELETED)
def test_asking_changes_nothing_and_doing_is_one_change(desk, kind):
    row = desk.row(kind)
    url, rows, before = desk.at("delete", row), desk.rows(kind), len(desk.changes())

    assert desk.get(url).status_code == 200
    assert desk.rows(kind) == rows

    response = desk.post(url)

    assert response.status_code == 302
    assert response["Location"] == desk.url("detail")
    assert desk.row(kind, key=row.key) is None
    assert len(desk.changes()) == before + 1


def test_what_goes_with_a_section_is_named(desk):
    work = desk.row("section", heading="Arbetssätt")

    asked = desk.get(desk.at("delete", work))

    named = page(asked).xpath("//main//ul[not(@class)]/li/text()")
    assert named == [
        "Styrgrupp",
        "Styrgruppen möts varje kvartal.",
        "Åtgärdsplan",
        "Planen ska uppdateras minst vartannat år.",
    ]
    desk.post(desk.at("delete", work))
    assert set(Section.objects.values_list("heading", flat=True)) == {"Parter", "Mål"}
    assert SectionPart.objects.count() == 3


def question(desk, row, headers):
    return text_of(desk.client.get(desk.at("delete", row), headers=headers))


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_the_goals_stay_when_the_section_goes_that_prints_them_and_that_is_said(desk, headers):
    goals = desk.row("section", heading="Mål")

    asked = question(desk, goals, headers)

    assert "Då försvinner också det här (1): Målen är gemensamma." in asked
    assert "Block" not in asked
    assert "Det som programmet skriver ut här (mål) tas inte bort: det finns kvar under" in asked
    desk.post(desk.at("delete", goals))
    assert Goal.objects.count() == 4
    below = page(desk.get(desk.url("detail"))).xpath("string(//*[@id='behind-goals'])")
    assert "Öka tryggheten." in below


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_place_in_the_text_is_called_by_what_it_prints(desk, headers):
    asked = question(desk, desk.row("part", block="goals"), headers)

    assert "Mål" in asked
    assert "Block" not in asked
    assert "(mål) tas inte bort: det finns kvar under texten" in asked


def test_what_is_printed_elsewhere_or_after_the_text_is_said_to_be(desk):
    group, plan = (desk.row("section", heading=name) for name in ("Styrgrupp", "Åtgärdsplan"))
    for section, block in ((group, "goals"), (plan, "appendices"), (plan, "validity")):
        desk.post(f"{desk.url('add', 'part')}?under={section.key}", {"block": block})

    assert "(mål) står också på ett annat ställe i texten." in question(desk, group, {})
    asked = question(desk, plan, {})
    assert "(bilagor) skrivs i stället ut efter texten." in asked
    assert "(giltighet) tas inte bort: det finns kvar bland uppgifterna" in asked


def test_a_text_of_several_paragraphs_says_that_all_of_them_go(desk):
    text = desk.row("part", kind="text")
    assert "alla försvinner" not in text_of(desk.get(desk.at("delete", text)))

    desk.fill_in(desk.at("edit", text), text="<p>Ett.</p><p>Två.</p><p>Tre.</p>")

    for headers in ({}, {"HX-Request": "true"}):
        asked = desk.client.get(desk.at("delete", text), headers=headers)
        assert "Texten har 3 stycken, och alla försvinner." in text_of(asked)


def test_a_duty_stays_when_the_section_that_says_it_goes_and_that_is_in_the_history(desk):
    desk.post(desk.at("delete", desk.row("section", heading="Arbetssätt")))

    duty = Duty.objects.get(subject="plan")
    assert duty.section is None
    acts = {(entry["row"], entry["act"]) for entry in desk.changes()[0].entries}
    assert ("duty", "changed") in acts


def test_what_goes_with_a_goal_and_a_party_is_named(desk):
    assert "Bygga broar" in text_of(desk.get(desk.at("delete", desk.row("goal"))))
    assert "Kerstin Berg" in text_of(desk.get(desk.at("delete", desk.row("party"))))
    assert "Kommundirektör" in text_of(desk.get(desk.at("delete", desk.row("body"))))


def test_a_row_without_anything_under_it_is_asked_about_alone(desk):
    asked = desk.get(desk.at("delete", desk.row("appendix")))

    assert not page(asked).xpath("//main//ul[not(@class)]")


def test_deleting_twice_is_harmless_or_not_there(desk):
    url = desk.at("delete", desk.row("appendix"))
    desk.post(url)
    changes = len(desk.changes())

    assert desk.get(url).status_code == 404
    assert desk.post(url).status_code == 404
    assert len(desk.changes()) == changes


def test_the_agreement_itself_is_not_deleted(desk):
    url = desk.at("delete", desk.row("agreement"))

    assert desk.get(url).status_code == desk.post(url).status_code == 404
    assert desk.row("agreement") is not None


def test_the_document_can_still_be_read_as_it_was(desk):
    desk.post(desk.at("delete", desk.row("goal")))
    deletion, before = desk.changes()[0], desk.changes()[1]

    assert "Bygga broar" in text_of(desk.get(desk.url("as_of", before.pk)))
    shown = page(desk.get(desk.url("as_of", deletion.pk))).xpath("string(//article)")
    assert "Bygga broar" not in shown
    assert Goal.objects.count() == 1
    desk.client.cookies["django_language"] = "en"
    assert "deleted the goal “Öka tryggheten.”" in text_of(desk.get(desk.url("history")))
