"""A new section takes its heading and its text in one form."""

import pytest

from documents.models import Section, SectionPart

pytestmark = pytest.mark.django_db

WRITTEN = {"heading": "Sekretess", "text": "<p>Uppgifter delas enligt lag.</p>"}


def test_heading_and_text_are_saved_as_one_change(desk):
    before = len(desk.changes())

    desk.fill_in(desk.url("add", "section"), **WRITTEN)

    section = Section.objects.get(heading="Sekretess")
    assert [part.text for part in section.parts.all()] == [WRITTEN["text"]]
    assert len(desk.changes()) == before + 1


def test_a_section_of_text_alone_needs_no_heading(desk):
    desk.fill_in(desk.url("add", "section"), text=WRITTEN["text"])

    assert SectionPart.objects.get(text=WRITTEN["text"]).section.heading == ""


def test_a_heading_alone_makes_no_empty_text(desk):
    desk.fill_in(desk.url("add", "section"), heading="Sekretess")

    assert not Section.objects.get(heading="Sekretess").parts.exists()


def test_one_step_back_takes_both_away_again(desk):
    desk.fill_in(desk.url("add", "section"), **WRITTEN)
    done = desk.changes()[0]

    desk.client.post(desk.url("undo", done.pk))

    assert not Section.objects.filter(heading="Sekretess").exists()
    assert not SectionPart.objects.filter(text=WRITTEN["text"]).exists()


def test_an_existing_section_is_edited_by_its_heading_alone(desk):
    section = desk.row("section")

    shown = desk.get(desk.url("edit", "section", section.key)).content.decode()

    assert 'name="heading"' in shown
    assert 'name="text"' not in shown
