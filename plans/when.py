"""When an activity is done, said in one cell and read from it again."""

import re
from datetime import date
from typing import NamedTuple

from core.days import in_words, span
from intake.recognition.dates import is_bare, only_day, period
from plans.tree import Activity

#: “riskhelger (senast 30 september 2027)”
_BESIDE = re.compile(r"(?P<words>.*\S)\s*\((?P<days>[^()]+)\)", re.DOTALL)
_BY = re.compile(r"(?:senast|klart?|by|until|t\.?\s?o\.?\s?m\.?|till och med)\s+", re.IGNORECASE)
_FROM = re.compile(r"(?:från och med|från|fr\.?\s?o\.?\s?m\.?|from)\s+", re.IGNORECASE)
#: “1–31 maj 2027”
_IN_A_MONTH = re.compile(r"(\d{1,2})\s?[-–]\s?(\d{1,2})\s(\D+\s\d{4})")
#: Longer than any that is only days.
_LONGEST = 80


class When(NamedTuple):
    """The words of a time and the days beside them, as an activity has them."""

    words: str = ""
    first: date | None = None
    last: date | None = None


def say(activity: Activity) -> str:
    """Return what a cell says of when an activity is done: no days that its words say already."""
    days = activity.when_from, activity.when_to
    words = activity.when_text
    return words if words and _days(words) == days else in_words(words, *days)


def read(said: str) -> When:
    """Return what `said` says of a time; words are kept as they are written.

    What is nothing but days is the days alone where they are printed the same again, or where it
    is a day; otherwise (“maj 2027”) the words stay and the days stand beside them.
    """
    said = said.strip()
    if (beside := _BESIDE.fullmatch(said)) and (days := _days(beside["days"])):
        return When(beside["words"], *days)
    if not (days := _days(said)):
        return When(said)
    # “2027-05-31” is a day however it is written; “maj 2027” is what somebody calls the time.
    is_said = span(*days) == said or only_day(_BY.sub("", _FROM.sub("", said)))
    return When("" if is_said else said, *days)


def _days(said: str) -> tuple[date | None, date | None] | None:
    """Return the first and last day of what is days and nothing else; None for anything more."""
    if len(said) > _LONGEST:
        return None
    if by := _BY.match(said):
        found = _days(said[by.end() :])
        return (None, found[1]) if found and found[1] else None
    if begins := _FROM.match(said):
        rest = said[begins.end() :]
        if is_bare(rest) and (found := period(rest)) and (only_day(rest) or not found.last):
            return found.first, None
    if day := only_day(said):
        return day, day
    if in_a_month := _IN_A_MONTH.fullmatch(said):
        first, last, month = in_a_month.groups()
        said = f"{first} {month} – {last} {month}"
    found = period(said) if is_bare(said) else None
    return (found.first, found.last) if found else None
