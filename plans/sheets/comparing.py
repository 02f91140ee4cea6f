"""Compares the rows of a file with the plan as it is: what each would do to it.

Pure. A row with a key is that row of the plan; a row without one is the row that says the same is
to be done, if there is one, otherwise a new one. So a file from here comes back unchanged without a
change, and one from elsewhere that is read twice gives nothing the second time.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from core.text import gate, search_key
from followup.standing import Standing
from plans import people, tree
from plans.columns import BY_NAME, UNDER, Column, heading_name
from plans.forms.rows import ActivityForm
from plans.models import Heading, Responsible
from plans.sheets import reporting
from plans.sheets.meaning import Meaning, SaidRow
from plans.sheets.preview import Cell, Outcome, Preview, What
from plans.table.arranging import NOT_ASKED, Standings
from plans.table.clipboard import refuse_too_long
from plans.tree import Activity, PlanTree

#: Enough of a row to tell which it is.
_NAME_LENGTH = 120
_LONGEST_HEADING = Heading._meta.get_field("text").max_length


def preview(
    said: Meaning,
    plan: PlanTree,
    standings: Standings = NOT_ASKED,
    *,
    hidden: bool = False,
    struck: bool = False,
    reports_only: bool = False,
) -> Preview:
    """Return what taking in `said` would do to `plan`, whose rows have keys.

    `standings` says how it goes with them. Rows that are `hidden` or `struck` through are left out
    unless they are asked for. With `reports_only`, as for a file that was handed out, nothing is
    written in the text.
    """
    reports_only = reports_only or bool(said.handed_to)
    comparing = _Comparing(plan, standings, reports_only)
    outcomes = []
    for row in said.rows:
        if reason := _left_out(row, hidden=hidden, struck=struck):
            outcomes.append(_outcome(row, What.LEFT_OUT, reason=reason))
        else:
            outcomes.append(comparing.outcome(row))
    headings = () if reports_only else tuple(comparing.new_headings)
    return Preview(tuple(outcomes), headings, said.notes, reports_only)


def _left_out(row: SaidRow, *, hidden: bool, struck: bool) -> str:
    if row.is_hidden and not hidden:
        return _("The row is hidden in the sheet.")
    if row.is_struck and not struck:
        return _("The row is struck through in the sheet.")
    return ""


def _outcome(row: SaidRow, what: What, called: str = "", **more) -> Outcome:
    name = called or row.text or next((one for one in row.cells.values() if one), "")
    short = Truncator(" ".join(name.split())).chars(_NAME_LENGTH)
    return Outcome(row.sheet, row.number, what, short, **more)


class _Comparing:
    """One comparison of rows with one plan."""

    def __init__(self, plan: PlanTree, standings: Standings, reports_only: bool) -> None:
        self.plan = plan
        self.standings = standings
        self.reports_only = reports_only
        #: Every outcome that counts, by its key, with the row that it is about.
        self.came_of = {
            one.key: (row, one) for row, all_ in standings.items() for one in all_.outcomes
        }
        self.by_key = {str(one.key): one for one in plan.activities}
        self.left: dict[str, list[Activity]] = defaultdict(list)
        for one in plan.activities:
            self.left[search_key(one.text)].append(one)
        self.taken: set[UUID] = set()
        self.known = known_in(plan)
        self.headings = _heading_names(plan)
        #: Headings that rows name and the plan does not have, in the order in which they come.
        self.new_headings: dict[str, None] = {}

    def outcome(self, row: SaidRow) -> Outcome:
        """Return what happens to `row`."""
        node = None
        if row.key:
            node = self.by_key.get(row.key.strip().casefold())
            if node is None or node.key in self.taken:
                return _outcome(row, What.REFUSED, reason=_key_refused(node))
        else:
            node = self._same(row)
        if node is None and self.reports_only:
            reason = _("The plan has no such row, and here rows are only reported of.")
            return _outcome(row, What.REFUSED, reason=reason)
        if node is None and not row.text:
            reason = _("The row does not say what is to be done.")
            return _outcome(row, What.REFUSED, reason=reason)
        if node is not None:
            self.taken.add(node.key)
        try:
            found = tuple(self._cells(row, node))
            cells = tuple(one for one in found if self._is_taken(one))
            _check_days(node, cells)
            standing = (self.standings.get(node.key) if node else None) or Standing()
            outcomes = tuple(reporting.outcomes_of(row, standing, self.came_of))
            reports = tuple(reporting.cells_of(row, standing))
        except ValidationError as error:
            return _outcome(row, What.REFUSED, reason=" ".join(error.messages))
        if outcomes:
            was, now = BY_NAME["outcome"].reported(standing), map(reporting.said, outcomes)
            reports += (Cell("outcome", was, "; ".join(now)),)
        more = {
            "cells": cells,
            "reports": reports,
            "outcomes": outcomes,
            # A sheet from elsewhere says in its own words what the plan says: nothing was changed.
            "not_taken": tuple(one for one in found if row.key and one not in cells),
        }
        if node is None:
            return _outcome(row, What.NEW, **more)
        what = What.CHANGED if cells or reports else What.UNCHANGED
        return _outcome(row, what, called=node.text, key=node.key, **more)

    def _is_taken(self, cell: Cell) -> bool:
        """Tell whether a cell is written in the text."""
        column = BY_NAME[cell.column]
        return not self.reports_only and not column.opens

    def _same(self, row: SaidRow) -> Activity | None:
        """Return the row of the plan that says the same is to be done, under the same heading."""
        found = [one for one in self.left[search_key(row.text)] if one.key not in self.taken]
        if not row.text or not found:
            return None
        wanted = search_key(row.cells.get("heading", ""))
        for one in found:
            name = heading_name(one.heading, self.plan)
            if wanted in (search_key(name), search_key(name.rpartition(UNDER)[2])):
                return one
        return found[0]

    def _cells(self, row: SaidRow, node: Activity | None) -> Iterator[Cell]:
        """Give the cells that say something else than `node`; raise for what they cannot say."""
        cells = dict(row.cells)
        if node is None and row.beside:
            said = [cells.get("description", ""), *row.beside]
            cells["description"] = "\n".join(one for one in said if one)
        for name, text in cells.items():
            if name not in BY_NAME or BY_NAME[name].reported:
                continue
            column, now = BY_NAME[name], gate(text).strip()
            if name == "heading" and (place := self.headings.get(search_key(now))):
                now = heading_name(place, self.plan)
            was = column.says(node, self.plan) if node else ""
            if not now and (node is None or not row.key):
                continue  # what another sheet leaves blank is not taken away
            if now == was.strip() or (node and self._means_the_same(column, node, now)):
                continue
            if not (self.reports_only or column.opens):
                self._check(column, now)
            yield Cell(name, was, now)

    def _means_the_same(self, column: Column, node: Activity, said: str) -> bool:
        """Tell whether `said`, in other words than the cell's own, is what the row says."""
        if column.opens:
            return False
        if column.rows:
            return _who(people.read(said, self.known)) == _who(node.responsible)
        if column.name == "heading":
            name = heading_name(node.heading, self.plan)
            names = {search_key(name), search_key(name.rpartition(UNDER)[2])}
            return bool(said) and search_key(said) in names
        fields = ActivityForm.base_fields
        try:
            now = {name: fields[name].clean(one) for name, one in column.data(said).items()}
        except ValidationError:
            return False
        return all(_plain(getattr(node, name)) == _plain(value) for name, value in now.items())

    def _check(self, column: Column, said: str) -> None:
        """Raise `ValidationError`, with the column's name, for what the cell cannot say."""
        try:
            refuse_too_long(said)
            if column.name == "heading":
                self._check_heading(said)
            elif column.rows:
                for one in people.read(said, self.known):
                    values = {name: getattr(one, name) for name in _SAID}
                    Responsible(**values).clean_fields(exclude=["document", "activity", "rank"])
            else:
                for name, one in column.data(said).items():
                    ActivityForm.base_fields[name].clean(one)
        except ValidationError as error:
            raise ValidationError(f"{column.label}: {' '.join(error.messages)}") from error

    def _check_heading(self, said: str) -> None:
        """Note a heading that the plan does not have."""
        if not said or search_key(said) in self.headings:
            return
        if len(said) > _LONGEST_HEADING:
            raise ValidationError(
                _("A heading has at most %(most)d characters.") % {"most": _LONGEST_HEADING}
            )
        self.new_headings.setdefault(said)


