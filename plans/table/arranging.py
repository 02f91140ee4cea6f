"""A plan's activities as the rows of a table: chosen, grouped and put in order. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from core.text import search_key, sort_key
from followup.standing import Standing
from plans import phrases
from plans.column import Column
from plans.columns import BY_NAME, COLUMNS, heading_names
from plans.outline import groups
from plans.table.view import NOTHING, SIEVE, SIEVES, Sieve, View
from plans.tree import Activity, PlanTree

#: How it goes with rows, by their keys.
Standings = Mapping[UUID, Standing]
NOT_ASKED: Standings = {}


@dataclass(frozen=True)
class Row:
    """A row: what its cells say, in the order of the columns; how it goes, where that is shown."""

    key: UUID
    name: str
    cells: tuple[str, ...]
    standing: Standing | None = None


@dataclass(frozen=True)
class Group:
    """Rows under one label ("" for none). `value` is what the rows say that they are grouped by."""

    label: str
    value: str
    note: str
    depth: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """What is shown of a plan: `shown` of its `total` activities."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    shown: int
    total: int

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every row from top to bottom."""
        return tuple(row for group in self.groups for row in group.rows)


def arranged(plan: PlanTree, view: View, standings: Standings = NOT_ASKED) -> Table:
    """Return the table of `plan` as `view` wants it seen.

    `standings` says how it goes with its rows, for a view that `asks_how_it_goes`.
    """
    return _Arranging(plan, view, standings).table()


def rows_of(
    activities: Iterable[Activity], plan: PlanTree, view: View, standings: Standings = NOT_ASKED
) -> tuple[Row, ...]:
    """Return activities as rows; columns that are not chosen are not made."""
    says = [column.cell for column in view.shown]
    return tuple(
        Row(one.key, _name(one), tuple([say(one, plan, standing) for say in says]), standing)
        for one in activities
        for standing in (standings.get(one.key),)
    )


def values_of(plan: PlanTree) -> dict[Sieve, list[str]]:
    """Return for each filter what the activities of a plan say in it, in order.

    What is reported is not asked for: there every value can be chosen.
    """
    found: dict[Sieve, list[str]] = {}
    for sieve in SIEVES:
        if sieve.reported:
            values = list(sieve.words) if plan.activities else []
        else:
            said = [sieve.values(one, plan) for one in plan.activities]
            values = list(dict.fromkeys(value for values in said for value in values))
            values.sort(key=_place(plan, sieve))
            values += [NOTHING] if values and () in said else []
        if values:
            found[sieve] = values
    return found


def _name(activity: Activity) -> str:
    return activity.text[:80]


def _place(plan: PlanTree, sieve: Sieve) -> Callable:
    if sieve.words or sieve.name == "heading":
        order = list(sieve.words) or heading_names(plan)
        return {name: at for at, name in enumerate(order)}.get
    return sort_key


@dataclass(frozen=True)
class _Arranging:
    """One arranging of one plan."""

    plan: PlanTree
    view: View
    standings: Standings

    def table(self) -> Table:
        """Return the table."""
        seen = {one.key: one for one in self.plan.activities if self._is_chosen(one)}
        if self.view.group == "heading":
            found = self._under_headings(seen)
        elif self.view.group:
            found = self._grouped(seen.values())
        else:
            found = [Group("", "", "", 0, self._rows(seen.values()))]
        return Table(self.view.shown, tuple(found), len(seen), len(self.plan.activities))

    def _rows(self, activities: Iterable[Activity]) -> tuple[Row, ...]:
        return rows_of(self._ordered(activities), self.plan, self.view, self.standings)

    def _values(self, sieve: Sieve, activity: Activity) -> tuple[str, ...]:
        return sieve.of(activity, self.plan, self.standings.get(activity.key))

    def _is_chosen(self, activity: Activity) -> bool:
        for name, wanted in self.view.chosen.items():
            values = self._values(SIEVE[name], activity) or (NOTHING,)
            if not set(values).intersection(wanted):
                return False
        if not self.view.words:
            return True
        standing = self.standings.get(activity.key)
        said = search_key(" ".join(one.cell(activity, self.plan, standing) for one in COLUMNS))
        return all(word in said for word in search_key(self.view.words).split())

    def _ordered(self, activities: Iterable[Activity]) -> list[Activity]:
        """Return activities in the order that is chosen; those that say nothing come last."""
        found = list(activities)
        if not self.view.order:
            return found
        column = BY_NAME[self.view.order.removeprefix("-")]
        by = {one.key: column.order(one, self.plan, self.standings.get(one.key)) for one in found}
        said = [one for one in found if by[one.key]]
        is_backwards = self.view.order.startswith("-")
        said.sort(key=lambda one: sort_key(by[one.key]), reverse=is_backwards)
        return said + [one for one in found if not by[one.key]]

    def _under_headings(self, seen: dict[UUID, Activity]) -> Iterable[Group]:
        names = iter(heading_names(self.plan))
        for group in groups(self.plan):
            heading = group.heading
            value = next(names) if heading else NOTHING
            rows = self._rows(one for one in group.activities if one.key in seen)
            # A heading without rows is where the next row is written, but says nothing of a choice.
            if rows or (heading and self.view.is_whole):
                nameless = _("Without a heading") if self.plan.headings else ""
                label = heading.text if heading else nameless
                note = phrases.kind(heading) if heading else ""
                yield Group(label, value, note, group.depth, rows)

    def _grouped(self, seen: Iterable[Activity]) -> Iterable[Group]:
        """Give a group for each value. A row with more than one stands under the first."""
        sieve = SIEVE[self.view.group]
        under = defaultdict(list)
        for one in seen:
            under[next(iter(self._values(sieve, one)), NOTHING)].append(one)
        place = _place(self.plan, sieve)
        for value in sorted(under, key=lambda value: (value == NOTHING, place(value))):
            yield Group(sieve.said(value), value, "", 1, self._rows(under[value]))
