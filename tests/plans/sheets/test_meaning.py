"""A sheet has its own ways, and is understood as it is."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from openpyxl import Workbook
from openpyxl.styles import Font

from documents.tree import Link
from tests.plans.sheets.conftest import said, saved, sheets

HEADS = ["Åtgärd", "Vem", "Tidplan"]


def rows(content):
    """The texts of the rows with the headings under which they stand."""
    return [(row.cells.get("heading", ""), row.text) for row in said(content).rows]


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("Aktivitet", "text"),
        ("ÅTGÄRD:", "text"),
        ("Insats", "text"),
        ("Ansvarig", "responsible"),
        ("Vem?", "responsible"),
        ("Tid", "when"),
        ("Tidplan", "when"),
        ("Område", "area"),
        ("Fokusområde", "heading"),
        ("Mål", "heading"),
        ("Uppföljning", "followed_up"),
        ("Klart senast", "when_to"),
        ("Follow-up", "followed_up"),
    ],
)
def test_heads_are_known_by_the_words_that_people_use(head, column):
    other = "Insatser" if column != "text" else "Nr"

    (row,) = said(sheets(Plan=[[head, other], ["2027-05-31", "b"]])).rows

    assert row.cells[column] == "2027-05-31"


def test_the_row_of_heads_need_not_be_the_first():
    content = sheets(
        Plan=[["Åtgärdsplan 2027"], ["Fastställd av rådet, se Mål"], [], HEADS, ["Vandra", "Polis"]]
    )

    (row,) = said(content).rows
    assert (row.number, row.text, row.cells["responsible"]) == (5, "Vandra", "Polis")


def test_a_sheet_for_each_focus_area_gives_its_rows_that_heading():
    content = sheets(**{"Trygga torg": [HEADS, ["Lys"]], "Skolan": [HEADS, ["Vandra"]]})

    assert rows(content) == [("Trygga torg", "Lys"), ("Skolan", "Vandra")]


def test_sheets_that_nobody_has_named_are_no_headings():
    content = sheets(Blad1=[HEADS, ["Lys"]], Blad2=[HEADS, ["Vandra"]])

    assert rows(content) == [("", "Lys"), ("", "Vandra")]


def test_rows_that_are_headings_stand_over_those_below():
    book = Workbook()
    sheet = book.active
    for row in (HEADS, ["Trygga torg"], ["Lys", "Gata"], ["Skolan"], ["Vandra", "Polis"]):
        sheet.append(row)
    sheet.merge_cells("A2:C2")
    sheet["A4"].font = Font(bold=True)

    assert rows(saved(book)) == [("Trygga torg", "Lys"), ("Skolan", "Vandra")]


def test_a_row_with_nothing_but_what_is_to_be_done_is_a_row():
    assert rows(sheets(Plan=[HEADS, ["Lys"], ["Vandra", "Polis"]])) == [("", "Lys"), ("", "Vandra")]


def test_merged_and_blank_cells_under_a_heading_are_under_it():
    book = Workbook()
    sheet = book.active
    for row in (
        ["Fokusområde", "Aktivitet", "Vem"],
        ["Trygga torg", "Lys", "Gata"],
        [None, "Vandra", "Polis"],
        ["Skolan", "Läs", "Skola"],
        [None, "Spela", "Skola"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")

    assert rows(saved(book)) == [
        ("Trygga torg", "Lys"),
        ("Trygga torg", "Vandra"),
        ("Skolan", "Läs"),
        ("Skolan", "Spela"),
    ]


def test_an_activity_over_several_rows_is_one_with_several_responsible():
    book = Workbook()
    sheet = book.active
    for row in (HEADS, ["Vandra", "Polisen: leder", "maj"], [None, "Skolan: deltar", None]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")

    (row,) = said(saved(book)).rows
    assert row.cells["responsible"] == "Polisen: leder\nSkolan: deltar"


def test_what_the_plan_has_no_column_for_is_kept_and_told():
    found = said(sheets(Plan=[[*HEADS, "Prioritet"], ["Lys", "Gata", "maj", "Hög"]]))

    assert found.rows[0].beside == ("Prioritet: Hög",)
    assert any("”Prioritet”" in note or "“Prioritet”" in note for note in found.notes)


def test_days_are_days_however_they_are_written_and_words_are_when_it_is_done():
    heads = ["Aktivitet", "Startdatum", "Slutdatum"]
    content = sheets(
        Plan=[
            heads,
            ["a", date(2027, 1, 1), "31 maj 2027"],
            ["b", None, "löpande"],
            ["c", "våren", "hösten"],
        ]
    )

    first, second, third = said(content).rows
    assert (first.cells["when_from"], first.cells["when_to"]) == ("2027-01-01", "31 maj 2027")
    assert (second.cells["when"], second.cells["when_to"]) == ("löpande", "")
    assert third.cells["when"] == "våren – hösten"


def test_heads_that_come_again_are_no_row():
    assert rows(sheets(Plan=[HEADS, ["Lys", "Gata"], HEADS, ["Vandra"]])) == [
        ("", "Lys"),
        ("", "Vandra"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        sheets(Budget=[["Konto", "Belopp"], ["1000", 5]]),
        sheets(Plan=[HEADS]),
        b"hej;hopp\n1;2\n",
    ],
)
def test_a_sheet_of_something_else_is_refused_in_one_sentence(content):
    with pytest.raises(ValidationError) as caught:
        said(content)
    assert len(caught.value.messages) == 1


def test_hidden_and_struck_rows_are_left_out_unless_they_are_asked_for(in_hand_db):
    book = Workbook()
    sheet = book.active
    for row in (HEADS, ["Dold", "a"], ["Struken", "b"], ["Syns", "c"]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    for place in ("A3", "B3"):
        sheet[place].font = Font(strike=True)

    found = in_hand_db.look(saved(book))
    asked = in_hand_db.look(saved(book), hidden=True, struck=True)

    assert [one.name for one in found.left_out] == ["Dold", "Struken"]
    assert [one.name for one in found.new] == ["Syns"]
    assert len(asked.new) == 3


def test_a_sheet_from_elsewhere_is_taken_in_with_its_headings_once(in_hand_db):
    content = sheets(
        Skolan=[[*HEADS, "Orsak"], ["Spela", "Polisen; Skolan", "maj 2027", "Tristess"]],
        Hamnen=[HEADS, ["Lys upp", "Luleå kommun", "2027"]],
    )

    first, again = in_hand_db.take(content), in_hand_db.take(content)

    assert first.headings == ("Hamnen",)
    assert [one.name for one in first.new] == ["Spela", "Lys upp"]
    assert not again.does_something
    tree = in_hand_db.tree()
    made = {one.text: one for one in tree.activities}
    assert made["Spela"].causes == (Link(words="Tristess"),)
    assert [one.name for one in made["Spela"].responsible] == ["Polisen", "Skolan"]
    assert made["Lys upp"].heading == (3,)


@pytest.fixture
def in_hand_db(db, in_hand):
    """Karin's small plan."""
    return in_hand
