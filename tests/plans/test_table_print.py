"""The table of a plan on paper: what is seen, whole and accessible on sheets that lie down."""

from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from uuid import uuid4

import pikepdf
import pypdfium2
import pytest
from django.http import QueryDict
from django.utils import translation

from decisions.phrases import Decided
from plans.table.measures import Paper
from plans.table.printing import print_table
from plans.table.shown import shown
from plans.tree import Activity, Heading, Responsible
from tests.kinds.test_files import NOW
from tests.pdf_checks import problems, spoken
from tests.plans.conftest import SMALL
from tests.printed_sheets import sheets

pytestmark = pytest.mark.django_db
WORD = "Narkotikamisstänksamhetsutbildningsinsatser"
DECIDED = Decided(("Fastställd av Styrgruppen 14 mars 2026, § 12",), "fastställd 14 mars", "ab12")


def printed(plan, content=SMALL, query="", **options):
    """The PDF of what an address shows of `content`."""
    rows = tuple(replace(one, key=uuid4()) for one in content.activities)
    content = replace(content, activities=rows)
    with translation.override("sv"):
        seen = shown(plan, QueryDict(query), lambda _plan: content)
    options = {"kind": "", "dated": NOW, "decided": None, "paper": Paper.A4} | options
    return print_table(seen, top=plan, **options)


def words(content):
    """All letters on the sheets in their order, without hyphens and spaces."""
    text = "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(content))
    return "".join(text.replace("\ufffe", "").replace("-", "").split())


def sentences(number, of):
    """Sentences that are not the same: the outside check takes such for running lines."""
    names = (f"{of}{chr(97 + at // 10)}{chr(97 + at % 10)}" for at in range(number))
    return " ".join(f"{WORD} tillsammans med {one}." for one in names)


def long_plan(rows):
    """A plan of many rows under six headings, one of them higher than two sheets."""
    activities = tuple(
        Activity(
            text=f"Åtgärd {number}. {sentences(number % 4, chr(97 + number))}",
            number=str(number),
            heading=(1 + number * 6 // rows,),
            description=sentences(90, "å") if number == rows // 2 else "",
            responsible=(Responsible(organisation="Luleå kommun", function="Stadsbyggnad"),) * 3,
            when_to=date(2027, 5, 31),
            followed_up=sentences(1, chr(65 + number)),
        )
        for number in range(rows)
    )
    headings = tuple(Heading(text=f"Rubrik {number}") for number in range(1, 7))
    return replace(SMALL, headings=headings, activities=activities)


def test_the_paper_says_what_is_seen_and_what_was_left_out(plan):
    content = printed(plan, query="kolumn=when&kolumn=text&responsible=Fastighetsägarna&sok=byt")

    (sheet,) = sheets(content)
    assert (round(sheet.width), round(sheet.height)) == (842, 595)
    said = words(content)
    for part in (
        "Trygg i Luleå",
        "Åtgärdsplan 2027",
        "1 av 3 aktiviteter · Ansvarig: Fastighetsägarna · med orden ”byt”",
        "När Aktivitet Trygga torg Fokusområde senast 31 maj 2027 Byt lamporna",
        "Utkast – ej beslutat",
    ):
        assert part.replace(" ", "") in said
    assert "Vandra" not in said


def test_all_that_is_shown_is_not_said_to_be_a_part(plan):
    assert "av3" not in words(printed(plan))


def test_who_adopted_it_stands_on_it_with_the_checksum(plan):
    said = words(printed(plan, kind="binding", decided=DECIDED, paper=Paper.A3))

    assert "FastställdavStyrgruppen14mars2026,§12" in said
    assert "ab12" in said
    assert "Utkast" not in said


def test_a_long_table_is_whole_and_accessible(plan, tmp_path):
    content = long_plan(24)
    query = "kolumn=number&kolumn=text&kolumn=description&kolumn=when&kolumn=followed_up"
    made = printed(plan, content, query)

    assert problems(made, tmp_path) == []
    found = sheets(made)
    assert len(found) > 4
    for sheet in found[:-1]:
        assert "Uppföljning" in " ".join(line.text for line in (*sheet.lines, *sheet.around))
        assert not sheet.lines[-1].text.startswith("Rubrik")
    aloud = Counter("".join(spoken(made)).replace("-", ""))
    written = "".join(
        f"{one.text} {one.description} {one.followed_up}" for one in content.activities
    )
    assert Counter("".join(written.split())) - aloud == Counter()


def test_it_is_one_table_with_a_head_for_each_column(plan):
    with pikepdf.open(BytesIO(printed(plan, long_plan(24), "kolumn=text&kolumn=when"))) as file:
        elements = [
            one for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one
        ]
        heads = [one for one in elements if one.S == "/TH"]
        assert len([one for one in elements if one.S == "/Table"]) == 1
        assert [str(one.A.Scope) for one in heads] == ["/Column", "/Column"]


def test_the_same_content_is_laid_out_once(plan, monkeypatch):
    made = []
    monkeypatch.setattr("desk.printing.kept.render", lambda *_, **__: made.append(1) or b"%PDF")
    for query in ("sok=byt", "sok=byt", "sok=vandra", "sok=byt&kolumn=text"):
        printed(plan, query=query)

    assert len(made) == 3
