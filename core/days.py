"""Days a number of days from another, also where the calendar ends; and days in words."""

from datetime import date

from django.utils.formats import date_format


def moved(day: date, days: int) -> date:
    """Return the day `days` after `day` (before it when negative), at most as far as days go.

    9999-12-31 is written for "until further notice" and 0001-01-01 by mistake; both are kept.
    """
    number = day.toordinal() + days
    return date.fromordinal(max(date.min.toordinal(), min(number, date.max.toordinal())))


def day(value: date) -> str:
    """Write a day in words: 8 november 2016."""
    return date_format(value, "j F Y")
