"""What is written into the cells that say how it goes: reports, beside the text and its history.

A cell is compared with what it was based on, as every cell is. Reports are only added: what someone
else said stays to be read on the row's own page, and is never put together with other words under
one name. Of a row whose cells are several parts of one report, one report is made.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from core.text import gate
from desk.forms.reporting import OutcomeForm, StatusForm
from documents.models import Document
from followup.in_file import STATUS_COLUMNS
from followup.reporting import (
    Reporter,
    correct,
    report_outcome,
    report_status,
    withdraw,
)
from followup.standing import Standing
from followup.words import state_called
from plans.columns import BY_NAME
from plans.table.arranging import Standings
from plans.table.clipboard import refuse_too_long
from plans.table.writing import Edit, Unwritten


@dataclass
class Reported:
    """What came of it: the rows that were reported of, what was not reported, and why."""

    keys: list[UUID] = field(default_factory=list)
    unwritten: list[Unwritten] = field(default_factory=list)
    #: Words about rows that are gone.
    lost: list[Edit] = field(default_factory=list)


def is_reported(name: str) -> bool:
    """Tell whether the column called `name` says how it goes."""
    return BY_NAME[name].reported is not None


def report(
    document: Document,
    edits: Iterable[Edit],
    *,
    reporter: Reporter,
    standings: Standings,
) -> Reported:
    """Report what `edits`, all of columns that are reported, say; each row's cells together.

    `standings` says how it goes with the rows that the reporter reads; it is to be read in the same
    turn (`in_turn`, or a change), so that nobody has reported in between. The text may be locked.
    """
    by_row: dict[UUID, list[Edit]] = defaultdict(list)
    for one in edits:
        by_row[one.key].append(one)
    done = Reported()
    for key, found in by_row.items():
        if key in standings:
            _Row(document, key, standings[key], reporter, done).write(found)
        else:
            done.lost += found
    return done


@dataclass(frozen=True)
class _Row:
    """A row that is reported of."""

    document: Document
    key: UUID
    standing: Standing
    reporter: Reporter
    done: Reported

    def write(self, edits: Iterable[Edit]) -> None:
        """Report what its cells say."""
        status: dict[str, str] = {}
        of_status = []
        for edit in edits:
            try:
                text = self._new(edit)
                if text is None:
                    continue
                if edit.column == "comment":
                    self._describe(text)
                else:
                    status |= _said(edit.column, text)
                    of_status.append(edit)
            except ValidationError as error:
                self._refuse(edit, error)
        if status:
            self._report(status, of_status)

    def _new(self, edit: Edit) -> str | None:
        """Return what is to be reported; None for nothing, or where a person has to choose."""
        text, was = gate(edit.text).strip(), gate(edit.was).strip()
        saved = BY_NAME[edit.column].reported(self.standing).strip()
        refuse_too_long(text)
        if text in (saved, was):
            return None
        if saved != was:
            self.done.unwritten.append(Unwritten(edit, saved=saved))
            return None
        return text

    def _report(self, said: Mapping[str, str], edits: Iterable[Edit]) -> None:
        """Report a status: what was reported last, with what is said now."""
        last = self.standing.status
        known = {name: getattr(last, name) for name in STATUS_COLUMNS} if last else {}
        try:
            report_status(self.document, self.key, reporter=self.reporter, **known | dict(said))
        except ValidationError as error:
            for edit in edits:
                self._refuse(edit, error)
        else:
            self.done.keys.append(self.key)

    def _describe(self, text: str) -> None:
        """Report how it goes in words.

        One's own words without a number are corrected; to those of others new ones are added.
        """
        text = OutcomeForm.base_fields["text"].clean(text)
        last, today = self.standing.comment, timezone.localdate()
        own = last if last and self._is_own_comment(last) else None
        if own and text:
            correct(own, reporter=self.reporter, text=text, by=own.by, reported_on=today)
        elif own:
            withdraw(own, reporter=self.reporter)
        elif text:
            said = {"text": text, "by": self.reporter.by, "reported_on": today}
            report_outcome(self.document, self.key, reporter=self.reporter, **said)
        else:
            raise ValidationError(
                _("%(name)s reported it, and what was reported stays: write what is true now."),
                params={"name": last.name},
            )
        self.done.keys.append(self.key)

    def _is_own_comment(self, one) -> bool:
        says_more = one.value is not None or one.words or one.measure or one.period_from
        organisation = self.reporter.organisation
        return not says_more and organisation and one.organisation_id == organisation.pk

    def _refuse(self, edit: Edit, error: ValidationError) -> None:
        self.done.unwritten.append(Unwritten(edit, reason=" ".join(error.messages)))


def _said(column: str, text: str) -> dict[str, str]:
    """Return what a cell says of how far a row has come, by columns of `Status`."""
    if column == "deviation":
        return {"deviation": StatusForm.base_fields["deviation"].clean(text)}
    if column != "status":
        raise ValidationError(_("Outcomes are reported on the row's own page “How it goes”."))
    state = state_called(text)
    if not text:
        raise ValidationError(_("What was reported stays: choose what is true now."))
    if state is None:
        raise ValidationError(
            _("“%(words)s” is no status: choose one in the list."), params={"words": text}
        )
    return {"state": state.value}
