"""A plan handed out to those who are responsible, filled in in Excel, and taken in again."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from desk import workflow
from documents.models import Document
from followup.models import Outcome, Status
from tests.desk import Desk, fields, page, text_of
from tests.kinds.examples import bind
from tests.plans.sheets.conftest import saved

pytestmark = pytest.mark.django_db
STREETS, OWNERS = "Luleå kommun, Gator", "Fastighetsägarna"


@pytest.fixture
def locked(desk, plan, karin, without_pdf):
    """Karin at work with her plan, whose text is locked."""
    workflow.lock(plan, by=karin.actor)
    return desk


def handed(desk, to=STREETS):
    """The file of one, as openpyxl reads it."""
    answer = desk.client.get(desk.url("handed_out_to"), {"till": to})
    assert answer.status_code == 200
    return load_workbook(io.BytesIO(answer.content))


def filled_in(book, at=5, **cells):
    """The file after cells, by the beginnings of their heads, were filled in in Excel."""
    sheet = book.worksheets[0]
    for begins, said in cells.items():
        column = next(
            one.column for one in sheet[4] if str(one.value).lower().startswith(begins.lower())
        )
        sheet.cell(at, column).value = said
    return saved(book)


def look(desk, content):
    """The preview of a file that came back."""
    upload = SimpleUploadedFile("tillbaka.xlsx", content)
    return desk.post(desk.url("take_in_reports"), {"file": upload})


def take(desk, content):
    """What came of taking it in as it was seen."""
    seen = look(desk, content)
    assert seen.status_code == 200
    return desk.post(desk.url("take_in_reports"), fields(seen))


def test_each_who_does_something_has_a_file_with_those_rows_also_all_in_one(desk):
    tree = page(desk.get(desk.url("hand_out")))
    links = tree.xpath("//a[contains(@href, '/dela-ut/fil/')]/@href")
    assert len(links) == 2
    assert "2 rader har ingen ansvarig" in text_of(desk.get(desk.url("hand_out")))

    files = zipfile.ZipFile(io.BytesIO(desk.get(desk.url("handed_out")).content))

    assert files.namelist() == ["fastighetsagarna.xlsx", "lulea-kommun-gator.xlsx"]
    rows = list(load_workbook(files.open("lulea-kommun-gator.xlsx")).worksheets[0].values)
    assert rows[0][3] == "Åtgärdsplan 2027 – Luleå kommun, Gator"
    assert [row[4] for row in rows[4:]] == ["Byt lamporna"]
    assert desk.get(f"{desk.url('hand_out')}?heading=Skolan").status_code == 200
    assert "ansvarig" in text_of(desk.get(f"{desk.url('hand_out')}?heading=Skolan"))


def test_only_status_outcome_and_comment_are_open(desk):
    book = handed(desk)
    sheet = book.worksheets[0]

    assert sheet.protection.sheet
    assert sheet.protection.password is None
    open_ones = [cell.column for cell in sheet[5] if not cell.protection.locked]
    assert [sheet.cell(4, column).value for column in open_ones] == [
        *("Status", "Utfall i tal", "Utfall med ord", "Kommentar")
    ]
    hidden = sheet.column_dimensions["A"]
    assert (hidden.hidden, hidden.min, hidden.max) == (True, 1, 3)
    assert book["Listor"].sheet_state == "veryHidden"
    assert len(sheet.data_validations.dataValidation) == 4


def test_what_comes_back_is_reported_by_whom_it_was_handed_to_also_of_a_locked_text(locked, plan):
    before = Document.objects.get(pk=plan.document_id).changes.count()
    content = filled_in(
        handed(locked), status="Genomförd", **{"utfall i": 40, "kommentar": "Alla lyser."}
    )

    seen = text_of(look(locked, content))
    assert "Utlämnad till Luleå kommun, Gator" in seen
    done = take(locked, content)

    assert "Rader som rapporterats: 1" in text_of(locked.get(done["Location"]))
    outcome, status = Outcome.objects.get(), Status.objects.get()
    assert (outcome.value, outcome.text, outcome.by) == (40, "Alla lyser.", STREETS)
    assert (outcome.name, status.state) == ("Karin Ström", "done")
    assert Document.objects.get(pk=plan.document_id).changes.count() == before


def test_twice_is_once_and_a_corrected_file_corrects(locked):
    book = handed(locked)
    take(locked, filled_in(book, **{"utfall i": 40}))

    assert "Det finns inget att läsa in" in text_of(look(locked, saved(book)))
    assert "Det finns inget att läsa in" in text_of(look(locked, saved(handed(locked))))

    take(locked, filled_in(book, **{"utfall i": 44}))
    assert [int(one.value) for one in Outcome.objects.all()] == [44, 40]
    assert Outcome.objects.values("key").distinct().count() == 1

    # A new file is a new report.
    take(locked, filled_in(handed(locked), **{"utfall i": 44}))
    assert Outcome.objects.values("key").distinct().count() == 2


def test_what_was_changed_elsewhere_is_told_of_and_not_taken(locked):
    content = filled_in(handed(locked), aktivitet="Något annat", status="Pågår", ansvarig="Vi")

    seen = text_of(look(locked, content))
    take(locked, content)

    assert "Aktivitet tas inte in: Något annat" in seen
    assert "Ansvarig tas inte in: Vi" in seen
    assert locked.row("activity", number="1").text == "Byt lamporna"
    assert Status.objects.get().state == "ongoing"


def test_a_foreign_row_is_refused_with_its_number_and_so_are_changed_hidden_columns(locked):
    other = "6f3f9a3e-0000-4000-8000-000000000000"
    foreign = filled_in(handed(locked), status="Pågår", **{"overens-nyckel": other})
    assert "5 Läses inte in Byt lamporna Raden hör till en annan" in text_of(look(locked, foreign))

    broken = filled_in(handed(locked), **{"utfall i": 1, "overens-utfall": "x"})
    assert "dolda kolumner" in text_of(look(locked, broken))


def test_a_file_that_was_handed_out_changes_no_text_on_the_other_page_either(desk):
    content = filled_in(handed(desk), aktivitet="Något annat", status="Pågår")
    upload = SimpleUploadedFile("tillbaka.xlsx", content)

    seen = desk.post(desk.url("take_in_sheet"), {"file": upload})
    desk.post(desk.url("take_in_sheet"), fields(seen))

    assert desk.row("activity", number="1").text == "Byt lamporna"
    assert Status.objects.get().state == "ongoing"


def test_answers_are_shown_before_anything_is_taken_in(desk):
    book = handed(desk, OWNERS)
    seen = look(desk, filled_in(book, status="nästan klart"))
    sent = fields(seen) | {"means-0": "not_done"}

    again = desk.post(desk.url("take_in_reports"), sent)
    assert "Ej genomförd" in text_of(again)
    assert not Status.objects.exists()

    desk.post(desk.url("take_in_reports"), fields(again))
    assert Status.objects.get().state == "not_done"


def test_one_who_only_reports_takes_in_reports_of_a_text_that_binds(
    locked, plan, karin, people, client_for
):
    malte = Desk(client_for(people.malte), plan)
    assert malte.get(malte.url("take_in_reports")).status_code == 404
    bind(plan, karin)

    take(malte, filled_in(handed(malte), status="Pågår"))

    assert Status.objects.get().name == "Malte Dahl"
