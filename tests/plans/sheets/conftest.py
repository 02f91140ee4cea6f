"""Sheets, and what they come to in a plan."""

import io
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from openpyxl import Workbook, load_workbook

from documents.reading import read_tree
from followup.models import Outcome, Status
from followup.reported import standings
from followup.reporting import Reporter
from intake.tables.upload import read_sheets
from plans.columns import COLUMNS
from plans.models import Plan
from plans.sheets.asking import answered, questions
from plans.sheets.comparing import preview
from plans.sheets.excel import write_excel
from plans.sheets.meaning import meaning
from plans.sheets.taking_in import take_in
from plans.table.shown import shown

ALL = tuple(column.name for column in COLUMNS)


def saved(book):
    """The file of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sheets(**named):
    """A file with a sheet for each name: a list of rows."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in named.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)


def said(content):
    """What a file means."""
    return meaning(read_sheets("plan.xlsx", content))


class InHand:
    """A plan whose rows go out to a file and come back."""

    def __init__(self, plan, by):
        self.plan, self.by = plan, by

    def tree(self):
        return read_tree(Plan.objects.select_related("document").get(pk=self.plan.pk))

    def seen(self, columns=ALL, **query):
        """What the table shows at an address."""
        address = urlencode({"kolumn": columns} | query, doseq=True)
        return shown(self.plan, QueryDict(address), lambda _plan: self.tree(), self.known)

    def known(self, tree):
        """How it goes with the rows of the plan, as far as it was reported."""
        days = {one.key: (one.when_from, one.when_to) for one in tree.activities}
        return standings(Status.objects.all(), Outcome.objects.all(), days, binding_since=None)

    def out(self, columns=ALL, **query):
        return write_excel(self.seen(columns, **query))

    def changed(self, change, columns=ALL):
        """The file after `change(sheet, column by head)` was made in Excel."""
        book = load_workbook(io.BytesIO(self.out(columns)))
        sheet = book.worksheets[0]
        heads = {str(cell.value): cell.column for cell in sheet[1]}
        change(sheet, heads)
        return saved(book)

    def look(self, content, *answers, **options):
        tree = self.tree()
        return preview(self._said(content, answers), tree, self.known(tree), **options)

    def take(self, content, *answers, seen="", **options):
        found = self.look(content, *answers, **options)
        take_in(
            self.plan, self._said(content, answers), seen=seen or found.fingerprint,
            by=self.by.actor, name="plan.xlsx", reporter=Reporter.of(self.by.access),
            standings=self.known, **options,
        )  # fmt: skip
        return found

    def _said(self, content, answers):
        found = said(content)
        return answered(found, answers or [one.proposed for one in questions(found)])

    def changes(self):
        return self.plan.document.changes.count()


@pytest.fixture
def in_hand(plan, karin):
    """Karin's small plan."""
    return InHand(plan, karin)
