"""What programs put on the clipboard, read as rows of cells."""

from contextlib import suppress

import pytest

from plans.table.clipboard import LONGEST_CELL, MOST_ROWS, Block, TooMuch, read


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ()),
        ("\r\n", ()),
        ("Ett ord", (("Ett ord",),)),
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ("a\t\nb", (("a", ""), ("b", ""))),
        ('"rad ett\nrad två\nrad tre"\tb\n', (("rad ett\nrad två\nrad tre", "b"),)),
        ('"sa ""hej"""\tb', (('sa "hej"', "b"),)),
        ('"Trygg" torg\tb', (('"Trygg" torg', "b"),)),
        ('"bara början\tb', (('"bara början', "b"),)),
        ('"', (('"',),)),
        ("a\n\nb\n", (("a",), ("",), ("b",))),
        ('=HYPERLINK("http://x")\tb', (('=HYPERLINK("http://x")', "b"),)),
    ],
)
def test_lines_with_tabs(text, rows):
    assert read(text).rows == rows


EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
td {mso-data-placement:same-cell} table</style></head><body><!--StartFragment-->
<table><col width=64><tr height=20><td class=xl65>Åtgärd</td><td>Ansvarig</td></tr>
<tr><td rowspan=2>Vandra<br style='mso-data-placement:same-cell;'>
  ofta</td><td>Polisen</td></tr><tr><td>Luleå&nbsp;kommun</td></tr></table></body></html>"""
WORD = (
    "<table><tr><td><p class=MsoNormal>Vandra\n ofta<o:p></o:p></p><p>och länge</p></td>"
    "<td colspan=2><ul><li>a</li><li>b</li></ul></td></tr></table>"
)


def test_a_spreadsheet_tells_which_cells_are_merged():
    block = read("annat", EXCEL)

    assert block.rows == (
        ("Åtgärd", "Ansvarig"),
        ("Vandra\nofta", "Polisen"),
        ("", "Luleå kommun"),
    )
    assert block.covered == {(2, 0)}
    assert block.filled_down().rows[2] == ("Vandra\nofta", "Luleå kommun")


def test_the_paragraphs_of_a_cell_in_word_are_lines_of_one_cell():
    assert read("Vandra ofta\noch länge\ta\nb", WORD).rows == (
        ("Vandra ofta\noch länge", "a\nb", ""),
    )


def test_a_table_in_a_cell_is_words_of_the_cell():
    inner = "<table><tr><td>x<table><tr><td>y</td></tr></table></td><td>z</td></tr></table>"

    assert read("", inner).rows == (("xy", "z"),)


def test_html_without_a_table_is_read_as_its_plain_text():
    assert read("a\tb", "<p>a b</p>") == Block((("a", "b"),))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a\n" * (MOST_ROWS + 1), ""),
        ("x" * (LONGEST_CELL + 1), ""),
        ("a\t" * 1000, ""),
        ("", "<table>" + "<tr><td>a</td></tr>" * (MOST_ROWS + 1)),
        ("", "<table><tr>" + "<td colspan=999999>a</td>" * 9),
    ],
)
def test_too_much_is_refused(text, html):
    with pytest.raises(TooMuch):
        read(text, html)


@pytest.mark.parametrize("text", ['"\t' * 59 + '"' * 100_000, '"' + '""' * 9_000 + "\t" + '"' * 7])
def test_quotes_that_never_end_take_no_time(text):
    with suppress(TooMuch):
        assert read(text).rows
