"""A plan on paper: its table goes on from sheet to sheet, a heading with the first of its rows."""

from dataclasses import replace

import pytest

from desk.printing.pdf import print_document
from documents.choices import VersionKind
from documents.reading import read_tree
from plans.tree import Activity, Heading, Responsible
from tests.kinds.test_files import NOW
from tests.pdf_checks import problems
from tests.plans.conftest import SMALL
from tests.printed_sheets import sheets

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def printed(plan, content):
    return print_document(content, top=plan, kind=VersionKind.PROPOSAL, dated=NOW, variant="ua")


def long_plan(rows):
    """Forty headings, each with as many activities of some lines as `rows`."""
    headings = tuple(Heading(text=f"Rubrik {number}") for number in range(1, 41))
    activities = tuple(
        Activity(
            text=f"Åtgärd {at}.{row}",
            description="Ord. " * (7 * at % 60),
            heading=(at,),
            responsible=(Responsible(organisation="Luleå kommun"),),
            when_text="löpande",
            area="Centrum",
            followed_up="varje kvartal",
        )
        for at in range(1, 41)
        for row in range(rows)
    )
    return replace(SMALL, headings=headings, activities=activities)


@pytest.mark.parametrize("rows", [1, 3])
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(plan, rows):
    last = [sheet.lines[-1].text for sheet in sheets(printed(plan, long_plan(rows)))]

    assert [line for line in last if line.startswith("Rubrik")] == []


def words(sheet):
    """All that stands on a sheet; pdfium gives the spaces of large type none."""
    return " ".join(line.text for line in (*sheet.lines, *sheet.around))


def test_each_sheet_begins_with_the_head_of_the_table(plan):
    said = [words(sheet) for sheet in sheets(printed(plan, long_plan(2)))]

    assert len(said) > 3
    assert all("Ansvarig" in one for one in said)


def test_a_plan_of_many_sheets_is_accessible(plan, tmp_path):
    assert problems(printed(plan, long_plan(2)), tmp_path) == []


def test_a_plan_without_a_row_prints_its_title(plan):
    (sheet,) = sheets(printed(plan, replace(read_tree(plan), headings=(), activities=())))

    assert "Åtgärdsplan2027" in words(sheet)
