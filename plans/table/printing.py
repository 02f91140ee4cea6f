"""The table of a plan on paper as it is seen: its columns, groups, rows and order.

It is set as the agreement's paper is, on A4 or A3 laid down. What is not on it is said on it.
"""

from datetime import datetime

from django.template.loader import render_to_string
from django.utils import translation

from decisions.phrases import Decided
from desk.printing.kept import render_once
from desk.printing.letterhead import letterhead_of
from desk.printing.pdf import print_page
from desk.printing.printed import Printed
from desk.printing.running_lines import draft_line, example_mark, footer_line
from documents.languages import words_for
from documents.models import TopRow
from plans.table import measures
from plans.table.measures import Paper, is_tall
from plans.table.shown import Shown

#: The sheet, and how far from the middle of its left margin the mark of an example stands. Nothing
#: of the text stands in the lowest eighth, where readers of PDFs look for running lines.
_SHEET = """
@page {{ size: {paper} landscape; margin-bottom: {foot}mm;
         @left-middle {{ transform: translateX({to}mm) rotate(-30deg) }} }}
.seen {{ font-size: {size}pt }}
"""
_TO_MIDDLE = {Paper.A4: 136, Paper.A3: 198}
_FOOT = {Paper.A4: 26, Paper.A3: 36}


def print_table(
    seen: Shown,
    *,
    top: TopRow,
    kind: str,
    dated: datetime,
    decided: Decided | None,
    paper: Paper,
) -> bytes:
    """Return the PDF of what is shown of a plan, whose cells are said in its own language.

    `kind`, `dated` and `decided` are as for `desk.printing.printed.printed`. It is accessible as
    the plan's own PDF is, and made once for the same content.
    """
    plan = seen.plan
    letterhead = letterhead_of(top.document.partnership)
    letters = measures.size(seen.table.columns, paper.width)
    shares = measures.shares(seen.table, paper.width)
    widths = [share * paper.width for share in shares]
    with translation.override(words_for(plan.language)):
        html = render_to_string(
            "plans/print/table.html",
            {
                "doc": plan,
                "seen": seen,
                "groups": [
                    (
                        group,
                        [(row, is_tall(row, widths, letters, paper.height)) for row in group.rows],
                    )
                    for group in seen.table.groups
                ],
                "letterhead": letterhead,
                "decided": decided,
                "version": top.version_read,
            },
        )
        page = Printed(
            html,
            letterhead,
            mark=example_mark(top),
            header=draft_line(kind),
            footer=footer_line(plan, kind, dated, decided),
        )
    sheet = _SHEET.format(paper=paper, to=_TO_MIDDLE[paper], foot=_FOOT[paper], size=letters)
    for number, share in enumerate(shares, start=1):
        sheet += f".seen col:nth-child({number}) {{ width: {share:.2%} }}"
    return print_page(
        page,
        plan,
        top=top,
        dated=dated,
        by=render_once,
        styles=("/static/print/plan_table.css", sheet),
    )
