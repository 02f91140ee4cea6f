"""Reporting how it goes: the only functions that write reports. They touch no row of the document.

Nothing is locked: reports are only added, and of two in the same second the later counts.
"""

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from documents.changes import WrongState
from documents.models import Document
from followup.models import Outcome, Report, Status
from partnerships.models import Organisation


@dataclass(frozen=True)
class Reporter:
    """Who reports: a member for an organisation, or a command (then there is no account)."""

    name: str
    organisation: Organisation | None = None
    user: object | None = None

    @classmethod
    def of(cls, access) -> "Reporter":
        """Return the reader of a page as the one who reports."""
        return cls(str(access.user), access.organisation, access.user)


def report_status(document: Document, row: UUID, *, reporter: Reporter, **said) -> Status:
    """Keep how far the row has come; `said` are columns of `Status`.

    Raises ValidationError where a column does not hold what is said.
    """
    return _kept(Status(document=document, row=row, **said), reporter)


def report_outcome(document: Document, row: UUID, *, reporter: Reporter, **said) -> Outcome:
    """Keep what came of the row; `said` are columns of `Outcome`. Raises as `report_status`."""
    return _kept(Outcome(document=document, row=row, **said), reporter)


def correct(earlier: Outcome, *, reporter: Reporter, **said) -> Outcome:
    """Keep what the outcome is after all; `said` has all of its columns. Raises as `withdraw`."""
    _refuse_unless_latest(earlier)
    return report_outcome(earlier.document, earlier.row, reporter=reporter, key=earlier.key, **said)


def withdraw(earlier: Outcome, *, reporter: Reporter) -> Outcome:
    """Keep that the outcome no longer counts; raise WrongState when someone has gone on with it."""
    _refuse_unless_latest(earlier)
    said = {name: getattr(earlier, name) for name in OUTCOME_COLUMNS}
    taken_back = Outcome(document=earlier.document, row=earlier.row, key=earlier.key, **said)
    taken_back.is_withdrawn = True
    return _kept(taken_back, reporter)


#: The columns that say what came of a row.
OUTCOME_COLUMNS = (
    *("measure", "period_from", "period_to", "period_text", "value", "value_to", "mark"),
    *("words", "text", "by", "reported_on"),
)


def _refuse_unless_latest(earlier: Outcome) -> None:
    of_it = Outcome.objects.filter(document=earlier.document_id, key=earlier.key)
    if earlier.is_withdrawn or of_it.filter(pk__gt=earlier.pk).exists():
        raise WrongState


def _kept(report: Report, reporter: Reporter) -> Report:
    report.user, report.name = reporter.user, reporter.name[:200]
    report.organisation = reporter.organisation
    report.organisation_name = reporter.organisation.name if reporter.organisation else ""
    report.at = timezone.now()
    report.full_clean()
    report.save()
    return report
