"""A year as a list and as a wheel. Pure: dates in, and where they stand in a picture, out.

The wheel has January at the top and goes clockwise. Lengths are those of its own picture, whose
middle is (0, 0).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from math import cos, pi, sin

from deadlines.duties import Deadline
from deadlines.reckoning import end_of, later

#: From the middle to the edges of the ring of months, and to where the numbers stand.
INNER, OUTER, NUMBERS = 84, 120, 136
#: So much further out a number stands that would cover the one before it, which is so near.
STEP, NEAR = 20, 2 * pi / 40
#: So often at most is something told of in one year: what falls due each quarter, four times.
MOST = 12


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something of a year: on a day, or from one to another. `look` says what it is."""

    on: date
    until: date | None = None
    words: str
    note: str = ""
    url: str = ""
    look: str


@dataclass(frozen=True)
class Spot:
    """The numbers of the events of one day in the picture, and where they stand."""

    label: str
    look: str
    x: float
    y: float

    @property
    def width(self) -> int:
        """How wide the label's frame is."""
        return 13 + 5 * len(self.label)


@dataclass(frozen=True)
class Arc:
    """A line along the inside of the ring, for what goes on from a day to another."""

    look: str
    outline: str


@dataclass(frozen=True)
class Slice:
    """A month in the picture: its first day, its outline, and where its name stands."""

    first: date
    outline: str
    x: float
    y: float


def falls_in(year: int, deadline: Deadline, *, by_the_day: bool) -> Iterator[date]:
    """Give the days of `year` on which something is to be done, if it is done in time each time."""
    day, every = deadline.day, deadline.duty.every
    last = date(year, 12, 31)
    given = 0
    while day and day <= last and given < MOST:
        if day.year == year:
            yield day
            given += 1
        after = every and later(day, every)
        if not after or after <= day:
            return
        day = after if by_the_day else end_of(every.unit, after)


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events by their days."""
    return sorted(events, key=lambda one: (one.on, one.until or one.on, one.words))


def spots(events: Sequence[Event]) -> list[Spot]:
    """Return where the numbers of the events stand, the events being in order."""
    found: list[Spot] = []
    out, before = 0, None
    for day, of_day in groupby(enumerate(events, start=1), key=lambda one: one[1].on):
        numbers, looks = zip(*((number, event.look) for number, event in of_day), strict=True)
        angle = _angle(day)
        out = out + 1 if before is not None and angle - before < NEAR else 0
        before = angle
        label = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
        found.append(Spot(label, looks[0], *_point(angle, NUMBERS + out % 3 * STEP)))
    return found


def arcs(events: Iterable[Event]) -> list[Arc]:
    """Return a line for each event that goes on for more than a day, each further in."""
    found: list[Arc] = []
    for event in events:
        if event.until:
            last = min(event.until, date(event.on.year, 12, 31))
            begins, ends = _angle(event.on), _angle(last)
            radius = INNER - 6 - len(found) % 4 * 6
            large = int(ends - begins > pi)
            way = f"M{_xy(_point(begins, radius))} A{radius} {radius} 0 {large} 1"
            found.append(Arc(event.look, f"{way} {_xy(_point(ends, radius))}"))
    return found


def months(year: int) -> list[Slice]:
    """Return the twelve slices of the ring."""
    firsts = [date(year, month, 1) for month in range(1, 13)]
    ends = [*(_angle(one) for one in firsts), 2 * pi]
    return [
        Slice(
            first, _outline(begins, ends_at), *_point((begins + ends_at) / 2, (INNER + OUTER) / 2)
        )
        for first, (begins, ends_at) in zip(firsts, pairwise(ends), strict=True)
    ]


def hand(day: date) -> tuple[float, float]:
    """Return the outer end of the line from the middle that says what day it is."""
    return _point(_angle(day), OUTER)


def _angle(day: date) -> float:
    first = date(day.year, 1, 1)
    days = (date(day.year, 12, 31) - first + timedelta(days=1)).days
    return 2 * pi * (day - first).days / days


def _point(angle: float, radius: float) -> tuple[float, float]:
    return round(radius * sin(angle), 1), round(-radius * cos(angle), 1)


def _outline(begins: float, ends: float) -> str:
    outer, inner = (
        [_point(angle, radius) for angle in (begins, ends)] for radius in (OUTER, INNER)
    )
    return (
        f"M{_xy(outer[0])} A{OUTER} {OUTER} 0 0 1 {_xy(outer[1])} "
        f"L{_xy(inner[1])} A{INNER} {INNER} 0 0 0 {_xy(inner[0])} Z"
    )


def _xy(point: tuple[float, float]) -> str:
    return f"{point[0]} {point[1]}"
