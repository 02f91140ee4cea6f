"""What is seen of a plan at an address: the one place that the page, print and files ask.

So a file has the columns, the rows, their groups and their order that were on the screen, and
nothing that writes one asks the plan what a cell says.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.days import day
from documents.models import TopRow
from plans.columns import COLUMNS, USUAL
from plans.table.arranging import NOT_ASKED, Row, Standings, Table, arranged
from plans.table.reading import read_rows
from plans.table.view import COLUMN, NOTHING, SIEVE, View
from plans.tree import PlanTree

#: What the address of a file has for its columns to get all that say anything.
ALL = "allt"


@dataclass(frozen=True)
class Shown:
    """A plan as its reader reads it, what is chosen of it, and the table that comes to."""

    plan: PlanTree
    view: View
    table: Table

    @property
    def about(self) -> str:
        """Which rows these are, where some are left out, and of which day what is said of them is.

        “12 av 77 aktiviteter · Ansvarig: Polisen · läget den 3 maj 2027”; "" where neither matters.
        """
        said = [] if self.view.is_whole else self._selection()
        if self.view.asks_how_it_goes:
            said.append(_("as reported on %(day)s") % {"day": day(timezone.localdate())})
        return " · ".join(said)

    def _selection(self) -> list[str]:
        """Return how many of the rows these are, and by what they were chosen."""
        shown, total = self.table.shown, self.table.total
        many = ngettext(
            "%(shown)d of %(total)d activity", "%(shown)d of %(total)d activities", total
        )
        said = [many % {"shown": shown, "total": total}]
        for name, values in self.view.chosen.items():
            words = (_("Not stated") if value == NOTHING else value for value in values)
            said.append(f"{SIEVE[name].label}: {', '.join(words)}")
        if self.view.words:
            said.append(_("with the words “%(words)s”") % {"words": self.view.words})
        return said


def shown(
    top: TopRow,
    query: QueryDict,
    read: Callable[[TopRow], PlanTree] = read_rows,
    standings: Callable[[PlanTree], Standings] = lambda _plan: NOT_ASKED,
) -> Shown:
    """Return what the query of an address shows of `top`.

    `read` gives the plan with the keys of its rows; whoever needs more of it than the table does
    reads more. `standings` gives how it goes with its rows, and is asked only where that is shown.
    Cells are said in the language that is active.
    """
    plan = read(top)
    view = View.asked(query, plan.columns)
    is_all = query.getlist(COLUMN) == [ALL]
    if is_all:
        view = view.changed(columns=tuple(one.name for one in COLUMNS if one.is_printed))
    table = arranged(plan, view, standings(plan) if view.asks_how_it_goes else NOT_ASKED)
    return Shown(plan, view, _saying_something(table) if is_all else table)


def _saying_something(table: Table) -> Table:
    """Return the table without the columns in which no row says anything; the usual ones stay."""
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.name in USUAL or any(row.cells[at] for row in table.rows)
    ]

    def narrowed(row: Row) -> Row:
        return replace(row, cells=tuple([row.cells[at] for at in kept]))

    groups = [replace(one, rows=tuple(map(narrowed, one.rows))) for one in table.groups]
    return replace(table, columns=tuple(table.columns[at] for at in kept), groups=tuple(groups))
