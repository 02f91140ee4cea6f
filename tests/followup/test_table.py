"""How it goes with rows of a plan in its table: shown, chosen by, written while it is locked."""

import json

import pytest
from django.utils import timezone

from bench.queries import queries_of
from documents.models import Document
from followup.choices import State
from followup.models import Outcome, Status
from followup.reporting import report_outcome, report_status
from tests.desk import page, text_of
from tests.followup.conftest import LAMPS, MEETS, WALKS
from tests.followup.test_pages import on
from tests.plans.grid import Grid

pytestmark = pytest.mark.django_db
SHOWN = "kolumn=text&kolumn=status&kolumn=outcome&kolumn=deviation&kolumn=comment&grupp="


@pytest.fixture
def grid(at):
    """Karin in the table of her binding plan."""
    return Grid(at("karin"))


@pytest.fixture
def has_reported(plan, row, reporter):
    """Return a function: which row, what is reported of it by Karin."""

    def report(text, **said):
        return report_status(plan.document, row(text), reporter=reporter, **said)

    return report


def text_of_plan(plan):
    """What tells whether the text has been touched."""
    document = Document.objects.get(pk=plan.document_id)
    return document.locked_version.sha256, document.changes.count()


def test_a_status_is_written_in_its_cell_while_the_text_binds(grid, plan):
    before = text_of_plan(plan)

    answer = grid.save((LAMPS, "status", "Genomförd", ""), query=SHOWN)

    assert answer.told == (
        "Rapporterat. En rapport ångras inte: rapportera på nytt vad som gäller."
    )
    assert answer.rows == [[LAMPS, "Genomförd", "", "", ""]]
    assert 'title="Karin Ström, Luleå kommun, ' in answer.html
    assert "data-undo" not in answer.html
    assert text_of_plan(plan) == before
    assert Status.objects.get().state == State.DONE


def test_the_text_of_a_binding_plan_is_not_written_in_its_cells(grid):
    key = grid.key(LAMPS)
    desk = grid.desk
    tree = page(desk.get(f"{desk.url('table')}?{SHOWN}"))

    cells = [[key, "status", "Pågår", ""], [key, "text", "Annat", LAMPS]]
    answer = desk.post(desk.url("table_cells"), {"cells": json.dumps(cells)})

    assert answer.status_code == 409
    assert not Status.objects.exists()
    editors = tree.xpath("//template/@data-editor-of")
    assert editors == ["status", "deviation", "comment"]


def test_one_who_only_reports_writes_how_it_goes_and_no_text(at, row):
    malte = Grid(at("malte"))

    answer = malte.save((WALKS, "status", "Pågår", ""))
    refused = malte.save((WALKS, "area", "Porsön", ""))
    removed = malte.do("delete", WALKS)

    assert "Rapporterat." in answer.told
    assert Status.objects.get().name == "Malte Dahl"
    for one in (refused, removed):
        assert one.status == 422
        assert "inte din att skriva i" in one.refused


def test_one_who_only_reads_writes_nothing(at, row):
    ines = at("ines")
    cells = json.dumps([[str(row(WALKS)), "status", "Pågår", ""]])

    assert ines.post(ines.url("table_cells"), {"cells": cells}).status_code == 403
    assert "data-editor-of" not in ines.get(f"{ines.url('table')}?{SHOWN}").content.decode()


def test_the_cells_of_a_row_are_one_report_and_leave_the_rest_of_it_as_it_was(grid, has_reported):
    has_reported(WALKS, state="ongoing", effect="some", follow_on="Fler kommer.")

    grid.save((WALKS, "status", "klart", "Pågår"), (WALKS, "deviation", "Halka.", ""))

    last, first = Status.objects.all()
    assert (last.state, last.effect, last.follow_on) == ("done", "some", "Fler kommer.")
    assert (last.deviation, first.deviation) == ("Halka.", "")


