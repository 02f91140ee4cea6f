"""Days a number of days from another, also where the calendar ends; and days in words."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def moved(day: date, days: int) -> date:
    """Return the day `days` after `day` (before it when negative), at most as far as days go.

    9999-12-31 is written for "until further notice" and 0001-01-01 by mistake; both are kept.
    """
    number = day.toordinal() + days
    return date.fromordinal(max(date.min.toordinal(), min(number, date.max.toordinal())))


def day(value: date) -> str:
    """Write a day in words: 8 november 2016."""
    return _written(value, "j F Y", get_language())


@lru_cache(maxsize=4096)
def _written(value: date, form: str, language: str) -> str:
    """Write a day in the language, which is the one that is used now; a table has many days."""
    return date_format(value, form)


def span(first: date | None, last: date | None) -> str:
    """Say from when to when, each month and year once, whole years as years; "" for neither."""
    if first and last:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return day(last) if first == last else f"{first.day}–{day(last)}"
        begins = _written(first, "j F", get_language()) if first.year == last.year else day(first)
        return f"{begins} – {day(last)}"
    if first:
        return _("from %(first)s") % {"first": day(first)}
    return _("by %(last)s") % {"last": day(last)} if last else ""


def in_words(words: str, first: date | None, last: date | None) -> str:
    """Say a time in its own words, its days beside them: “våren 2027 (1 mars – 31 maj 2027)”."""
    days = span(first, last)
    return f"{words} ({days})" if words and days else words or days
