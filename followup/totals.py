"""What several outcomes of one measure come to; pure (`plans.md`, *Totals*).

A count is summed over periods that do not touch. Where one period contains others, its own figure
counts and theirs do not, whatever they come to: a published figure is never worked out anew. Where
periods overlap in part, or it is not known when something was, nothing is summed. Of a stock and of
a level the latest counts. Where nobody says which of the three a number is, several are shown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import Protocol

from followup.choices import Mark, MeasureKind


class Reported(Protocol):
    """What is asked of an outcome."""

    period_from: date | None
    period_to: date | None
    value: Decimal | None
    value_to: Decimal | None
    mark: str
    words: str
    reported_on: date | None


class Why(StrEnum):
    """Why there is no total although there are numbers."""

    OVERLAPPING = "overlapping"  # two periods have days in common, and neither contains the other
    UNKNOWN_KIND = "unknown_kind"  # it is not known whether they can be summed at all
    UNDATED = "undated"  # several numbers, and not of all is it known from when to when


@dataclass(frozen=True)
class Total:
    """What the outcomes of a measure come to.

    `value` is None where there is no total; then `why` says why, unless there is no number at all.
    `counted` are the outcomes that it is made of, `contained` those whose period lies in that of a
    counted one, `apart` those that are shown and not counted: said in words only, or, of a stock or
    a level, earlier ones.
    """

    value: Decimal | None = None
    value_to: Decimal | None = None
    mark: str = ""
    counted: tuple[Reported, ...] = ()
    contained: tuple[Reported, ...] = ()
    apart: tuple[Reported, ...] = ()
    why: Why | None = None


def total(outcomes: Iterable[Reported], kind: str = "") -> Total:
    """Return what `outcomes`, all of one measure, come to; `kind` is "" where it is not known."""
    outcomes = tuple(outcomes)
    said = tuple(one for one in outcomes if one.value is not None)
    in_words = tuple(one for one in outcomes if one.value is None)
    if not said:
        return Total(apart=in_words)
    if kind in (MeasureKind.STOCK, MeasureKind.LEVEL):
        return _latest(said, in_words)
    contained = tuple(one for one in said if any(_contains(other, one) for other in said))
    counted = tuple(one for one in said if one not in contained)
    why = _why_not(counted, kind)
    if why:
        return Total(counted=counted, contained=contained, apart=in_words, why=why)
    return _summed(counted, contained, in_words)


def _latest(said: Sequence[Reported], in_words: Sequence[Reported]) -> Total:
    """Return the outcome of the latest period; of two for the same one, that reported later."""
    # Of two that nothing tells apart the first counts: the latest reported come first.
    latest = max(said, key=_moment)
    earlier = tuple(one for one in said if one is not latest)
    return Total(latest.value, latest.value_to, latest.mark, (latest,), (), (*earlier, *in_words))


def _moment(one: Reported) -> tuple[date, date]:
    until = one.period_to or one.period_from or one.reported_on or date.min
    return until, one.reported_on or date.min


def _contains(outer: Reported, inner: Reported) -> bool:
    """Tell whether the period of `outer` is longer than that of `inner` and has all its days."""
    if not (_is_dated(outer) and _is_dated(inner)):
        return False
    is_same = (outer.period_from, outer.period_to) == (inner.period_from, inner.period_to)
    return (
        not is_same
        and outer.period_from <= inner.period_from
        and inner.period_to <= outer.period_to
    )


def _is_dated(one: Reported) -> bool:
    return one.period_from is not None and one.period_to is not None


def _why_not(counted: Sequence[Reported], kind: str) -> Why | None:
    """Return why these cannot be summed, or None."""
    if len(counted) == 1:
        return None
    if not kind:
        return Why.UNKNOWN_KIND
    if not all(_is_dated(one) for one in counted):
        return Why.UNDATED
    for one, other in combinations(counted, 2):
        if one.period_from <= other.period_to and other.period_from <= one.period_to:
            return Why.OVERLAPPING
    return None


def _summed(
    counted: Sequence[Reported], contained: Sequence[Reported], in_words: Sequence[Reported]
) -> Total:
    lowest = sum((one.value for one in counted), Decimal())
    highest = None
    if any(one.value_to is not None for one in counted):
        highest = sum(
            (one.value if one.value_to is None else one.value_to for one in counted), Decimal()
        )
    return Total(lowest, highest, _mark(counted), tuple(counted), tuple(contained), tuple(in_words))


def _mark(counted: Sequence[Reported]) -> str:
    """Return how exact the sum is: as exact as the least exact number in it."""
    marks = {one.mark for one in counted}
    for least in (Mark.ABOUT, Mark.AT_LEAST):
        if least in marks:
            return least
    return Mark.EXACT if marks == {Mark.EXACT} else ""
