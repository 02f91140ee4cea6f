"""A plan's rows as an Excel file: the columns and the rows that are given, in their order.

A text is always written as a text: nothing that someone wrote becomes a formula, a link or a
number. The first column is hidden and says which row of the plan each row is, so that the file can
come back.
"""

import io
from collections.abc import Sequence

import xlsxwriter
from django.utils.translation import gettext as _

from plans.columns import BY_NAME, Column, Editor, heading_name
from plans.sheets.heads import KEY
from plans.tree import Activity, PlanTree

#: Excel's own limits: of a sheet's name, of a cell, of the items of a list that is written out.
_LONGEST_NAME, _LONGEST_CELL, _LONGEST_LIST = 31, 32_767, 255
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
#: Rows below the plan's that can be filled in with the same help.
_MORE_ROWS = 200
_LISTS = "Listor"


def write_excel(plan: PlanTree, columns: Sequence[str], rows: Sequence[Activity]) -> bytes:
    """Return an Excel file of `rows` of the plan, by the names of its columns."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    shown = [BY_NAME[name] for name in columns]
    name = " ".join(plan.title.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME] or _("Plan")
    # “History” is a name that Excel keeps for itself, and the lists have a sheet of their own.
    sheet = book.add_worksheet(name if name.casefold() not in ("history", "listor") else _("Plan"))
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E9EEF0"}
    )
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.write_string(0, 0, KEY, head)
    for place, column in enumerate(shown, start=1):
        sheet.set_column(place, place, max(10, column.width * 1.6), cell)
        sheet.write_string(0, place, str(column.label), head)
    for number, row in enumerate(rows, start=1):
        sheet.write_string(number, 0, str(row.key or ""))
        for place, column in enumerate(shown, start=1):
            said = column.says(row, plan)
            if said:
                sheet.write_string(number, place, said[:_LONGEST_CELL], cell)
    # What is to be done stays in sight, where it stands first or right after the number.
    sheet.freeze_panes(1, 2 + list(columns).index("text") if "text" in columns[:2] else 1)
    if rows:
        sheet.autofilter(0, 1, len(rows), len(shown))
    _add_lists(book, sheet, plan, shown, len(rows))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.set_properties({"title": plan.title})
    book.close()
    return file.getvalue()


def _add_lists(book, sheet, plan: PlanTree, shown: Sequence[Column], rows: int) -> None:
    """Let the cells of a choice offer what there is to choose; other words can be written too."""
    for place, column in enumerate(shown, start=1):
        names = _headings(plan) if column.editor == Editor.CHOICE else []
        if not names:
            continue
        lists = book.add_worksheet(_LISTS)
        lists.very_hidden()
        for number, name in enumerate(names):
            lists.write_string(number, 0, name)
        sheet.data_validation(
            1,
            place,
            rows + _MORE_ROWS,
            place,
            {
                "validate": "list",
                "source": f"={_LISTS}!$A$1:$A${len(names)}",
                "error_type": "information",
                "error_title": str(column.label),
                "error_message": _(
                    "The plan has no such heading. It is made when the file is taken in."
                )[:_LONGEST_LIST],
            },
        )


def _headings(plan: PlanTree) -> list[str]:
    """Return the plan's headings with those that they stand under, from top to bottom."""
    found: list[str] = []

    def walk(headings, above: tuple[int, ...]) -> None:
        for number, one in enumerate(headings, start=1):
            found.append(heading_name((*above, number), plan))
            walk(one.headings, (*above, number))

    walk(plan.headings, ())
    return found
