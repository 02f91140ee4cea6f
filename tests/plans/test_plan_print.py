"""A plan on paper, to be read: its activities as texts, a heading with the first of them."""

from dataclasses import replace

import pytest
from django.utils import translation

from desk.printing.pdf import print_document
from documents.choices import VersionKind
from documents.reading import read_tree
from plans.tree import Activity, Heading, Responsible
from tests.kinds.test_files import NOW
from tests.pdf_checks import problems, spoken
from tests.plans.conftest import SMALL
from tests.printed_sheets import sheets

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def printed(plan, content):
    return print_document(content, top=plan, kind=VersionKind.PROPOSAL, dated=NOW, variant="ua")


def name(number):
    """A word for a number: the outside check takes lines that only differ in those for running."""
    return f"{chr(97 + number // 20)}{chr(97 + number % 20)}"


def long_plan(rows):
    """Forty headings, each with as many activities of some lines as `rows`."""
    headings = tuple(Heading(text=f"Rubrik {name(number)}") for number in range(1, 41))
    activities = tuple(
        Activity(
            text=f"Åtgärd {name(at)}{name(row)}",
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


def test_an_activity_is_read_as_a_text_with_who_and_when_under_it(plan):
    with translation.override("sv"):
        aloud = spoken(printed(plan, SMALL))

    at = aloud.index("1 Byt lamporna")
    assert aloud[at - 2 : at + 3] == [
        "Trygga torg",
        "Fokusområde",
        "1 Byt lamporna",
        "Ansvarig: Luleå kommun, Gator: byter Fastighetsägarna medverkar",
        "När: senast 31 maj 2027",
    ]


def test_a_plan_of_many_sheets_is_accessible(plan, tmp_path):
    assert problems(printed(plan, long_plan(2)), tmp_path) == []


def test_a_plan_without_a_row_prints_its_title(plan):
    (sheet,) = sheets(printed(plan, replace(read_tree(plan), headings=(), activities=())))

    assert "Åtgärdsplan2027" in words(sheet)
