"""What sheets say of how far rows have come: in words and in colours, once and never by a guess."""

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from followup.models import Outcome, Status
from intake.tables.colours import hue_of
from intake.tables.upload import read_sheets
from plans.sheets.asking import questions
from plans.sheets.preview import What
from tests.plans.sheets.conftest import said, saved, sheets

pytestmark = pytest.mark.django_db
LAMPS, WALKS, MEETS = "Byt lamporna", "Vandra på kvällen", "Träffas varje vecka"


def coloured(**fills):
    """A sheet with the rows of the plan, whose text has a colour."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Åtgärd", "Vem"])
    for text, colour in fills.values():
        sheet.append([text, "Polisen"])
        if colour:
            sheet.cell(sheet.max_row, 1).fill = PatternFill("solid", fgColor=colour)
    return saved(book)


@pytest.mark.parametrize(
    ("head", "word", "state"),
    [
        ("Status", "klar", "done"),
        ("Läge", "Påbörjad", "ongoing"),
        ("Klart", "x", "done"),
        ("Klart?", "pågår", "ongoing"),
        ("Genomförandestatus", "EJ PÅBÖRJAD", "not_started"),
        ("Status:", "utgår", "dropped"),
        ("Status", "Delvis genomfört", "partly_done"),
        ("status", "övergått i ordinarie verksamhet", "regular_work"),
    ],
)
def test_words_are_understood_under_the_heads_that_people_use(in_hand, head, word, state):
    content = sheets(Plan=[["Åtgärd", head, "Vem"], [LAMPS, word, None], [WALKS, None, None]])

    found = in_hand.take(content)

    assert [(one.name, one.what) for one in found.outcomes] == [
        (LAMPS, What.CHANGED),
        (WALKS, What.UNCHANGED),
    ]
    assert [one.state for one in Status.objects.all()] == [state]
    assert not in_hand.take(content).does_something
    assert Status.objects.count() == 1


def test_a_column_called_klart_with_days_says_by_when():
    content = sheets(Plan=[["Åtgärd", "Klart", "Vem"], [LAMPS, "2027-05-01", None]])

    assert said(content).rows[0].cells["when_to"] == "2027-05-01"


def test_unknown_words_are_asked_about_and_long_ones_are_a_comment(in_hand):
    long = "Vi har haft två möten och väntar på svar från nämnden."
    content = sheets(Plan=[["Åtgärd", "Status"], [LAMPS, "lite på gång"], [WALKS, long]])

    asked = questions(said(content))
    assert [(one.said, one.proposed) for one in asked] == [
        ("lite på gång", "ongoing"),
        (long, "comment"),
    ]
    in_hand.take(content, "", "comment")
    assert not Status.objects.exists()
    assert Outcome.objects.get().text == long


def test_outcomes_deviations_and_comments_are_reported_once_each(in_hand):
    content = sheets(
        Plan=[
            ["Åtgärd", "Resultat", "Avvikelse", "Kommentar"],
            [LAMPS, 40, "Sent.", "Bra."],
            [WALKS, "drygt 20 vandringar", None, None],
        ]
    )

    in_hand.take(content)

    assert {(one.value, one.words, one.text, one.by) for one in Outcome.objects.all()} == {
        (40, "", "", "Luleå kommun"),
        (None, "drygt 20 vandringar", "", "Luleå kommun"),
        (None, "", "Bra.", "Luleå kommun"),
    }
    assert Status.objects.get().deviation == "Sent."
    assert not in_hand.take(content).does_something
    assert Outcome.objects.count() == 3


def test_new_rows_come_with_how_it_goes_in_one_change(in_hand):
    before = in_hand.changes()

    in_hand.take(sheets(Plan=[["Åtgärd", "Status", "Vem"], ["Måla om", "pågår", "Polisen"]]))

    assert in_hand.changes() == before + 1
    assert Status.objects.get().row == in_hand.tree().activities[-1].key


def test_what_no_report_can_say_is_refused_with_its_row_and_the_rest_is_taken(in_hand):
    content = sheets(
        Plan=[["Åtgärd", "Avvikelse"], [LAMPS, "x" * 6000], [WALKS, "Halka."]],
    )

    found = in_hand.take(content)

    assert [(one.number, one.reason[:10]) for one in found.refused] == [(2, "Avvikelse:")]
    assert Status.objects.get().deviation == "Halka."


def test_colours_mean_nothing_before_someone_has_said_what(in_hand):
    content = coloured(
        one=(LAMPS, "FF00B050"), two=(WALKS, Color(theme=9, tint=0.4)), three=(MEETS, "FFD9D9D9")
    )

    asked = questions(said(content))
    assert [(one.said, one.where, one.rows, one.proposed) for one in asked] == [
        ("green", "Åtgärd", 1, ""),
        ("orange", "Åtgärd", 1, ""),
    ]
    in_hand.take(content)
    assert not Status.objects.exists()

    found = in_hand.take(content, "done", "ongoing")
    assert [(one.name, one.reports[0].now) for one in found.changed] == [
        (LAMPS, "Genomförd"),
        (WALKS, "Pågår"),
    ]
    assert not in_hand.take(content, "done", "ongoing").does_something


def test_a_word_counts_before_the_colour_of_its_row(in_hand):
    book = Workbook()
    sheet = book.active
    for row in (["Åtgärd", "Status"], [LAMPS, "pågår"], [WALKS, None]):
        sheet.append(row)
    for row in (2, 3):
        for column in (1, 2):
            sheet.cell(row, column).fill = PatternFill("solid", fgColor="FF92D050")

    in_hand.take(saved(book), "done")

    assert {one.row: one.state for one in Status.objects.all()} == {
        one.key: {LAMPS: "ongoing", WALKS: "done"}[one.text]
        for one in in_hand.tree().activities
        if one.text != MEETS
    }


@pytest.mark.parametrize(
    ("colour", "hue"),
    [
        *[("00B050", "green"), ("92D050", "green"), ("C6EFCE", "green"), ("FFFF00", "yellow")],
        *[("FFEB9C", "yellow"), ("FFC000", "orange"), ("FF0000", "red"), ("FFC7CE", "red")],
        *[("00B0F0", "blue"), ("7030A0", "purple"), ("FFFFFF", ""), ("808080", ""), ("x", "")],
    ],
)
def test_a_colour_is_called_as_people_call_it(colour, hue):
    assert hue_of(colour) == hue


def test_out_and_in_again_unchanged_reports_nothing(in_hand):
    columns = ("text", "measures", "status", "outcome", "deviation", "comment")
    in_hand.take(
        sheets(Plan=[["Åtgärd", "Status", "Utfall", "Kommentar"], [LAMPS, "klart", 12, "Bra."]])
    )
    content = in_hand.out(columns)
    before = Status.objects.count(), Outcome.objects.count()

    assert not in_hand.take(content).does_something

    def edit(sheet, heads):
        row = next(row[0].row for row in sheet if LAMPS in [cell.value for cell in row])
        assert sheet.cell(row, heads["Utfall"]).value == "12"
        sheet.cell(row, heads["Status"]).value = None
        sheet.cell(row, heads["Utfall"]).value = "12; 30 i juni"
        sheet.cell(row, heads["Mått"]).value = "minst 100"

    found = in_hand.take(in_hand.changed(edit, columns))
    (lamps,) = found.changed
    assert [(one.column, one.now) for one in lamps.reports] == [("outcome", "30 i juni")]
    assert [one.column for one in lamps.not_taken] == ["measures"]
    assert (Status.objects.count(), Outcome.objects.count()) == (before[0], before[1] + 1)


def test_the_colours_of_our_own_file_are_not_asked_about(in_hand):
    assert questions(said(in_hand.out())) == ()


def test_cells_far_down_and_blank_are_looked_at_for_their_colour_only_in_rows_that_say_something():
    book = Workbook()
    book.active.append(["Åtgärd", "Status"])
    book.active.append([LAMPS])
    book.active["B2"].fill = PatternFill("solid", fgColor="FFFF0000")
    book.active["B9"].fill = PatternFill("solid", fgColor="FFFF0000")

    (sheet,) = read_sheets("plan.xlsx", saved(book))

    assert [row.colours for row in sheet.rows] == [{}, {1: "red"}]
    assert load_workbook(io.BytesIO(saved(book))).active.max_row == 9
