"""What is shown of a plan as an Excel file: the same columns and rows, in their order.

A text is always written as a text: nothing that someone wrote becomes a formula, a link or a
number. The first column is hidden and says which row of the plan each row is, so that the file can
come back.
"""

import io
from collections.abc import Sequence

import xlsxwriter
from django.utils.translation import gettext as _
from xlsxwriter.utility import xl_range_abs

from plans.column import Column
from plans.sheets.heads import KEY
from plans.table.shown import Shown
from plans.tree import PlanTree

#: Excel's own limits: of a sheet's name, of a cell, of the items of a list that is written out.
_LONGEST_NAME, _LONGEST_CELL, _LONGEST_LIST = 31, 32_767, 255
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
#: Rows below the plan's that can be filled in with the same help.
_MORE_ROWS = 200
_LISTS = "Listor"


def write_excel(seen: Shown) -> bytes:
    """Return an Excel file of what is shown of a plan.

    Groups are the order of the rows only: a row that says nothing but a group would come back as
    one of the plan.
    """
    plan, columns, rows = seen.plan, seen.table.columns, seen.table.rows
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
    name = " ".join(plan.title.translate(_NOT_IN_NAMES).split())[:_LONGEST_NAME] or _("Plan")
    # “History” is a name that Excel keeps for itself, and the lists have a sheet of their own.
    sheet = book.add_worksheet(name if name.casefold() not in ("history", "listor") else _("Plan"))
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E9EEF0"}
    )
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.write_string(0, 0, KEY, head)
    for place, column in enumerate(columns, start=1):
        sheet.set_column(place, place, max(10, column.width * 1.6), cell)
        sheet.write_string(0, place, str(column.label), head)
    for number, row in enumerate(rows, start=1):
        sheet.write_string(number, 0, str(row.key or ""))
        for place, said in enumerate(row.cells, start=1):
            if said:
                sheet.write_string(number, place, said[:_LONGEST_CELL], cell)
    # What is to be done stays in sight, where it stands first or right after the number.
    first = [column.name for column in columns[:2]]
    sheet.freeze_panes(1, 2 + first.index("text") if "text" in first else 1)
    if rows:
        sheet.autofilter(0, 1, len(rows), len(columns))
    _add_lists(book, sheet, columns, plan, len(rows))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.set_properties({"title": plan.title})
    book.close()
    return file.getvalue()


def _add_lists(book, sheet, columns: Sequence[Column], plan: PlanTree, rows: int) -> None:
    """Let the cells of a choice offer what there is to choose; other words can be written too."""
    lists, offered = None, 0
    for place, column in enumerate(columns, start=1):
        names = column.choices(plan) if column.choices else ()
        if not names:
            continue
        if lists is None:
            lists = book.add_worksheet(_LISTS)
            lists.very_hidden()
        for number, name in enumerate(names):
            lists.write_string(number, offered, name)
        cells = xl_range_abs(0, offered, len(names) - 1, offered)
        offered += 1
        sheet.data_validation(
            1,
            place,
            rows + _MORE_ROWS,
            place,
            {
                "validate": "list",
                "source": f"={_LISTS}!{cells}",
                "error_type": "information",
                "error_title": str(column.label),
                "error_message": _other_words(column)[:_LONGEST_LIST],
            },
        )


def _other_words(column: Column) -> str:
    """Say what becomes of words that the list of a column does not have."""
    if column.reported:
        return _("When the file is taken in it is asked what the words mean.")
    return _("The plan has no such heading. It is made when the file is taken in.")
