"""The table of a plan in Word as it is seen, on a sheet that lies down."""

from io import BytesIO

import pytest
from django.utils import translation
from django.utils.timezone import localdate
from docx import Document
from docx.enum.section import WD_ORIENT

from core.days import day
from followup.choices import State
from followup.reporting import Reporter, report_status
from tests.desk import text_of
from tests.printed_sheets import sheets

pytestmark = pytest.mark.django_db


def test_the_file_has_the_columns_groups_and_rows_that_are_seen(desk):
    answer = desk.get(desk.url("table_word") + "?kolumn=when&kolumn=text&responsible=–")
    word = Document(BytesIO(answer.content))

    assert word.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert "2 av 3 aktiviteter · Ansvarig: Ej angivet" in [one.text for one in word.paragraphs]
    (table,) = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["När", "Aktivitet"],
        ["Utan rubrik"] * 2,
        ["", "Träffas varje vecka"],
        ["Färre känner sig otrygga"] * 2,
        ["riskhelger", "Vandra på kvällen"],
    ]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows][:2] == [True, False]


def test_how_it_goes_stands_in_the_file_with_the_day_it_was_reported_by(desk, karin):
    row = desk.row("activity", number="1")
    report_status(
        desk.agreement.document, row.key, state=State.DONE, reporter=Reporter.of(karin.access)
    )

    answer = desk.get(desk.url("table_word") + "?kolumn=text&kolumn=status&grupp=")
    paper = desk.get(desk.url("table_pdf") + "?kolumn=text&kolumn=status&grupp=")

    with translation.override("sv"):
        as_reported = f"läget den {day(localdate())}"
    word = Document(BytesIO(answer.content))
    assert as_reported in [one.text.replace("\xa0", " ") for one in word.paragraphs]
    said = [[cell.text for cell in line.cells] for line in word.tables[0].rows]
    assert ["Byt lamporna", "Genomförd"] in said
    printed = "\n".join(line.text for sheet in sheets(paper.content) for line in sheet.lines)
    assert "Genomförd" in printed
    assert as_reported.replace(" ", "") in printed


def test_what_is_seen_leads_to_files_of_just_that(desk):
    page = desk.get(desk.url("table") + "?kolumn=text&sok=lampor")

    assert "1 av 3 aktiviteter följer med" in text_of(page)
    for name in ("table_pdf", "table_word", "excel", "csv"):
        answer = desk.get(f"{desk.url(name)}?kolumn=text&sok=lampor")
        assert answer.status_code == 200
        assert f"{desk.url(name)}?" in page.content.decode()
        assert "kolumn=text&amp;sok=lampor" in page.content.decode()
