"""The table of a plan in Word as it is seen, on a sheet that lies down."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from tests.desk import text_of

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


def test_what_is_seen_leads_to_files_of_just_that(desk):
    page = desk.get(desk.url("table") + "?kolumn=text&sok=lampor")

    assert "1 av 3 aktiviteter följer med" in text_of(page)
    for name in ("table_pdf", "table_word", "excel", "csv"):
        answer = desk.get(f"{desk.url(name)}?kolumn=text&sok=lampor")
        assert answer.status_code == 200
        assert f"{desk.url(name)}?" in page.content.decode()
        assert "kolumn=text&amp;sok=lampor" in page.content.decode()
