"""Seats and duties are tables: on the page, in the PDF and in the HTML file."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from lxml import html

from agreements import tree
from desk import workflow
from desk.printing.pdf import print_document
from desk.printing.webpage import web_page
from tests.agreements.word.files import NOW, unsaved
from tests.desk import page
from tests.factories import small_tree
from tests.pdf_checks import problems, spoken, structure
from tests.printed_sheets import sheets

pytestmark = pytest.mark.any_database

SEATS = ["Plats", "Organisation", "Roll"]
DUTIES = ["Vad", "Ska/bör", "Hur ofta", "Beslutas av"]


def said(cells):
    return [" ".join(one.text_content().split()) for one in cells]


def with_both(**changed):
    """The small agreement with both tables in its text."""
    blocks = (tree.BlockPart(block="bodies"), tree.BlockPart(block="duties"))
    content = small_tree(**changed)
    section = tree.Section(heading="Grupper och åtaganden", parts=blocks)
    return replace(content, sections=(*content.sections, section))


def printed(content):
    return print_document(content, top=unsaved(), kind="", dated=NOW)


def test_a_text_that_is_only_read_has_tables_with_heads(desk, karin, without_pdf):
    workflow.lock(desk.agreement, by=karin.actor)
    shown = page(desk.get(desk.url("detail")))

    [seats], [duties] = (shown.xpath(f"//table[@class='{one}']") for one in ("seats", "duties"))
    assert said(seats.xpath(".//th[@scope='col']")) == SEATS
    assert said(seats.xpath("./tbody/tr[2]/td")) == ["VD", "Lulebo", ""]
    assert said(duties.xpath(".//th[@scope='col']")) == DUTIES
    assert said(duties.xpath("./tbody/tr[1]/td"))[1:] == ["Ska", "minst vartannat år", "Styrgrupp"]


def test_where_one_edits_each_cell_says_its_head_and_each_row_has_its_tools(desk):
    shown = page(desk.get(desk.url("detail")))
    seat, duty = (desk.row(one) for one in ("seat", "duty"))

    [row] = shown.xpath(f"//*[@id='seat-{seat.key}']")
    assert said(row.xpath("./*[@class='cell']")) == ["Kommundirektör", "", "Roll: Ordförande"]
    assert row.xpath("./*[@class='tools']//a[contains(@href, '/seat/')]")
    [row] = shown.xpath(f"//*[@id='duty-{duty.key}']")
    assert said(row.xpath("./*[@class='cell']"))[1] == "Ska/bör: Ska"


def test_the_pdf_has_tagged_tables_whose_heads_are_heads_of_columns(tmp_path):
    content = printed(with_both())

    assert problems(content, tmp_path) == []
    with pikepdf.open(BytesIO(content)) as pdf:
        heads = [one for tag, one, _parent in structure(pdf) if tag == "TH"]
        tables = [one for tag, one, _parent in structure(pdf) if tag == "Table"]
    assert (len(tables), len(heads)) == (2, len(SEATS) + len(DUTIES))
    blocks = spoken(content)
    assert [one for one in blocks if one in SEATS] == SEATS
    assert [one for one in blocks if one in DUTIES] == DUTIES


def test_a_table_that_goes_on_on_the_next_sheet_has_its_head_there_too(tmp_path):
    seats = tuple(tree.Seat(title=f"Plats nummer {n}", organisation="Lulebo") for n in range(60))
    content = printed(with_both(bodies=(tree.Body(name="Rådet", kind="council", seats=seats),)))
    head = "".join(SEATS)

    begun = [sheet for sheet in sheets(content) if any(line.text == head for line in sheet.lines)]
    assert len(begun) >= 2
    assert begun[1].lines[0].text == head
    assert problems(content, tmp_path) == []


def test_the_html_file_has_the_tables_without_anything_of_the_programs_own(db):
    file = web_page(with_both(), top=unsaved(), kind="", dated=NOW)
    shown = html.fromstring(file)

    assert [said(one.xpath(".//th")) for one in shown.xpath("//table")] == [SEATS, DUTIES]
    assert not shown.xpath("//td/@data-said")
