"""How the text falls on the sheets of a PDF: where it breaks, what it never runs over, the mark."""

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from time_machine import travel

from agreements import tree
from agreements.after_signing.later_decisions import (
    Extension,
    Termination,
    register_extension,
    register_termination,
)
from agreements.after_signing.succeeding import note_successor
from agreements.models import Agreement
from desk.printing.cover_sheet import print_cover_sheet
from desk.views.fetching import current_tree
from tests.agreements.print_samples import SENTENCE, filling, printed, section
from tests.factories import make_agreement, signed_tree, small_tree
from tests.pdf_checks import problems, spoken
from tests.printed_sheets import marks_across, sheets

pytestmark = pytest.mark.any_database

EXAMPLE = "Exempel – ej undertecknad handling"
LONG = "Samverkansöverenskommelseförhandlingskommittéledamotsutbildningsmaterial"
ENDLESS = "x" * 110


@pytest.mark.parametrize("lines", [18, 20, 28])
def test_a_section_goes_on_over_the_foot_of_a_sheet_wherever_it_begins(lines):
    content = printed(filling(lines), *(section(f"Avsnitt {n}", SENTENCE * 9) for n in range(8)))

    for sheet in sheets(content)[:-1]:
        assert sheet.empty < 0.1


@pytest.mark.parametrize("lines", [18, 19, 20])
def test_no_sheet_ends_on_a_heading_with_less_than_two_lines(lines):
    content = printed(
        filling(lines),
        *(section(f"Rubrik {n}", "En kort rad.", SENTENCE * 5) for n in range(6)),
    )

    for sheet in sheets(content)[:-1]:
        last = [line.text for line in sheet.lines[-2:]]
        assert not any(text.startswith("Rubrik") for text in last)


@pytest.mark.parametrize("lines", [18, 19, 20])
def test_a_line_that_announces_a_list_ends_no_sheet_and_no_item_begins_one_alone(lines):
    items = "".join(f"<li><p>punkt {n}</p></li>" for n in range(3))
    text = f"<p>{SENTENCE}</p><p>Detta ska finnas:</p><ul>{items}</ul>"
    listing = tree.Section(heading="Lista", parts=(tree.TextPart(text=text),))
    first, *rest = sheets(printed(filling(lines), listing))

    assert first.lines[-1].text != "Dettaskafinnas:"
    if rest:
        assert not rest[0].lines[0].text.endswith("punkt2")


def test_no_word_is_so_long_that_it_runs_over_the_edge_of_the_sheet(tmp_path):
    people = (tree.Signatory(name=ENDLESS, title=LONG),)
    parties = (
        tree.Party(organisation=f"{LONG} kommun", kind="municipality", registry_number=ENDLESS),
        tree.Party(organisation=ENDLESS, kind="police", signatories=people),
    )
    parts = (tree.BlockPart(block="parties"), tree.TextPart(text=f"<p>{ENDLESS}</p>"))
    content = printed(
        tree.Section(heading=f"{LONG}{ENDLESS}", parts=parts),
        title=f"{LONG} {ENDLESS}",
        subtitle=f"Om {LONG}{LONG}",
        signed=False,
        parties=parties,
    )

    assert problems(content, tmp_path) == []
    for sheet in sheets(content):
        for line in (*sheet.lines, *sheet.around):
            assert line.right < sheet.width - 60, line.text


def test_a_word_too_long_for_a_line_of_the_title_is_hyphenated_and_no_other_word_is():
    [sheet] = sheets(printed(title=f"Samverkansöverenskommelse {LONG}"))

    assert sheet.lines[0].text == "Samverkansöverenskommelse"
    assert sheet.lines[1].text.endswith("-")


def test_an_example_says_so_across_every_sheet_beneath_the_text_and_reads_it_to_nobody(tmp_path):
    content = printed(filling(40), is_example=True)

    assert marks_across(content) == [EXAMPLE, EXAMPLE]
    assert "Utkast–ejbeslutat" in sheets(content)[0].around[0].text
    assert problems(content, tmp_path) == []
    assert EXAMPLE not in " ".join(spoken(content))


def test_what_is_no_example_has_nothing_across_it():
    assert marks_across(printed(filling(3))) == [""]


def test_the_cover_sheet_says_what_was_decided_after_the_signing_and_what_replaced_it(karin):
    old, by = make_agreement(signed_tree(), by=karin), karin.actor
    longer = Extension(to=date(2030, 12, 31), decided_on=None, text="")
    register_extension(old, longer, by=by)
    ended = Termination(first_day=date(2027, 1, 1), by_whom="Polisen", notified_on=None)
    register_termination(old, ended, by=by)
    new = make_agreement(signed_tree(title="Ny överenskommelse", key=uuid4()), by=karin)
    note_successor(old, new, by=by)
    old = Agreement.objects.with_document().get(pk=old.pk)

    sheet = print_cover_sheet(old, current_tree(old), signed_files=[], printed_by="Karin")
    words = " ".join(spoken(sheet))

    assert "Förlängd till och med 31 december 2030." in words
    assert "Uppsagd av Polisen från och med den 1 januari 2027." in words
    assert f"Ersatt av {new.name}" in words


def test_the_cover_sheet_of_an_example_says_so_across_it(karin):
    agreement = make_agreement(small_tree(), by=karin)
    agreement.document.partnership.is_example = True

    content = print_cover_sheet(agreement, small_tree(), signed_files=[], printed_by="Karin")

    assert marks_across(content) == [EXAMPLE]


def test_the_cover_sheet_of_a_draft_speaks_of_no_checksums_and_of_the_time_as_elsewhere(karin):
    draft = make_agreement(small_tree(), by=karin)

    with travel(datetime(2027, 3, 1, 14, 10, tzinfo=ZoneInfo("Europe/Stockholm")), tick=False):
        sheet = print_cover_sheet(draft, small_tree(), signed_files=[], printed_by="Karin")
    words = " ".join(spoken(sheet))

    assert "Utskrivet den 1 mars 2027 kl. 14.10 av Karin." in words
    assert "ontrollsumm" not in words
