"""A plan's activities as the rows of a table: chosen, grouped and put in order. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from core.text import search_key, sort_key
from plans import phrases
from plans.columns import BY_NAME, COLUMNS, Column, heading_names
from plans.outline import groups
from plans.table.view import NOTHING, SIEVE, SIEVES, Sieve, View
from plans.tree import Activity, PlanTree


@dataclass(frozen=True)
class Row:
    """A row: what its cells say, in the order of the columns."""

    key: UUID
    name: str
    cells: tuple[str, ...]


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


def arranged(plan: PlanTree, view: View) -> Table:
    """Return the table of `plan` as `view` wants it seen."""
    seen = {one.key: one for one in plan.activities if _is_chosen(one, plan, view)}
    if view.group == "heading":
        found = _under_headings(plan, seen, view)
    elif view.group:
        found = _grouped(plan, seen.values(), view)
    else:
        found = [Group("", "", "", 0, rows_of(_ordered(seen.values(), plan, view), plan, view))]
    return Table(view.shown, tuple(found), len(seen), len(plan.activities))


def rows_of(activities: Iterable[Activity], plan: PlanTree, view: View) -> tuple[Row, ...]:
    """Return activities as rows; columns that are not chosen are not made."""
    says = [column.says for column in view.shown]
    return tuple(
        Row(one.key, _name(one), tuple([say(one, plan) for say in says])) for one in activities
    )


def values_of(plan: PlanTree) -> dict[Sieve, list[str]]:
    """Return for each filter what the activities of a plan say in it, in order."""
    found: dict[Sieve, list[str]] = {}
    for sieve in SIEVES:
        said = [sieve.values(one, plan) for one in plan.activities]
        values = list(dict.fromkeys(value for values in said for value in values))
        if values:
            values.sort(key=_place(plan, sieve.name))
            found[sieve] = [*values, NOTHING] if () in said else values
    return found


def _name(activity: Activity) -> str:
    return activity.text[:80]


def _place(plan: PlanTree, sieve: str) -> Callable:
    if sieve != "heading":
        return sort_key
    return {name: at for at, name in enumerate(heading_names(plan))}.get


def _is_chosen(activity: Activity, plan: PlanTree, view: View) -> bool:
    for name, wanted in view.chosen.items():
        if not set(SIEVE[name].values(activity, plan) or (NOTHING,)).intersection(wanted):
            return False
    if not view.words:
        return True
    said = search_key(" ".join(column.says(activity, plan) for column in COLUMNS))
    return all(word in said for word in search_key(view.words).split())


def _ordered(activities: Iterable[Activity], plan: PlanTree, view: View) -> list[Activity]:
    """Return activities in the order that is chosen; those that say nothing come last."""
    found = list(activities)
    if not view.order:
        return found
    column = BY_NAME[view.order.removeprefix("-")]
    says = column.sorts or (lambda one: column.says(one, plan))
    said = [one for one in found if says(one)]
    said.sort(key=lambda one: sort_key(says(one)), reverse=view.order.startswith("-"))
    return said + [one for one in found if not says(one)]


def _under_headings(plan: PlanTree, seen: dict[UUID, Activity], view: View) -> Iterable[Group]:
    names = iter(heading_names(plan))
    for group in groups(plan):
        heading = group.heading
        value = next(names) if heading else NOTHING
        rows = rows_of(
            _ordered([one for one in group.activities if one.key in seen], plan, view), plan, view
        )
        # A heading without rows is where the next row is written, but says nothing of a choice.
        if rows or (heading and view.is_whole):
            label = heading.text if heading else _("Without a heading") if plan.headings else ""
            note = phrases.kind(heading) if heading else ""
            yield Group(label, value, note, group.depth, rows)


def _grouped(plan: PlanTree, seen: Iterable[Activity], view: View) -> Iterable[Group]:
    """Give a group for each value. A row with more than one stands under the first."""
    sieve = SIEVE[view.group]
    under = defaultdict(list)
    for one in _ordered(seen, plan, view):
        under[next(iter(sieve.values(one, plan)), NOTHING)].append(one)
    for value in sorted(under, key=lambda value: (value == NOTHING, sort_key(value))):
        label = _("Not stated") if value == NOTHING else value
        yield Group(label, value, "", 1, rows_of(under[value], plan, view))
