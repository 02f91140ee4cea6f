"""What of a plan's table is shown, as its address says: columns, groups, order, filters.

Everything that is chosen stands in the query of the address, so that a view can be linked, kept
(`plans.models.SavedView`) and exported as it is seen. What an address says wrong is left out.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from followup.choices import Attention, State
from followup.standing import Standing
from plans.column import Column
from plans.column_names import columns_called
from plans.columns import BY_NAME, COLUMNS, USUAL, heading_name
from plans.tree import Activity, PlanTree

#: What a filter is set to for the rows that say nothing in it.
NOTHING = "–"
#: The words of the address; a filter is called as its column.
COLUMN, GROUP, ORDER, WORDS, STEP = "kolumn", "grupp", "ordning", "sok", "flytta"
LONGEST_WORDS = 200


@dataclass(frozen=True, eq=False)
class Sieve:
    """What rows can be chosen and grouped by: the values that an activity has, in its plan.

    Where they are values of how it goes, `reported` gives them. `words` are what values are called
    that are no words themselves, in their order.
    """

    name: str
    label: Promise
    values: Callable[[Activity, PlanTree], tuple[str, ...]] = lambda _activity, _plan: ()
    reported: Callable[[Standing], tuple[str, ...]] | None = None
    words: Mapping[str, Promise] = field(default_factory=dict)

    def of(self, activity: Activity, plan: PlanTree, standing: Standing | None) -> tuple[str, ...]:
        """Return the values of a row; `standing` is how it goes, as far as was asked."""
        if self.reported is None:
            return self.values(activity, plan)
        return self.reported(standing) if standing else ()

    def said(self, value: str) -> str:
        """Return a value in words."""
        return str(self.words.get(value) or (_("Not stated") if value == NOTHING else value))


def _headings(activity: Activity, plan: PlanTree) -> tuple[str, ...]:
    """Give the heading and those that it stands under: to choose one is to choose all under it."""
    place = activity.heading
    return tuple(heading_name(place[:depth], plan) for depth in range(len(place), 0, -1))


def _years(activity: Activity, _plan: PlanTree) -> tuple[str, ...]:
    first, last = activity.when_from, activity.when_to
    if not (first or last):
        return ()
    years = range((first or last).year, min((last or first).year, (first or last).year + 20) + 1)
    return tuple(map(str, years))


def _states(standing: Standing) -> tuple[str, ...]:
    """Give what asks for attention first: grouped, a row stands under that."""
    return (*standing.attention(timezone.localdate()), *filter(None, [standing.state]))


def _one(name: str) -> Callable[[Activity, PlanTree], tuple[str, ...]]:
    return lambda activity, _plan: (said,) if (said := getattr(activity, name)) else ()


SIEVES = (
    Sieve("heading", _("Heading"), _headings),
    Sieve(
        "responsible",
        _("Responsible"),
        lambda activity, _plan: tuple(dict.fromkeys(one.name for one in activity.responsible)),
    ),
    Sieve("area", _("Area"), _one("area")),
    Sieve("year", pgettext_lazy("filter", "Year"), _years),
    Sieve("target_group", _("Target group"), _one("target_group")),
    Sieve("tags", _("Tags"), lambda activity, _plan: activity.tags),
    Sieve(
        "status",
        _("Status"),
        reported=_states,
        words={one.value: one.label for one in (*Attention, *State)}
        | {NOTHING: pgettext_lazy("how it goes", "Nothing reported")},
    ),
)
SIEVE = {one.name: one for one in SIEVES}
#: One who has chosen nothing sees the plan's own order, under its headings.
USUAL_GROUP = "heading"


@dataclass(frozen=True, kw_only=True)
class View:
    """What is chosen: names of columns in their order, and of what rows are grouped, ordered and
    filtered by. `order` has a minus before it for the last first; `chosen` has values by filter.
    `usual` are the columns of one who has chosen none.
    """

    columns: tuple[str, ...] = USUAL
    usual: tuple[str, ...] = USUAL
    group: str = USUAL_GROUP
    order: str = ""
    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def asked(cls, query: QueryDict, own: Iterable[str]) -> "View":
        """Return the view that the query of an address asks for of a plan.

        `own` are the heads of the columns on the plan's own paper (`Plan.columns`).
        """
        columns = [name for name in dict.fromkeys(query.getlist(COLUMN)) if name in BY_NAME]
        columns = _stepped(columns, query.get(STEP, ""))
        group, order = query.get(GROUP, USUAL_GROUP), query.get(ORDER, "")
        usual = usual_columns(own)
        return cls(
            columns=_with_text(columns) if columns else usual,
            usual=usual,
            group=group if group in SIEVE else "" if GROUP in query else USUAL_GROUP,
            order=order if order.removeprefix("-") in BY_NAME else "",
            words=query.get(WORDS, "").strip()[:LONGEST_WORDS],
            chosen={
                one.name: tuple(dict.fromkeys(filter(None, query.getlist(one.name))))
                for one in SIEVES
                if any(query.getlist(one.name))
            },
        )

    @property
    def query(self) -> str:
        """The query of the address of this view; "" for what is shown when nothing is chosen."""
        said = [(COLUMN, name) for name in self.columns if self.columns != self.usual]
        said += [(GROUP, self.group)] if self.group != USUAL_GROUP else []
        said += [(ORDER, self.order)] if self.order else []
        said += [(WORDS, self.words)] if self.words else []
        said += [(name, value) for name, values in self.chosen.items() for value in values]
        return urlencode(said)

    @property
    def asks_how_it_goes(self) -> bool:
        """Tell whether what is shown depends on reports."""
        of_them = {one.name for one in (*COLUMNS, *SIEVES) if one.reported}
        return not of_them.isdisjoint(
            {*self.columns, self.group, self.order.removeprefix("-"), *self.chosen}
        )

    @property
    def new_rows_say(self) -> str:
        """The column in which a new row says what its group says; "" where no cell can."""
        return self.group if self.group in BY_NAME and not BY_NAME[self.group].reported else ""

    def changed(self, **changes) -> "View":
        """Return the view with something else chosen."""
        return replace(self, **changes)

    def without(self, name: str, value: str) -> "View":
        """Return the view with one value of a filter let go."""
        left = tuple(one for one in self.chosen[name] if one != value)
        others = {one: values for one, values in self.chosen.items() if one != name}
        return replace(self, chosen=others | ({name: left} if left else {}))

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that are shown."""
        return tuple(BY_NAME[name] for name in self.columns)

    @property
    def is_whole(self) -> bool:
        """Tell whether no row is left out."""
        return not (self.words or self.chosen)


def usual_columns(own: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that are shown of a plan when nobody has chosen any.

    They are those of its own paper, as far as the table has them, otherwise the usual ones.
    """
    called = columns_called(own)
    return _with_text(called) if called else USUAL


def _with_text(columns: Sequence[str]) -> tuple[str, ...]:
    """Return columns with that of the activity's text: a row is called by it."""
    return tuple(columns) if "text" in columns else ("text", *columns)


def _stepped(columns: list[str], step: str) -> list[str]:
    """Return the columns with one a step to the left or right: “when:-1”."""
    name, _colon, way = step.partition(":")
    if name in columns and way in ("-1", "1"):
        at = columns.index(name)
        to = min(max(at + int(way), 0), len(columns) - 1)
        columns.insert(to, columns.pop(at))
    return columns
