"""The chain of agreements on one line of time: pure, from agreements, their facts and their links.

Each agreement is a bar from its first day to the day it ends; what an extension adds and what is
open towards the future are pieces of their own. Places are parts of the line in per cent, so that
one picture fits every width.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from agreements.choices import RenewalRule
from agreements.models import Agreement
from agreements.status import State, Validity
from core.days import moved

#: As many years stand under the line at most; 320 pixels hold five of them.
MOST_YEARS = 5
#: The height of a bar with its words above it, and of one without words.
ROW, LANE = 48, 34
#: How many days the line goes past today where nothing says when an agreement ends.
AHEAD = 365


@dataclass(frozen=True)
class Piece:
    """A part of a bar. `kind` is term, extended or open; `x` and `width` are per cent."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True)
class Bar:
    """One agreement of the chain; without `pieces` its period is not known.

    `ends_on` is its last day, None where none is known or set; `replaced_by` those of the chain
    that replace it. `lane` counts from 0; bars of one lane do not overlap.
    """

    agreement: Agreement
    state: State
    begins_on: date | None
    ends_on: date | None
    pieces: tuple[Piece, ...]
    replaced_by: tuple[Agreement, ...]
    lane: int = 0

    @property
    def anchor(self) -> str:
        """Where the words beside the bar begin: at its start, or end at its end when it is late."""
        return "end" if self.pieces and _number(self.pieces[0].x) > 55 else "start"

    @property
    def is_wide(self) -> bool:
        """Tell whether two years can stand in the bar, on a wide page."""
        return sum(_number(piece.width) for piece in self.pieces) > 9

    @property
    def label_x(self) -> str:
        """The place of the words."""
        if self.anchor == "start":
            return self.pieces[0].x if self.pieces else "0%"
        last = self.pieces[-1]
        return _percent(_number(last.x) + _number(last.width))


@dataclass(frozen=True)
class Timeline:
    """The bars, the years under them as (year, x), and where today is; empty without a bar."""

    bars: tuple[Bar, ...]
    years: tuple[tuple[int, str], ...]
    today: str

    @property
    def drawn(self) -> list[Bar]:
        """The bars whose period is known."""
        return [bar for bar in self.bars if bar.pieces]

    @property
    def rows(self) -> list[tuple[int, Bar]]:
        """Every bar that is drawn with the place of its top: one below the other."""
        return [(number * ROW, bar) for number, bar in enumerate(self.drawn)]

    @property
    def laid_together(self) -> list[tuple[int, Bar]]:
        """Every bar that is drawn with the place of its top: side by side where there is room."""
        return [(bar.lane * LANE, bar) for bar in self.drawn]

    @property
    def height(self) -> int:
        """The height of the rows."""
        return len(self.drawn) * ROW

    @property
    def height_together(self) -> int:
        """The height of the lanes."""
        return LANE * (1 + max((bar.lane for bar in self.bars), default=-1))


def chain_of(
    agreement_pk: int, links: Iterable[tuple[int, int]], parents: Iterable[tuple[int, int]]
) -> set[int]:
    """Return the agreements that hang together with one, it included.

    `links` are (successor, predecessor), `parents` (amendment, agreement): both ways count.
    """
    beside = defaultdict(set)
    for one, other in [*links, *parents]:
        beside[one].add(other)
        beside[other].add(one)
    found, waiting = set(), [agreement_pk]
    while waiting:
        pk = waiting.pop()
        if pk not in found:
            found.add(pk)
            waiting += beside[pk]
    return found


