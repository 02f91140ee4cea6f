"""Reporting how it goes: the only functions that write reports. They touch no row of the document.

Nothing is locked: reports are only added, and of two in the same second the later counts. Only
what is compared with what was reported before it is written takes turns (`in_turn`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
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

    @property
    def by(self) -> str:
        """For whom, in words: as a rule whose report it is."""
        return self.organisation.name if self.organisation else ""

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


@contextmanager
def in_turn(document: Document) -> Iterator[None]:
    """Let one after the other read what was reported of `document` and report; all or nothing.

    It waits for a change of the text that is being written, and is waited for by one.
    """
    with transaction.atomic():
        # As `documents.changes.change` does; SQLite, where every writer waits, ignores it.
        Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
        yield


def is_ones_own(one: Outcome, document: Document, organisation: Organisation) -> bool:
    """Tell whether `organisation` may correct an outcome: its own, or of a text that it writes."""
    return one.organisation_id == organisation.pk or document.is_drafted_by(organisation)


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
    report.organisation_name = reporter.by
    report.at = timezone.now()
    # What it is about and who reports is no input: there is no need to look whether it exists.
    report.full_clean(exclude=["document", "user", "organisation"])
    report.save()
    return report
