"""Sheets from outside: what is read, and what is refused in one sentence within bounds."""

import io
import zipfile
from datetime import date, datetime
from time import monotonic

import pytest
from django.core.exceptions import ValidationError
from openpyxl import Workbook
from openpyxl.styles import Font

from intake.tables.upload import read_sheets


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def workbook(*rows, name="Plan"):
    book = Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    return book


def read(content, name="plan.xlsx"):
    return read_sheets(name, content)


def cells(content):
    return [row.cells for row in read(content)[0].rows]


def refused(content, name="plan.xlsx"):
    """The sentence with which a file is refused, soon."""
    begun = monotonic()
    with pytest.raises(ValidationError) as caught:
        read(content, name)
    assert monotonic() - begun < 5
    (sentence,) = caught.value.messages
    return sentence


def with_part(content, name, text):
    """The workbook with one part more, or another one in its place."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", 8) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, text)
    return file.getvalue()


def test_cells_are_read_as_they_are_shown():
    book = workbook(
        ["Aktivitet", "När", "Antal"],
        [" Vandra \r\nihop ", date(2027, 5, 31), 12.0],
        ["Mät", datetime(2027, 5, 31, 8, 30), 0.26],
        ["Sant", True, 1.5],
    )
    book.active["C3"].number_format = "0 %"

    assert cells(saved(book)) == [
        ("Aktivitet", "När", "Antal"),
        ("Vandra \nihop", "2027-05-31", "12"),
        ("Mät", "2027-05-31 08:30", "26 %"),
        ("Sant", "ja", "1,5"),
    ]


def test_rows_keep_the_numbers_that_excel_shows_and_empty_ones_are_left_out():
    book = workbook(["Aktivitet", "Vem"])
    book.active["A5"] = "Vandra"

    assert [row.number for row in read(saved(book))[0].rows] == [1, 5]


def test_merged_cells_say_the_same_in_each_row_and_a_heading_over_columns_is_told():
    book = workbook(["Mål", "Aktivitet"], ["Trygga torg", "Vandra"], [None, "Lys"], ["Skolan"])
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("A4:B4")

    _heads, first, second, over = read(saved(book))[0].rows

    assert (first.cells, second.cells) == (("Trygga torg", "Vandra"), ("Trygga torg", "Lys"))
    assert (first.same_as_above, second.same_as_above) == (frozenset(), frozenset({0}))
    assert (over.spans, first.spans) == (True, False)


def test_hidden_struck_and_bold_rows_are_told():
    book = workbook(["A", "B"], ["dold", "x"], ["struken", "x"], ["fet", "x"], ["halv", "x"])
    sheet = book.active
    sheet.row_dimensions[2].hidden = True
    for place in ("A3", "B3", "A5"):
        sheet[place].font = Font(strike=True)
    for place in ("A4", "B4"):
        sheet[place].font = Font(bold=True)

    rows = read(saved(book))[0].rows[1:]

    assert [row.is_hidden for row in rows] == [True, False, False, False]
    assert [row.is_struck for row in rows] == [False, True, False, False]
    assert [row.is_bold for row in rows] == [False, False, True, False]


def test_hidden_sheets_are_left_out_and_told_of():
    book = workbook(["Aktivitet"])
    book.create_sheet("Listor").append(["x"])
    book["Listor"].sheet_state = "hidden"

    (sheet,) = read(saved(book))

    assert "Listor" in sheet.notes[0]


def test_a_formula_is_read_as_its_value_and_told_of_where_it_has_none():
    book = workbook(["Aktivitet"], ['=HYPERLINK("http://x";"y")'])

    (sheet,) = read(saved(book))

    assert [row.cells for row in sheet.rows] == [("Aktivitet",)]
    assert sheet.notes[0].startswith("1 formel")


def test_macros_are_told_of_and_never_run():
    content = with_part(saved(workbook(["Aktivitet"])), "xl/vbaProject.bin", b"\0")

    assert "makron" in read(content)[0].notes[0]


def test_two_cells_far_apart_are_refused_with_where_the_far_one_lies():
    book = workbook(["Aktivitet"])
    book.active["XFD1048576"] = "bort"

    sentence = refused(saved(book))

    assert "1\xa0048\xa0576" in sentence
    assert "2\xa0000" in sentence


def test_a_sheet_that_is_only_formatted_far_away_is_read():
    book = workbook(["Aktivitet"])
    book.active["ZZ9000"].font = Font(bold=True)

    assert cells(saved(book)) == [("Aktivitet",)]


def test_twenty_thousand_rows_and_two_hundred_columns_are_refused():
    many = Workbook(write_only=True)
    sheet = many.create_sheet("Plan")
    for number in range(20_000):
        sheet.append(["Vandra", number])

    assert "rad 2\xa0001" in refused(saved(many))
    assert "kolumn 81" in refused(saved(workbook(["x"] * 200)))


def test_a_zip_bomb_is_not_unpacked():
    bomb = with_part(
        saved(workbook(["Aktivitet"])), "xl/worksheets/sheet1.xml", b" " * (200 * 1024 * 1024)
    )

    assert len(bomb) < 1024 * 1024
    assert "packades inte upp" in refused(bomb)


def test_more_merged_cells_than_there_are_cells_are_refused():
    merged = b'<mergeCell ref="A1:A1048576"/>' * 100_000
    sheet = b"<worksheet><sheetData/><mergeCells>" + merged + b"</mergeCells></worksheet>"
    content = with_part(saved(workbook(["Aktivitet"])), "xl/worksheets/sheet1.xml", sheet)

    assert "öppnades inte" in refused(content)


def test_entities_are_refused():
    content = with_part(
        saved(workbook(["Aktivitet"])),
        "xl/sharedStrings.xml",
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]><sst>&a;</sst>',
    )

    assert "öppnades inte" in refused(content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, ".xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "lösenord"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04 halv", "skadad"),
        (b"", "ingen text"),
        (b"\0\1\2\3", ".csv"),
    ],
)
def test_another_file_is_refused_in_a_sentence(content, says):
    assert says in refused(content)


def test_a_damaged_workbook_is_refused():
    content = with_part(saved(workbook(["Aktivitet"])), "xl/workbook.xml", b"<workbook>")

    assert "skadad" in refused(content)


def test_what_is_too_much_is_refused_whatever_its_part_is_called():
    """The list of types says which part has the texts, not its name."""
    content = saved(workbook(["Aktivitet"]))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        types = file.read("[Content_Types].xml").replace(b"sharedStrings.xml", b"bild.png")
    texts = b"<sst>" + b"<si><t/></si>" * 50_000 + b"</sst>"
    content = with_part(with_part(content, "xl/bild.png", texts), "[Content_Types].xml", types)

    assert "packades inte upp" in refused(content)


def test_a_part_with_very_many_looks_is_not_opened():
    styles = b"<styleSheet>" + b"<xf/>" * 100_000 + b"</styleSheet>"

    assert "packades inte upp" in refused(
        with_part(saved(workbook(["Aktivitet"])), "xl/styles.xml", styles)
    )


def test_a_csv_of_many_rows_and_one_that_is_not_closed_are_refused():
    assert "rad 2\xa0001" in refused(b"Aktivitet;Vem\n" + b"a;b\n" * 20_000)
    assert "citattecken" in refused(b'Aktivitet;Vem\n"' + b"a;b\n" * 200_000)


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_whatever_parts_its_cells(sign):
    text = f'Aktivitet{sign}Vem\r\n"Vandra\nihop"{sign}"Polis; Kommun, Skola"\r\n\r\n'

    assert cells("\ufeff".encode() + text.encode()) == [
        ("Aktivitet", "Vem"),
        ("Vandra\nihop", "Polis; Kommun, Skola"),
    ]


def test_csv_from_older_programs_is_read():
    assert cells("Åtgärd;När\r\n".encode("cp1252")) == [("Åtgärd", "När")]


def test_a_text_in_csv_that_looks_like_a_formula_loses_the_apostrophe_before_it():
    assert cells(b"Aktivitet;Vem\n'=1+1;'80-tal\n")[1] == ("=1+1", "'80-tal")
