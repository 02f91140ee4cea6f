"""How it goes with one row today: what was reported last, and what follows from the day.

*Late* and *needs updating* are two things and neither is stored. Late is about the row: its last
day has passed, and nobody has reported that it is done, dropped or part of regular work now. Needs
updating is about the report: nothing has been heard for `STALE_AFTER` of a row that goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from followup.choices import Attention, State
from followup.models import Outcome, Status

#: A quarter: steering groups meet as often, and want to hear how it goes.
STALE_AFTER = timedelta(days=92)
#: Nothing more is expected of such a row when its last day has passed.
NEVER_LATE = frozenset({State.DONE, State.DROPPED, State.REGULAR_WORK})
#: Nothing more will be heard of such a row.
OVER = NEVER_LATE | {State.NOT_DONE}


@dataclass(frozen=True)
class Standing:
    """How it goes with a row. `status` is the latest report; `outcomes` are those that count, the
    latest first.

    `begins` and `ends` are the days of the row, as far as known; `binding_since` is the day from
    which the text binds, None where it does not.
    """

    status: Status | None = None
    outcomes: Sequence[Outcome] = ()
    begins: date | None = None
    ends: date | None = None
    binding_since: date | None = None

    @property
    def state(self) -> str:
        """The state that was reported last; "" where none was."""
        return self.status.state if self.status else ""

    @property
    def is_reported(self) -> bool:
        """Tell whether anything has been reported."""
        return self.status is not None or bool(self.outcomes)

    @property
    def numbers(self) -> list[Outcome]:
        """The outcomes that say how many or how much, in digits or words."""
        return [one for one in self.outcomes if one.value is not None or one.words]

    @property
    def comment(self) -> Outcome | None:
        """The outcome that described last how it goes, with a number or without."""
        return next((one for one in self.outcomes if one.text), None)

    @property
    def heard_on(self) -> date | None:
        """The day of the latest report, or None."""
        reports = [*self.outcomes, *([self.status] if self.status else [])]
        return max((timezone.localdate(one.at) for one in reports), default=None)

    def attention(self, today: date) -> tuple[Attention, ...]:
        """Return what asks for attention."""
        asks = {
            Attention.LATE: self.is_late(today),
            Attention.STALE: self.needs_updating(today),
        }
        return tuple(one for one in asks if asks[one])

    def is_late(self, today: date) -> bool:
        """Tell whether the last day has passed and the row is not done with."""
        return self.ends is not None and self.ends < today and self.state not in NEVER_LATE

    def needs_updating(self, today: date) -> bool:
        """Tell whether nothing has been heard for long of a row that goes on.

        Of a row that nobody has reported of, time is counted from when the text binds, or from the
        row's own first day where that is later; where no text binds nothing is expected.
        """
        if self.state in OVER:
            return False
        since = self.heard_on
        if since is None and self.binding_since is not None:
            since = max(self.binding_since, self.begins or self.binding_since)
        return since is not None and since + STALE_AFTER < today