def timeline(
    agreements: Iterable[Agreement],
    *,
    facts: Mapping[int, Validity],
    states: Mapping[int, State],
    links: Iterable[tuple[int, int]],
    today: date,
) -> Timeline:
    """Return `agreements` on one line of time, the earliest first; unknown periods come last.

    `links` are (successor, predecessor); `facts` and `states` are by the agreements' pk.
    """
    agreements = list(agreements)
    spans = {one.pk: _span(facts[one.pk], one) for one in agreements}
    line = _Line([span for span in spans.values() if span], today)
    known = {one.pk: one for one in agreements}
    replaced_by = defaultdict(list)
    for successor, predecessor in links:
        if successor in known:
            replaced_by[predecessor].append(known[successor])
    ordered = sorted(
        agreements, key=lambda one: (spans[one.pk] is None, _order(spans[one.pk]), one.pk)
    )
    lanes = _lanes([(one.pk, spans[one.pk]) for one in ordered])
    bars = tuple(
        Bar(
            agreement=one,
            state=states[one.pk],
            begins_on=spans[one.pk].first if spans[one.pk] else None,
            ends_on=spans[one.pk].last if spans[one.pk] else one.valid_to,
            pieces=line.pieces(spans[one.pk]) if spans[one.pk] else (),
            replaced_by=tuple(replaced_by[one.pk]),
            lane=lanes.get(one.pk, 0),
        )
        for one in ordered
    )
    return Timeline(bars, line.years(), line.at(today))


@dataclass(frozen=True)
class _Span:
    """From its first day; its own last day, and the last day in the end (None: open)."""

    first: date
    term: date | None
    last: date | None


def _span(facts: Validity, agreement: Agreement) -> _Span | None:
    """Return the period in the end: extended, cut by a termination or a successor, or open."""
    first = agreement.valid_from or agreement.signed_on
    if first is None:
        return None
    term = facts.valid_to
    last = facts.extended_to[-1] if facts.extended_to else term
    goes_on = {RenewalRule.UNTIL_FURTHER_NOTICE, RenewalRule.OPEN_ENDED}
    goes_on |= {RenewalRule.UNTIL_TERMINATED, RenewalRule.YEARLY}
    if last == date.max or facts.renewal_rule in goes_on:
        last = None
    ends = [moved(day, -1) for day in (facts.terminated_on, facts.superseded_on) if day]
    last = min([*ends, *([last] if last else [])], default=None)
    if last and last < first:
        last = first
    return _Span(first, term, last)


def _order(span: _Span | None) -> tuple[date, date]:
    return (span.first, span.last or date.max) if span else (date.max, date.max)


def _lanes(spans: list[tuple[int, _Span | None]]) -> dict[int, int]:
    """Put each on the first lane that is free when it begins."""
    free: list[date] = []
    found = {}
    for pk, span in spans:
        if span is None:
            continue
        lane = next((n for n, last in enumerate(free) if last < span.first), len(free))
        if lane == len(free):
            free.append(date.min)
        free[lane] = span.last or date.max
        found[pk] = lane
    return found


class _Line:
    """The line from the first day of all to the last, whole years, and places on it."""

    def __init__(self, spans: list[_Span], today: date) -> None:
        days = [today, *(span.first for span in spans)]
        days += [span.last for span in spans if span.last]
        if any(span.last is None for span in spans):
            days.append(moved(max(days), AHEAD))
        self.first = date(min(days).year, 1, 1)
        self.last_year = max(days).year
        self.days = (date(self.last_year, 12, 31) - self.first).days + 1

    def at(self, day: date) -> str:
        return _percent(100 * (day - self.first).days / self.days)

    def pieces(self, span: _Span) -> tuple[Piece, ...]:
        end = span.last or date(self.last_year, 12, 31)
        term = min(span.term or end, end)
        pieces = [self._piece("term", span.first, max(term, span.first))] if span.term else []
        after = max(moved(term, 1), span.first) if span.term else span.first
        if after <= end:
            pieces.append(self._piece("extended" if span.last else "open", after, end))
        return tuple(pieces)

    def _piece(self, kind: str, first: date, last: date) -> Piece:
        width = 100 * ((last - first).days + 1) / self.days
        return Piece(kind, self.at(first), _percent(max(width, 0.4)))

    def years(self) -> tuple[tuple[int, str], ...]:
        number = self.last_year - self.first.year + 1
        step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 1000, 10000) if number / s <= MOST_YEARS)
        return tuple(
            (year, self.at(date(year, 1, 1)))
            for year in range(self.first.year, self.last_year + 1)
            if year % step == 0
        )


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _number(percent: str) -> float:
    return float(percent.removesuffix("%"))
