"""A pasted block: what it writes over, what comes to be new rows, and what is asked first."""

import pytest

from plans.models import Activity, Heading
from plans.table.pasting import heads

pytestmark = pytest.mark.django_db
#: In the order in which the table shows them.
MEET, LAMPS, WALK = ROWS = ("Träffas varje vecka", "Byt lamporna", "Vandra på kvällen")
YES = {"asked": "1"}


def areas():
    return list(Activity.objects.order_by("pk").values_list("area", flat=True))


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (("Åtgärd", "Vem", "När"), {0: "text", 1: "responsible", 2: "when"}),
        (("AKTIVITET:", "", "Ansvarig*"), {0: "text", 2: "responsible"}),
        (("Åtgärd",), {0: "text"}),
        (("Åtgärd", "Byt lampor"), {}),
        (("Åtgärd", "Aktivitet"), {}),
        (("Vandra", "Polisen"), {}),
        (("Åtgärd", "Ansvarig", "Något eget"), {0: "text", 1: "responsible"}),
    ],
)
def test_headings_of_a_sheet_are_known_by_their_words(row, names):
    assert heads(row) == names


def test_a_block_is_written_over_rows_in_the_order_shown(grid, desk):
    before = len(desk.changes())

    answer = grid.paste("Porsön\tvarje år\r\nÖrnäset\t\r\n", rows=(LAMPS, WALK), column="area")

    assert answer.told == "Sparat."
    assert [one.area for one in map(find, (LAMPS, WALK))] == ["Porsön", "Örnäset"]
    assert find(LAMPS).followed_up == "varje år"
    assert len(desk.changes()) == before + 1


def find(text):
    return Activity.objects.get(text=text)


def test_the_line_end_of_a_spreadsheet_erases_nothing(grid):
    grid.save((WALK, "area", "Porsön", ""))

    grid.paste("Örnäset\r\n", rows=(LAMPS, WALK), column="area")

    assert find(WALK).area == "Porsön"


def test_one_cell_fills_all_that_are_marked(grid):
    grid.paste("Porsön", rows=ROWS, column="area", height=3)

    assert areas() == ["Porsön"] * 3


def test_a_block_longer_than_the_table_asks_before_it_adds_rows(grid):
    block = "Vandra oftare\nNy ett\nNy två"
    question = grid.paste(block, rows=(WALK,))
    assert question.is_question
    assert "lägg till de 2 rader som inte får plats" in question.words
    assert Activity.objects.count() == 3

    answer = grid.paste(block, rows=(WALK,), mode="over", longer="1", **YES)

    assert answer.told == "2 nya rader. Sparat."
    assert grid.texts("grupp=")[-2:] == ["Ny ett", "Ny två"]


def test_what_has_no_place_can_be_left(grid):
    grid.paste("Vandra oftare\nNy ett", rows=(WALK,), mode="over", **YES)

    assert Activity.objects.count() == 3
    assert Activity.objects.filter(text="Vandra oftare").exists()


def test_a_block_can_be_added_as_new_rows_after_the_table(grid):
    grid.paste("Ny ett\nNy två", rows=ROWS, mode="new", **YES)

    assert Activity.objects.count() == 5
    assert grid.texts("grupp=")[-2:] == ["Ny ett", "Ny två"]


SHEET = (
    "Åtgärd\tFokusområde\tVem\tEget\r\n"
    '"Vandra\nlänge"\tParken\t"Polisen: leder\nSkolan medverkar"\tx\r\n'
    "Öppna skolan\tSkolan\tSkolan\ty\r\n"
)


def test_headings_are_understood_and_never_become_a_row(grid):
    question = grid.paste(SHEET)
    assert question.is_question
    assert "Ingen kolumn heter: Eget" in question.words
    assert "Planen har inte de här rubrikerna, lägg till dem: Parken" in question.words

    grid.paste(SHEET, mode="new", make="1", **YES)

    walk, open_ = Activity.objects.order_by("-pk")[:2][::-1]
    assert (walk.text, walk.heading.text) == ("Vandra\nlänge", "Parken")
    assert [str(one) for one in walk.responsible.order_by("rank")] == ["Polisen", "Skolan"]
    assert (open_.text, open_.heading.text) == ("Öppna skolan", "Skolan")
    assert Heading.objects.count() == 4


def test_a_heading_that_is_not_made_leaves_the_cell_with_its_reason(grid):
    answer = grid.paste(SHEET, mode="new", **YES)

    assert Heading.objects.count() == 3
    assert "Ingen rubrik heter ”Parken”" in answer.words
    assert Activity.objects.filter(text="Vandra\nlänge", heading=None).exists()


MERGED = (
    "<table><tr><td rowspan=2>Porsön</td><td>varje år</td></tr>"
    "<tr><td>varje månad</td></tr></table>"
)


@pytest.mark.parametrize(("fill", "second"), [("1", "Porsön"), ("", "")])
def test_merged_cells_are_asked_about(grid, fill, second):
    assert (
        "Celler är sammanslagna" in grid.paste(html=MERGED, rows=(LAMPS, WALK), column="area").words
    )

    grid.paste(html=MERGED, rows=(LAMPS, WALK), column="area", fill=fill, mode="over", **YES)

    assert [one.area for one in map(find, (LAMPS, WALK))] == ["Porsön", second]


def test_columns_without_a_place_are_told(grid):
    answer = grid.paste("ett\ttvå\ttre", rows=(LAMPS,), column="followed_up")

    assert "2 kolumner fick inte plats" in answer.told
    assert find(LAMPS).followed_up == "ett"


def test_a_row_without_words_for_what_is_to_be_done_is_told(grid):
    answer = grid.paste("Åtgärd\tVem\nNy\tPolisen\n\tSkolan\n\t", mode="new", **YES)

    assert Activity.objects.count() == 4
    assert "En rad måste säga vad som ska göras" in answer.words


def test_a_cell_changed_since_the_page_was_shown_keeps_both_texts(grid, desk):
    since = desk.changes()[0].pk
    grid.save((LAMPS, "area", "Porsön", ""))

    answer = grid.paste("Örnäset\nCentrum", rows=(LAMPS, WALK), column="area", since=since)

    assert [one.area for one in map(find, (LAMPS, WALK))] == ["Porsön", "Centrum"]
    assert "Någon annan har ändrat 1 cell" in answer.told


def test_a_formula_is_a_text(grid):
    grid.paste('=HYPERLINK("http://x")\r\n', rows=(LAMPS,), column="area")

    assert find(LAMPS).area == '=HYPERLINK("http://x")'


@pytest.mark.parametrize("text", ["a\n" * 5_000, "x" * 100_000, "a\t" * 300])
def test_too_much_is_refused_in_a_sentence_and_nothing_is_written(grid, desk, text):
    before = len(desk.changes())

    answer = grid.paste(text, rows=ROWS, column="area")

    assert answer.status == 422
    assert "högst 1000 rader med 60 kolumner, och 20 000 tecken" in answer.words
    assert len(desk.changes()) == before


def test_a_pasted_block_is_taken_back_whole(grid, desk):
    grid.paste(SHEET, mode="new", make="1", **YES)

    assert desk.post(desk.url("undo", desk.changes()[0].pk)).status_code == 302

    assert (Activity.objects.count(), Heading.objects.count()) == (3, 3)