_SAID = ("organisation", "body", "function", "person", "does", "role")


def known_in(plan: PlanTree) -> list[tree.Responsible]:
    """Return those who do something in a plan, each once, in the order in which they come."""
    everyone = (one for activity in plan.activities for one in activity.responsible)
    return list({tuple(_who([one])): one for one in reversed(list(everyone))}.values())[::-1]


def _key_refused(node: Activity | None) -> str:
    if node is None:
        return _("The row belongs to another plan, or has been deleted from this one.")
    return _("The row stands twice in the file.")


def _who(responsible: Sequence) -> list[tuple[str, ...]]:
    return [tuple(getattr(one, name) for name in _SAID) for one in responsible]


def _plain(value) -> object:
    return list(value) if isinstance(value, tuple) else value


def _heading_names(plan: PlanTree) -> Mapping[str, tuple[int, ...]]:
    """Return the place of each heading by its name, with and without those that it stands under.

    A name that two headings have stands for the first of them.
    """
    found: dict[str, tuple[int, ...]] = {}
    places = list(_places(plan.headings, ()))
    for place in places:
        found.setdefault(search_key(heading_name(place, plan)), place)
    for place in places:
        found.setdefault(search_key(heading_name(place, plan).rpartition(UNDER)[2]), place)
    return found


def _places(headings: Sequence, above: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for number, one in enumerate(headings, start=1):
        yield (*above, number)
        yield from _places(one.headings, (*above, number))


def _check_days(node: Activity | None, cells: Sequence[Cell]) -> None:
    """Raise `ValidationError` where the last day would come before the first."""
    days = {name: getattr(node, name, None) for name in ("when_from", "when_to")}
    fields = ActivityForm.base_fields
    for cell in cells:
        if BY_NAME[cell.column].rows:
            continue
        for name, said in BY_NAME[cell.column].data(cell.now).items():
            if name in days:
                days[name] = fields[name].clean(said)
    if days["when_from"] and days["when_to"] and days["when_to"] < days["when_from"]:
        raise ValidationError(_("The last day is before the first day."))
