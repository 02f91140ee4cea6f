"""One Excel file for each who is responsible, in which only what is reported can be filled in.

It has the rows of that one. Status, outcome and comment are open; everything else is locked, but
without a password: it is a help and no guard, and what else was changed is told of and not taken.
Who is no member fills it in and sends it back, and a member takes it in. Hidden columns say which
row of the plan a row is, for whom the file is, and which outcome a row reports: a file that comes
twice, or corrected, is no other outcome.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

import xlsxwriter
from django.utils.text import slugify
from django.utils.translation import gettext as _

from followup.models import Outcome
from followup.models.status import LONGEST_TEXT
from plans.columns import BY_NAME
from plans.sheets.heads import HANDED_TO, KEY, OUTCOME_KEY, OUTCOME_NUMBER, OUTCOME_WORDS
from plans.table.arranging import Standings
from plans.tree import Activity, PlanTree

#: What is told of a row and cannot be written in, last of it what is reported so far.
_TOLD = ("number", "text", "responsible", "when", "measures", "outcome")
_HIDDEN = (KEY, HANDED_TO, OUTCOME_KEY)
_LONGEST_CELL = 32_767
_WIDTHS = {"number": 6, "text": 44, "responsible": 30, "when": 20, "measures": 24, "outcome": 24}


@dataclass(frozen=True)
class HandOut:
    """The rows of one who is responsible."""

    to: str
    rows: tuple[Activity, ...]

    @property
    def file_name(self) -> str:
        """What the file is called, without its ending."""
        return slugify(self.to)[:60].rstrip("-") or "ansvarig"


def hand_outs(activities: Sequence[Activity]) -> list[HandOut]:
    """Return for each who does something in `activities` their rows, by name."""
    rows: dict[str, list[Activity]] = {}
    for one in activities:
        for name in dict.fromkeys(who.name for who in one.responsible):
            rows.setdefault(name, []).append(one)
    return [HandOut(name, tuple(found)) for name, found in sorted(rows.items())]


def write_all(plan: PlanTree, handed: Sequence[HandOut], standings: Standings) -> bytes:
    """Return a zip file with a file for each."""
    file, names = io.BytesIO(), set()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in handed:
            name, number = one.file_name, 2
            while name in names:
                name, number = f"{one.file_name}-{number}", number + 1
            names.add(name)
            archive.writestr(f"{name}.xlsx", write_hand_out(plan, one, standings))
    return file.getvalue()


def write_hand_out(plan: PlanTree, handed: HandOut, standings: Standings) -> bytes:
    """Return the file of one who is responsible."""
    file = io.BytesIO()
    plain = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = xlsxwriter.Workbook(file, {"in_memory": True} | plain)
    sheet = _Sheet(book, len(handed.rows))
    sheet.head(plan, handed)
    for number, row in enumerate(handed.rows):
        sheet.row(number, row, plan, handed, standings)
    sheet.end()
    book.set_properties({"title": f"{plan.title}: {handed.to}"})
    book.close()
    return file.getvalue()


class _Sheet:
    """The one sheet of such a file: a few lines on what to do, the heads, the rows."""

    HEADS_AT = 3

    def __init__(self, book, rows: int) -> None:
        self.sheet = book.add_worksheet(_("Report"))
        self.rows = rows
        self.lists = book.add_worksheet("Listor")
        self.lists.very_hidden()
        wrap = {"text_wrap": True, "valign": "top", "num_format": "@"}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.note = book.add_format({"text_wrap": True, "valign": "top"})
        self.heads = book.add_format(wrap | {"bold": True, "bottom": 1, "bg_color": "#E9EEF0"})
        self.locked = book.add_format(
            wrap | {"bg_color": "#F3F3F1", "border": 1, "border_color": "#D9DDD9"}
        )
        self.open = book.add_format(wrap | {"locked": False, "border": 1})
        self.open_number = book.add_format(
            wrap | {"locked": False, "border": 1, "num_format": "General"}
        )
        self.told_from = len(_HIDDEN)
        self.open_from = self.told_from + len(_TOLD)

    def head(self, plan: PlanTree, handed: HandOut) -> None:
        """Write what the file is, what to do with it, and the heads."""
        sheet, first = self.sheet, self.told_from
        sheet.set_column(0, first - 1, None, None, {"hidden": True})
        sheet.write_string(0, first, f"{plan.title} – {handed.to}", self.title)
        sheet.merge_range(
            1,
            first,
            1,
            self.open_from + 3,
            _(
                "Fill in the white cells and send the file back. What is blank reports nothing. "
                "Everything else is locked: what should be otherwise there, write in a comment."
            ),
            self.note,
        )
        sheet.set_row(1, 34)
        for place, name in enumerate(_HIDDEN):
            sheet.write_string(self.HEADS_AT, place, name, self.heads)
        for place, name in enumerate(_TOLD, start=first):
            sheet.set_column(place, place, _WIDTHS[name])
            label = _("Reported so far") if name == "outcome" else str(BY_NAME[name].label)
            sheet.write_string(self.HEADS_AT, place, label, self.heads)
        labels = (BY_NAME["status"].label, OUTCOME_NUMBER, OUTCOME_WORDS, BY_NAME["comment"].label)
        for place, (label, width) in enumerate(
            zip(labels, (24, 12, 28, 44), strict=True), start=self.open_from
        ):
            sheet.set_column(place, place, width)
            sheet.write_string(self.HEADS_AT, place, str(label), self.heads)

    def row(
        self, number: int, row: Activity, plan: PlanTree, handed: HandOut, standings: Standings
    ) -> None:
        """Write a row; its status stands in it, and the rest of what is open is blank."""
        sheet, at, standing = self.sheet, self.HEADS_AT + 1 + number, standings.get(row.key)
        for place, said in enumerate((str(row.key), handed.to, str(uuid4()))):
            sheet.write_string(at, place, said)
        for place, name in enumerate(_TOLD, start=self.told_from):
            said = BY_NAME[name].cell(row, plan, standing)
            sheet.write_string(at, place, said[:_LONGEST_CELL], self.locked)
        status = BY_NAME["status"].cell(row, plan, standing)
        sheet.write_string(at, self.open_from, status, self.open)
        for place, form in enumerate((self.open_number, self.open, self.open), start=1):
            sheet.write_blank(at, self.open_from + place, None, form)

    def end(self) -> None:
        """Lock what is not open, and say what the open cells take."""
        sheet, first, last = self.sheet, self.HEADS_AT + 1, self.HEADS_AT + self.rows
        states = BY_NAME["status"].choices(None)
        for number, name in enumerate(states):
            self.lists.write_string(number, 0, name)
        longest = {2: Outcome._meta.get_field("words").max_length, 3: LONGEST_TEXT}
        takes = [
            {"validate": "list", "source": f"=Listor!$A$1:$A${len(states)}"},
            {"validate": "decimal", "criteria": ">=", "value": 0},
            *({"validate": "length", "criteria": "<=", "value": one} for one in longest.values()),
        ]
        for place, one in enumerate(takes, start=self.open_from):
            sheet.data_validation(first, place, last, place, one | {"error_type": "stop"})
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.freeze_panes(first, self.told_from + 2)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.HEADS_AT)
