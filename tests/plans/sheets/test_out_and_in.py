"""A plan goes out to Excel or CSV and comes back: unchanged no change, changed just those."""

import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from documents.changes import WrongState, change
from plans.models import Activity, Responsible
from plans.sheets.csv_file import write_csv
from plans.sheets.excel import write_excel
from plans.sheets.preview import What

pytestmark = pytest.mark.django_db
BRA = ("text", "operative_goal", "when", "responsible", "followed_up")


def row_of(sheet, text):
    """The number of the row that has a text somewhere."""
    return next(row[0].row for row in sheet if text in [cell.value for cell in row])


VIEWS = [
    {},
    {"columns": ("text",)},
    {"columns": ("allt",), "grupp": "responsible", "ordning": "-text"},
    {"columns": BRA, "sok": "lamporna"},
]


@pytest.mark.parametrize("write", [write_excel, write_csv])
@pytest.mark.parametrize("view", VIEWS)
def test_what_comes_back_unchanged_changes_nothing_however_it_was_seen(in_hand, write, view):
    before = in_hand.changes()

    found = in_hand.take(write(in_hand.seen(**view)))

    assert len(found.outcomes) == (1 if "sok" in view else 3)
    assert {one.what for one in found.outcomes} == {What.UNCHANGED}
    assert found.notes == ()
    assert in_hand.changes() == before


def test_only_what_was_changed_is_changed_in_one_change(in_hand):
    def edit(sheet, heads):
        row = row_of(sheet, "Byt lamporna")
        sheet.cell(row, heads["Ansvarig"]).value = "Luleå kommun, Gator: byter\nPolisen"
        sheet.cell(row, heads["När"]).value = "maj 2027"
        sheet.cell(row_of(sheet, "Träffas varje vecka"), heads["Område"]).value = "Centrum"

    content, before = (
        in_hand.changed(edit, ("text", "responsible", "when", "area")),
        in_hand.changes(),
    )
    found = in_hand.take(content)

    assert [(one.name, [cell.column for cell in one.cells]) for one in found.changed] == [
        ("Träffas varje vecka", ["area"]),
        ("Byt lamporna", ["responsible", "when"]),
    ]
    assert len(found.unchanged) == 1
    assert in_hand.changes() == before + 1
    lamps = Activity.objects.get(text="Byt lamporna")
    assert (lamps.when_text, str(lamps.when_from), lamps.number) == ("maj 2027", "2027-05-01", "1")
    people = Responsible.objects.filter(activity=lamps).order_by("rank")
    assert [str(one) for one in people] == ["Luleå kommun", "Polisen"]
    assert [one.does for one in people] == ["byter", ""]

    again = in_hand.take(content)
    assert not again.does_something
    assert in_hand.changes() == before + 1


def test_what_is_emptied_in_the_file_is_emptied_in_the_plan(in_hand):
    def edit(sheet, heads):
        sheet.cell(row_of(sheet, "Byt lamporna"), heads["Ansvarig"]).value = None
        sheet.cell(row_of(sheet, "Byt lamporna"), heads["Rubrik"]).value = None

    in_hand.take(in_hand.changed(edit))

    lamps = Activity.objects.get(text="Byt lamporna")
    assert lamps.heading is None
    assert not Responsible.objects.filter(activity=lamps).exists()


def test_a_new_row_in_the_file_is_a_new_row_of_the_plan_and_twice_it_is_one(in_hand):
    def edit(sheet, heads):
        last = sheet.max_row + 1
        sheet.cell(last, heads["Aktivitet"]).value = "Måla om"
        sheet.cell(last, heads["Rubrik"]).value = "Skolan"

    content = in_hand.changed(edit)
    first, second = in_hand.take(content), in_hand.take(content)

    assert [one.name for one in first.new] == ["Måla om"]
    assert not second.does_something
    made = Activity.objects.get(text="Måla om")
    assert made.heading.text == "Skolan"
    assert list(Activity.objects.order_by("rank"))[-1] == made


def test_a_row_of_another_plan_is_refused_with_its_number(in_hand):
    def edit(sheet, heads):
        sheet.cell(3, heads["overens-nyckel"]).value = "6f3f9a3e-0000-4000-8000-000000000000"
        sheet.cell(3, heads["Aktivitet"]).value = "Från en annan plan"
        sheet.cell(4, heads["overens-nyckel"]).value = "inte en nyckel"

    found = in_hand.look(in_hand.changed(edit))

    assert [(one.number, one.what) for one in found.refused] == [(3, "refused"), (4, "refused")]
    assert "en annan plan" in found.refused[0].reason


