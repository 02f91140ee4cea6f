"""When something that comes back falls due. Pure.

“At least every second year” counts by calendar year, unless the partnership counts by the day: what
was done in March 2025 is to be done again before 2027 ends. Shorter units go by their own ends in
the same way: a quarter by the quarter, a week by its Sunday.
"""

from calendar import monthrange
from datetime import date

from core.days import moved
from core.intervals import Interval, IntervalUnit

#: How many months the units are that are counted in months.
_MONTHS = {
    IntervalUnit.MONTH: 1,
    IntervalUnit.QUARTER: 3,
    IntervalUnit.TERTIAL: 4,
    IntervalUnit.YEAR: 12,
}
_DAYS = {IntervalUnit.DAY: 1, IntervalUnit.WEEK: 7}


def falls_due(
    every: Interval, *, since: date | None, last: date | None, by_the_day: bool
) -> date | None:
    """Return the last day on which something is to be done again, or None where nothing tells.

    `since` is the first day on which it is a duty, `last` the day it was last done. What was done
    before it became a duty counts as done when it did: nothing falls due sooner than once within
    the first interval.
    """
    counted = [day for day in (last, since and moved(since, -1)) if day]
    if not counted:
        return None
    due = later(max(counted), every)
    return due if by_the_day else end_of(every.unit, due)


def later(day: date, every: Interval) -> date:
    """Return the day one interval after `day`: a month after 31 January is the last of February."""
    if every.unit in _DAYS:
        return moved(day, every.n * _DAYS[every.unit])
    months = day.year * 12 + day.month - 1 + every.n * _MONTHS[every.unit]
    year, month = divmod(months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of(unit: str, day: date) -> date:
    """Return the last day of the week, month, quarter, four-month period or year that has `day`."""
    if unit in _DAYS:
        return moved(day, 6 - day.weekday()) if unit == IntervalUnit.WEEK else day
    months = _MONTHS[unit]
    month = (day.month - 1) // months * months + months
    return date(day.year, month, monthrange(day.year, month)[1])
