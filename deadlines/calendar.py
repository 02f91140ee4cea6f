"""Deadlines as a calendar file (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar

from deadlines import phrases
from deadlines.duties import Deadline


@dataclass(frozen=True, kw_only=True)
class Day:
    """A deadline in the calendar of a partnership, whose name and page these are.

    `uid` names it, the same each time, so that a program that fetches anew moves the day.
    """

    uid: str
    deadline: Deadline
    partnership: str
    url: str


def written(days: Iterable[Day], *, name: str, at: datetime) -> bytes:
    """Return the calendar called `name` that is fetched at a moment."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Överens//SV")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in days:
        calendar.add_component(_event(one, at))
    return calendar.to_ical()


def _event(one: Day, at: datetime) -> icalendar.Event:
    duty, event = one.deadline.duty, icalendar.Event()
    event.add("uid", one.uid)
    event.add("dtstamp", at)
    event.add("dtstart", one.deadline.day)
    if one.deadline.day < date.max:
        event.add("dtend", one.deadline.day + timedelta(days=1))
    event.add("summary", f"{phrases.name(duty)} ({one.partnership})")
    said = (duty.words, duty.source, phrases.last_done(one.deadline.done), phrases.met_by(duty))
    event.add("description", "\n".join(line for line in said if line))
    event.add("url", one.url)
    event.add("transp", "TRANSPARENT")
    return event
