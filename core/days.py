"""Days a number of days from another, also where the calendar ends."""

from datetime import date


def moved(day: date, days: int) -> date:
    """Return the day `days` after `day` (before it when negative), at most as far as days go.

    9999-12-31 is written for "until further notice" and 0001-01-01 by mistake; both are kept.
    """
    number = day.toordinal() + days
    return date.fromordinal(max(date.min.toordinal(), min(number, date.max.toordinal())))
