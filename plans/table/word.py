"""The table of a plan in Word as it is seen: the same columns, groups, rows and order.

Nothing in the file says which row is which: it is for reading and sending on. What is to come back
is the plan's own Word file, or Excel.
"""

from datetime import datetime

from django.utils import translation

from decisions.phrases import Decided
from desk.printing.letterhead import colour_of, letterhead_of
from desk.printing.running_lines import footer_line, header_line
from desk.word.numbering import Numbering
from desk.word.package import LAID_DOWN, Package
from desk.word.sheet import Sheet
from documents.languages import words_for
from documents.models import TopRow
from plans import phrases
from plans.table.measures import shares
from plans.table.shown import Shown


def write_table(
    seen: Shown, *, top: TopRow, kind: str, dated: datetime, decided: Decided | None
) -> bytes:
    """Return the Word file of what is shown of a plan; the arguments are as for its PDF."""
    plan, partnership = seen.plan, top.document.partnership
    with translation.override(words_for(plan.language)):
        colour = colour_of(letterhead_of(partnership))
        package = Package(language=plan.language, colour=colour, sheets=LAID_DOWN)
        package.describe(
            title=plan.title, author="", keywords=partnership.name, dated=dated, origin=None
        )
        package.running_lines(
            header=header_line(top, kind), footer=footer_line(plan, kind, dated, decided)
        )
        sheet = Sheet(package.document, Numbering(package.numbering))
        sheet.line("Masthead", partnership.name)
        sheet.line("Heading1", plan.title)
        for said in (" · ".join(phrases.under_title(plan)), seen.about):
            if said:
                sheet.line("Small", said)
        _write_rows(sheet, seen)
        for said in decided.lines if decided else ():
            sheet.line("Small", said)
        return package.finish()


def _write_rows(sheet: Sheet, seen: Shown) -> None:
    widths = tuple(int(share * LAID_DOWN.text_width) for share in shares(seen.table))
    with sheet.table("Rows", widths) as cells:
        for column in seen.table.columns:
            with cells.cell():
                sheet.line("CellHead", str(column.label))
        cells.repeat_head()
        for group in seen.table.groups:
            if group.label:
                with cells.across():
                    sheet.line("CellHead", " · ".join(filter(None, (group.label, group.note))))
            for row in group.rows:
                for said in row.cells:
                    with cells.cell():
                        sheet.line("Cell", said)
