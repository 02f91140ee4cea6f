"""Taking in a file through the pages: seen row by row, then taken in as one change."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from desk import workflow
from documents.changes import change
from plans.models import Activity
from tests.desk import errors, fields, text_of
from tests.plans.sheets.conftest import sheets

pytestmark = pytest.mark.django_db
HEADS = ["Åtgärd", "Ansvarig", "Tid"]
FILE = sheets(Plan=[HEADS, ["Måla om", "Skolan", "maj 2027"], ["Byt lamporna", "Polisen", None]])


def chosen(desk, content, name="plan.xlsx"):
    """The answer to a file that is chosen."""
    return desk.post(desk.url("take_in_sheet"), {"file": SimpleUploadedFile(name, content)})


def test_a_file_is_seen_row_by_row_and_nothing_is_saved_before_it_is_taken_in(desk):
    before = len(desk.changes())
    shown = chosen(desk, FILE)
    told = text_of(shown)

    assert "1 ny rad · 1 ändrad · 0 oförändrade" in told
    for line in (
        "2 Ny Måla om Ansvarig: Skolan När: maj 2027",
        "3 Ändrad Byt lamporna Ansvarig: Luleå kommun, Gator: byter",
    ):
        assert line.replace(" ", "") in told.replace(" ", "")
    assert len(desk.changes()) == before

    done = desk.post(desk.url("take_in_sheet"), fields(shown))

    assert done.status_code == 302
    assert len(desk.changes()) == before + 1
    assert desk.changes()[0].reason == "plan.xlsx"
    assert "Nya rader: 1. Ändrade rader: 1." in text_of(desk.get(done["Location"]))
    again = chosen(desk, FILE)
    assert "Det finns inget att läsa in" in text_of(again)


def test_it_is_taken_back_as_one_change(desk):
    desk.post(desk.url("take_in_sheet"), fields(chosen(desk, FILE)))

    desk.post(desk.url("undo", desk.changes()[0].pk))

    assert not Activity.objects.filter(text="Måla om").exists()
    assert desk.row("responsible", body="Polisen") is None


def test_what_a_colleague_changed_meanwhile_is_shown_and_nothing_is_taken_in(desk, karin):
    sent = fields(chosen(desk, FILE))
    with change(by=karin.actor, document=desk.agreement.document):
        desk.row("activity", text="Byt lamporna").responsible.first().delete()

    answer = desk.post(desk.url("take_in_sheet"), sent)

    assert answer.status_code == 409
    assert "Planen ändrades medan du tittade" in text_of(answer)
    assert not Activity.objects.filter(text="Måla om").exists()


def test_a_file_that_was_tampered_with_on_its_way_is_refused(desk):
    sent = fields(chosen(desk, FILE))

    answer = desk.post(desk.url("take_in_sheet"), sent | {"read": sent["read"] + "x"})

    assert answer.status_code == 422
    assert not Activity.objects.filter(text="Måla om").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "tom"),
        (b"hej;hopp\n1;2\n", "Ingen rad i filen"),
        (b"%PDF-1.7", "PDF"),
        (sheets(Plan=[["Åtgärd"], *[[f"Rad {n}"] for n in range(2_100)]]), "högst 2 000 rader"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(desk, content, says):
    answer = chosen(desk, content)

    assert answer.status_code == 422
    assert says in errors(answer)["file"]


def test_a_locked_plan_takes_in_nothing_and_goes_out_all_the_same(desk, karin, without_pdf):
    sent = fields(chosen(desk, FILE))
    workflow.lock(desk.agreement, by=karin.actor)

    assert desk.post(desk.url("take_in_sheet"), sent).status_code == 409
    assert desk.get(desk.url("excel")).content[:2] == b"PK"
    csv = desk.get(desk.url("csv", kolumn="text")).content.decode("utf-8-sig").splitlines()
    assert csv[0] == "Aktivitet;overens-nyckel"
    assert csv[1].startswith("Träffas varje vecka;")


def test_a_plan_of_a_thousand_rows_is_looked_through_soon(desk, django_assert_max_num_queries):
    many = sheets(Plan=[HEADS, *[[f"Rad {n}", "Polisen: leder", "2027"] for n in range(1_000)]])

    with django_assert_max_num_queries(25):
        shown = chosen(desk, many)

    assert "1000 nya rader" in text_of(shown) or "1\xa0000 nya rader" in text_of(shown)