def test_a_row_that_stands_twice_is_refused_the_second_time(in_hand):
    def edit(sheet, heads):
        for cell in list(sheet[2]):
            sheet.cell(9, cell.column).value = cell.value

    assert [one.number for one in in_hand.look(in_hand.changed(edit)).refused] == [9]


def test_what_cannot_be_is_refused_row_by_row_and_the_rest_is_taken_in(in_hand):
    def edit(sheet, heads):
        row = row_of(sheet, "Byt lamporna")
        sheet.cell(row, heads["Börjar"]).value = "2027-12-31"
        sheet.cell(row_of(sheet, "Träffas varje vecka"), heads["Område"]).value = "x" * 400
        sheet.cell(row_of(sheet, "Vandra på kvällen"), heads["Område"]).value = "Hamnen"

    found = in_hand.take(in_hand.changed(edit))

    assert {one.name: one.reason[:6] for one in found.refused} == {
        "Byt lamporna": "Sista ",
        "Träffas varje vecka": "Område",
    }
    assert [one.name for one in found.changed] == ["Vandra på kvällen"]


def test_nothing_is_written_when_the_plan_has_changed_since_it_was_shown(in_hand, karin):
    def edit(sheet, heads):
        sheet.cell(row_of(sheet, "Byt lamporna"), heads["Område"]).value = "Hamnen"

    content = in_hand.changed(edit)
    seen = in_hand.look(content).fingerprint
    with change(by=karin.actor, document=in_hand.plan.document):
        row = Activity.objects.get(text="Byt lamporna")
        row.area = "Torget"
        row.save()

    with pytest.raises(WrongState):
        in_hand.take(content, seen=seen)
    assert Activity.objects.get(text="Byt lamporna").area == "Torget"


def test_the_file_has_what_the_table_shows_at_the_same_address(in_hand):
    sheet = load_workbook(io.BytesIO(in_hand.out(BRA))).worksheets[0]

    assert [cell.value for cell in sheet[1]][1:] == [
        *("Aktivitet", "Operativt mål", "När", "Ansvarig", "Uppföljning")
    ]
    assert [row[1].value for row in list(sheet)[1:]] == [
        *("Träffas varje vecka", "Byt lamporna", "Vandra på kvällen")
    ]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == "C2"

    chosen = in_hand.out(("when", "text"), responsible="–", grupp="", ordning="-text")
    rows = list(load_workbook(io.BytesIO(chosen)).worksheets[0].values)
    assert [row[1:] for row in rows] == [
        ("När", "Aktivitet"),
        ("riskhelger", "Vandra på kvällen"),
        (None, "Träffas varje vecka"),
    ]


def test_a_file_of_all_has_the_usual_columns_and_those_that_say_anything(in_hand):
    (heads, *_rows) = load_workbook(io.BytesIO(in_hand.out(("allt",)))).worksheets[0].values

    assert heads[1:] == ("Nr", "Aktivitet", "Rubrik", "Ansvarig", "När", "Område", "Uppföljning")


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x","y")', "+46 70", "-1", "@alla", "'=1", "007"]
)
def test_a_text_never_becomes_a_formula_and_comes_back_as_it_was(in_hand, karin, text):
    with change(by=karin.actor, document=in_hand.plan.document):
        row = Activity.objects.get(text="Byt lamporna")
        row.text = text
        row.save()
    book = load_workbook(io.BytesIO(in_hand.out()))
    csv = write_csv(in_hand.seen())

    cells = [cell for row in book.worksheets[0] for cell in row if cell.value == text]
    assert [cell.data_type for cell in cells] == ["s"]
    assert not any(
        line.startswith(text) or f";{text}" in line
        for line in csv.decode().split("\n")
        if text[0] in "=+-@"
    )
    for content in (in_hand.out(), csv):
        assert not in_hand.look(content).does_something


def test_headings_can_be_chosen_from_a_list(in_hand):
    book = load_workbook(io.BytesIO(in_hand.out()))

    assert [cell.value for cell in book["Listor"]["A"] if cell.value] == [
        "Trygga torg",
        "Trygga torg › Färre känner sig otrygga",
        "Skolan",
    ]
    assert book["Listor"].sheet_state == "veryHidden"
    assert [cell.value for cell in book["Listor"]["B"]][:2] == ["Ej påbörjad", "Pågår"]
    assert len(book.worksheets[0].data_validations.dataValidation) == 2


def test_the_file_is_the_same_when_read_by_someone_who_reads_english(in_hand):
    with translation.override("en"):
        content = in_hand.out()
    assert not in_hand.look(content).does_something
