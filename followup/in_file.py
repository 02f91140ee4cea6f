"""How it goes, as a file tells it: plain values by the keys of the rows, both ways.

A file says how a row stands and all its outcomes that count, not who wrote what and when: whoever
records it is the one who reports.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import transaction

from documents.models import Document
from followup.models import Outcome, Status
from followup.reported import counting
from followup.reporting import OUTCOME_COLUMNS, Reporter, report_outcome, report_status


@dataclass(frozen=True, kw_only=True)
class OutcomeInFile:
    """An outcome. Without a key it is a new one."""

    key: UUID | None = None
    measure: str = ""
    period_from: date | None = None
    period_to: date | None = None
    period_text: str = ""
    value: Decimal | None = None
    value_to: Decimal | None = None
    mark: str = ""
    words: str = ""
    text: str = ""
    by: str = ""
    reported_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RowInFile:
    """How it goes with one row; `state` is what the schema calls `status`."""

    state: str = ""
    effect: str = ""
    deviation: str = ""
    follow_on: str = ""
    outcomes: tuple[OutcomeInFile, ...] = ()

    @property
    def status(self) -> dict[str, str]:
        """What it says of how far the row has come: the columns of `Status`."""
        return {name: getattr(self, name) for name in STATUS_COLUMNS}


STATUS_COLUMNS = tuple(one.name for one in fields(RowInFile) if one.name != "outcomes")


class RowRefused(ValidationError):
    """What a file says of the row whose key is `row` cannot be kept; the messages say why."""

    def __init__(self, row: UUID, error: ValidationError) -> None:
        super().__init__(error.messages)
        self.row = row


def reports_of(document: Document) -> dict[UUID, RowInFile]:
    """Return what has been reported of each row of `document`, in two queries.

    A row that nothing has been reported of is left out; outcomes come in the order in which they
    were first reported. Who may read them is asked before.
    """
    outcomes = defaultdict(list)
    said = list(Outcome.objects.filter(document=document))
    first = {one.key: one.pk for one in said}  # the latest come first, so the first is the last
    for one in sorted(counting(said), key=lambda one: first[one.key]):
        columns = {name: getattr(one, name) for name in OUTCOME_COLUMNS}
        outcomes[one.row].append(OutcomeInFile(key=one.key, **columns))
    statuses = {}
    for one in Status.objects.filter(document=document):
        statuses.setdefault(one.row, {name: getattr(one, name) for name in STATUS_COLUMNS})
    return {
        row: RowInFile(**statuses.get(row, {}), outcomes=tuple(outcomes[row]))
        for row in dict.fromkeys([*statuses, *outcomes])
    }


@transaction.atomic
def record(document: Document, reports: Mapping[UUID, RowInFile], *, reporter: Reporter) -> int:
    """Keep what a file says of the rows of `document`; return how many reports that made.

    `reports` is by the keys that the rows have here. What has been reported already makes none, so
    a file can be read twice; an outcome whose key is known and that says something else corrects
    it; nothing that the file leaves out is taken back. All or none: raises RowRefused for what no
    report can say.
    """
    known, made = reports_of(document), 0
    for row, said in reports.items():
        before = known.get(row, RowInFile())
        try:
            if any(said.status.values()) and said.status != before.status:
                report_status(document, row, reporter=reporter, **said.status)
                made += 1
            made += _record_outcomes(document, row, said, before, reporter)
        except ValidationError as error:
            raise RowRefused(row, error) from error
    return made


def _record_outcomes(
    document: Document, row: UUID, said: RowInFile, before: RowInFile, reporter: Reporter
) -> int:
    known = {one.key: one for one in before.outcomes}
    # One without a key that says what one here says is that one.
    unnamed = [_without_key(one) for one in before.outcomes]
    made = 0
    for one in said.outcomes:
        if one.key is None and _without_key(one) in unnamed:
            unnamed.remove(_without_key(one))
            continue
        if one.key is not None and known.get(one.key) == one:
            continue
        columns = asdict(one) | {"key": one.key or uuid4()}
        report_outcome(document, row, reporter=reporter, **columns)
        made += 1
    return made


def _without_key(one: OutcomeInFile) -> dict:
    return asdict(one) | {"key": None}
