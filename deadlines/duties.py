"""What is to be done, by whoever says it; and what has been done. Plain values, no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.intervals import Interval, IntervalUnit
from deadlines.choices import DutySubject, Strength
from deadlines.reckoning import falls_due

#: What falls due within so many days is told of: half a year, as long as a plan takes to write.
SOON = timedelta(days=183)
#: Done so often that nobody waits for a day: it is told when it was last done, and never late.
_RUNNING = {IntervalUnit.DAY, IntervalUnit.WEEK, IntervalUnit.MONTH}
#: Subjects that say what is meant; of the others each duty is its own.
_OF_ITS_OWN = {
    DutySubject.WORKING_GROUPS,
    DutySubject.SUPPORT,
    DutySubject.VISIBILITY,
    DutySubject.OTHER,
}
#: To be done when the agreement ends, whatever else is said of how often.
_AT_THE_END = {DutySubject.EVALUATION, DutySubject.RENEWAL}


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Something that shall or should be done, as an agreement or the law says it.

    `key` names the row that says it; `source` says where it stands, as a reader would look it up,
    and `url` leads there. It holds from `since` until `until`, as far as known.
    """

    key: str
    subject: str
    strength: str = Strength.MUST
    every: Interval | None = None
    responsible: tuple[str, ...] = ()
    decided_by: str = ""
    recipient: str = ""
    words: str = ""
    source: str = ""
    url: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def matter(self) -> str:
        """What is done, as what was done is told by it: a yearly plan is not a weekly one.

        Two duties with one matter (the agreement's and the law's) are met by the same.
        """
        if self.subject in _OF_ITS_OWN:
            return f"{self.subject}:{self.key}"
        return f"{self.subject}:{self.every.unit}" if self.is_running else self.subject

    @property
    def is_running(self) -> bool:
        """Tell whether it is done so often that no day is waited for.

        Of pictures only the one of a year or more is: those from meeting to meeting are never
        missed (`plans.md`).
        """
        if self.every is None:
            return False
        if self.subject == DutySubject.SITUATIONAL_PICTURE:
            return self.every.unit != IntervalUnit.YEAR
        return self.every.unit in _RUNNING


@dataclass(frozen=True, kw_only=True)
class Done:
    """That something was done. `matter` is that of the duties that it meets.

    `words` say by what, and `url` leads there where it is a document here.
    """

    matter: str
    on: date
    words: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """How it stands with a duty: when it was last done, and until when it is to be done next.

    `day` is None for what has none: a running duty, or one that says nothing of how often.
    """

    duty: Duty
    done: Done | None = None
    day: date | None = None

    def is_late(self, today: date) -> bool:
        """Tell whether the day has passed."""
        return self.day is not None and self.day < today

    def is_soon(self, today: date) -> bool:
        """Tell whether the day is near, and has not passed."""
        return self.day is not None and today <= self.day <= today + SOON


def deadlines(
    duties: Iterable[Duty], done: Iterable[Done], *, by_the_day: bool = False
) -> list[Deadline]:
    """Return how it stands with each duty: those with a day first, the nearest first."""
    last: dict[str, Done] = {}
    for one in sorted(done, key=lambda one: one.on):
        last[one.matter] = one
    found = [_deadline(one, last.get(one.matter), by_the_day) for one in duties]
    return sorted(found, key=lambda one: (one.day is None, one.day or date.max))


@dataclass(frozen=True, kw_only=True)
class Due:
    """What is to be done, by all who ask for it: `deadline` is the nearest, `asked` all of them."""

    deadline: Deadline
    asked: tuple[Deadline, ...]


def together(found: Iterable[Deadline]) -> list[Due]:
    """Return deadlines, in their order, with those that are met by the same as one."""
    asked: dict[str, list[Deadline]] = {}
    for one in found:
        asked.setdefault(one.duty.matter, []).append(one)
    return [Due(deadline=all_[0], asked=tuple(all_)) for all_ in asked.values()]


def _deadline(duty: Duty, done: Done | None, by_the_day: bool) -> Deadline:
    day = None
    if duty.subject in _AT_THE_END:
        met = done and duty.since and done.on >= duty.since
        day = None if met else duty.until
    elif duty.every and not duty.is_running:
        day = falls_due(duty.every, since=duty.since, last=done and done.on, by_the_day=by_the_day)
    return Deadline(duty=duty, done=done, day=day)
