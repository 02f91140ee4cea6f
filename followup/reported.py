"""What has been reported of the rows of a document, by the keys of the rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from followup.models import Outcome, Status
from followup.models.report import ReportQuerySet
from followup.standing import Standing

#: From when to when what a row says is done, as far as known.
Days = tuple[date | None, date | None]


@dataclass(frozen=True)
class Past:
    """All that was ever reported of one row, the latest first."""

    statuses: list[Status]
    outcomes: list[Outcome]

    @property
    def counting(self) -> list[Outcome]:
        """The outcomes that count."""
        return counting(self.outcomes)

    def before(self, one: Outcome) -> list[Outcome]:
        """Return what was said of an outcome before `one`, the latest first."""
        return [other for other in self.outcomes if other.key == one.key and other.pk < one.pk]

    @property
    def withdrawn(self) -> list[Outcome]:
        """The outcomes that were taken back."""
        return [one for one in _latest(self.outcomes) if one.is_withdrawn]


def past_of(statuses: ReportQuerySet, outcomes: ReportQuerySet, row: UUID) -> Past:
    """Return what `statuses` and `outcomes`, as their reader sees them, say of one row."""
    return Past(list(statuses.filter(row=row)), list(outcomes.filter(row=row)))


def standings(
    statuses: Iterable[Status],
    outcomes: Iterable[Outcome],
    days: Mapping[UUID, Days],
    *,
    binding_since: date | None,
) -> dict[UUID, Standing]:
    """Return how it goes with each row of `days`; the reports are given with the latest first."""
    last: dict[UUID, Status] = {}
    for one in statuses:
        last.setdefault(one.row, one)
    came_of = defaultdict(list)
    for one in counting(outcomes):
        came_of[one.row].append(one)
    return {
        key: Standing(last.get(key), came_of[key], begins, ends, binding_since)
        for key, (begins, ends) in days.items()
    }


def others_since(moment: datetime, user) -> list[ReportQuerySet]:
    """Return the reports of either kind that others than `user` have made after `moment`."""
    return [model.objects.filter(at__gt=moment).exclude(user=user) for model in (Status, Outcome)]


def counting(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return of `outcomes`, the latest first, those that count: no earlier and no withdrawn one."""
    return [one for one in _latest(outcomes) if not one.is_withdrawn]


def _latest(outcomes: Iterable[Outcome]) -> list[Outcome]:
    last: dict[tuple, Outcome] = {}
    for one in outcomes:
        last.setdefault((one.document_id, one.key), one)
    return list(last.values())