def test_what_someone_else_reported_meanwhile_is_not_written_over(grid, at):
    Grid(at("malte")).save((WALKS, "status", "Pågår", ""))

    answer = grid.save((WALKS, "status", "Utgår", ""), (LAMPS, "status", "Utgår", ""))

    (cell,) = answer.unwritten
    assert "Pågår" in cell.text_content()
    assert "Utgår" in cell.text_content()
    assert [one.state for one in Status.objects.all()] == ["dropped", "ongoing"]


@pytest.mark.parametrize(
    ("column", "text", "was", "why"),
    [
        ("status", "kanske", "Pågår", "”kanske” är ingen status"),
        ("status", "", "Pågår", "välj vad som gäller nu"),
        ("outcome", "12", "", "på radens egen sida"),
        ("deviation", "x" * 6000, "", "5000 tecken"),
        ("comment", "", "Malte såg det.", "Malte Dahl rapporterade det"),
    ],
)
def test_what_no_report_can_say_is_handed_back_with_the_reason(
    grid,
    at,
    has_reported,
    column,
    text,
    was,
    why,
):
    has_reported(WALKS, state="ongoing")
    Grid(at("malte")).save((WALKS, "comment", "Malte såg det.", ""))

    (cell,) = grid.save((WALKS, column, text, was)).unwritten

    assert why in cell.text_content()
    assert Status.objects.count() == 1


def test_a_comment_corrects_ones_own_and_adds_to_anothers(grid, at):
    grid.save((WALKS, "comment", "Två gånger.", ""))
    grid.save((WALKS, "comment", "Fyra gånger.", "Två gånger."))
    Grid(at("malte")).save((WALKS, "comment", "Sex gånger.", "Fyra gånger."))

    said = list(Outcome.objects.values_list("text", "by"))
    assert said == [
        ("Sex gånger.", "Lulebo"),
        ("Fyra gånger.", "Luleå kommun"),
        ("Två gånger.", "Luleå kommun"),
    ]
    assert Outcome.objects.values("key").distinct().count() == 2
    assert {one[0]: one[-1] for one in grid.shown(SHOWN)}[WALKS] == "Sex gånger."


def test_an_outcome_says_its_total_and_leads_to_its_page(grid, plan, row, reporter):
    report_outcome(plan.document, row(WALKS), reporter=reporter, value=12, measure="vandringar")
    tree = page(grid.desk.get(f"{grid.desk.url('table')}?{SHOWN}"))

    (link,) = tree.xpath("//tr[@data-key]/td[@data-said='Utfall']/a")

    assert link.text == "12 vandringar"
    assert "12 vandringar" in text_of(grid.desk.get(link.get("href")))


def test_late_and_needs_updating_are_words_beside_the_state_and_can_be_chosen(at, has_reported):
    with on((1, 10)):
        has_reported(LAMPS, state="ongoing")
        has_reported(WALKS, state="ongoing")
        has_reported(MEETS, state="done")
    with on((6, 1)):
        grid = Grid(at("karin"))
        has_reported(LAMPS, state="ongoing")
        shown = dict(one[:2] for one in grid.shown(SHOWN))
        assert shown == {
            LAMPS: "Pågår Försenad",
            WALKS: "Pågår Behöver uppdateras",
            MEETS: "Genomförd",
        }
        assert grid.texts("status=late") == [LAMPS]
        assert grid.texts("status=ongoing&grupp=") == [WALKS, LAMPS]
        assert grid.shown("kolumn=text&grupp=status") == [
            ["Försenad"], [LAMPS], ["Behöver uppdateras"], [WALKS], ["Genomförd"], [MEETS],
        ]  # fmt: skip


def test_rows_are_ordered_by_how_far_they_have_come(grid, has_reported):
    has_reported(MEETS, state="done")
    has_reported(WALKS, state="ongoing")

    assert grid.texts("grupp=&ordning=status") == [WALKS, MEETS, LAMPS]
    assert grid.texts("grupp=&status=–") == [LAMPS]


def test_what_is_not_shown_of_how_it_goes_is_not_asked_for(grid, has_reported):
    has_reported(WALKS, state="ongoing")
    desk = grid.desk

    def made(query):
        found = queries_of(lambda: desk.get(f"{desk.url('table')}?{query}"))
        return len(found), sum("followup_" in str(one) for one in found)

    usual, shown = made("kolumn=text&kolumn=area"), made("kolumn=text&kolumn=status")
    assert usual[1] == 0
    assert shown == (usual[0] + 2, 2)
    assert made("grupp=status")[1] == made("status=late")[1] == 2


def test_a_status_is_reported_in_at_most_twelve_queries(grid):
    cells = json.dumps([[grid.key(WALKS), "status", "Pågår", ""]])
    address = f"{grid.desk.url('table_cells')}?kolumn=text&kolumn=responsible&kolumn=status"

    made = queries_of(lambda: grid.desk.post(address, {"cells": cells}))

    assert Status.objects.count() == 1
    assert len(made) <= 12, "\n".join(map(str, made))


def test_words_that_are_pasted_are_understood_or_asked_about(grid):
    block = "klar\ni stort sett klar\n"
    rows = [LAMPS, WALKS]

    asked = grid.paste(block, rows=rows, column="status", query=SHOWN)
    assert asked.is_question
    assert "i stort sett klar" in asked.words
    (proposed,) = page_of(asked).xpath("//select/option[@selected]/@value")
    assert proposed == "done"

    answers = {"asked": "1", "mode": "over", "means-0": "partly_done"}
    grid.paste(block, rows=rows, column="status", query=SHOWN, **answers)
    assert sorted(Status.objects.values_list("state", flat=True)) == ["done", "partly_done"]


def page_of(answer):
    """The answer as a tree of elements."""
    return page(type("Response", (), {"content": answer.html.encode()}))


def test_a_paste_compares_with_what_its_page_showed(grid, at):
    shown = timezone.now().isoformat()
    grid.save((LAMPS, "status", "Pågår", ""))
    Grid(at("malte")).save((WALKS, "status", "Pågår", ""))

    answer = grid.paste(
        "Utgår\nUtgår", rows=[LAMPS, WALKS], column="status", query=SHOWN, shown=shown
    )

    (cell,) = answer.unwritten  # one's own report was seen
    assert cell.get("data-row") == grid.key(WALKS)
    assert Status.objects.first().state == "dropped"


def test_a_status_is_reported_of_all_marked_rows_without_a_script(grid):
    desk = grid.desk
    rows = {"rad": [grid.key(LAMPS), grid.key(WALKS)], "act": "report", "state": "regular_work"}

    done = desk.post(desk.url("table_rows"), rows)

    assert done.status_code == 302
    assert "Rapporterat." in text_of(desk.get(done["Location"]))
    assert set(Status.objects.values_list("state", flat=True)) == {"regular_work"}
    assert desk.post(desk.url("table_rows"), {"act": "report"}).status_code == 422


def test_others_hear_of_a_report_in_an_open_table(grid, at, row):
    malte, shown = Grid(at("malte")), timezone.now().isoformat().replace("+", "%2B")
    grid.save((WALKS, "status", "Pågår", ""))

    def news(desk):
        return desk.get(f"{desk.url('table_news')}?efter=1&visat={shown}")

    (told,) = news(malte.desk).json()["reports"]
    assert told == {"words": "Karin Ström har rapporterat hur det går.", "keys": [str(row(WALKS))]}
    assert all("reports" not in one or not one["reports"] for one in [changes_in(news(grid.desk))])


def changes_in(response):
    """What is told, or nothing."""
    return response.json() if response.status_code == 200 else {}


def test_the_page_of_a_row_says_who_reported_and_when(grid, has_reported):
    has_reported(WALKS, state="ongoing", deviation="Halka.")

    said = text_of(grid.desk.get(grid.desk.url("table_row", grid.key(WALKS))))

    assert "Halka." in said
    assert "Karin Ström, Luleå kommun ·" in said
