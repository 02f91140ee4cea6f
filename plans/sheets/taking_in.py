"""Writes what was seen of a file: texts in one change, reports beside it; all of it or nothing."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.changes import Actor, WrongState, change
from documents.models import TopRow
from documents.reading import read_tree
from followup.in_file import OutcomeInFile
from followup.models import Outcome as Reported
from followup.reporting import Reporter, correct, in_turn, is_ones_own, report_outcome
from plans.sheets.comparing import preview
from plans.sheets.meaning import Meaning
from plans.sheets.preview import Cell, Outcome, Preview
from plans.table.arranging import Standings
from plans.table.reporting import report
from plans.table.writing import Edit, write_cells
from plans.tree import PlanTree


def take_in(
    top: TopRow,
    said: Meaning,
    *,
    seen: str,
    by: Actor,
    name: str,
    reporter: Reporter,
    standings: Callable[[PlanTree], Standings],
    read: Callable[[TopRow], PlanTree] = read_tree,
    **options: bool,
) -> Preview:
    """Write what `said` does to the plan, report what it says of how it goes, and return it.

    `seen` is the fingerprint of what a person was shown; `options` are those of `preview`.
    `standings` gives how it goes with the rows of a plan, `read` the plan with the keys of its rows
    where nothing is written in it. Raises WrongState, with nothing written, when the plan has
    changed so that it would be something else, ValidationError for a cell that cannot be written,
    and DocumentLocked.
    """
    if said.handed_to or options.get("reports_only"):
        with in_turn(top.document):
            plan = read(top)
            known = standings(plan)
            found = _unless_changed(preview(said, plan, known, **options), seen)
            keys = [one.key for one in found.changed]
            _report(top, said, found.changed, keys, reporter, known)
        return found
    with change(by=by, document=top.document, reason=name):
        current = type(top).objects.get(pk=top.pk)
        current.document = top.document
        plan = read_tree(current)
        found = _unless_changed(preview(said, plan, standings(plan), **options), seen)
        written = write_cells(
            current,
            [edit for one in found.changed for edit in _edits(one.key, one.cells)],
            new=[{cell.column: cell.now for cell in one.cells} for one in found.new],
            headings=found.headings,
        )
        if written.unwritten:
            raise ValidationError(written.unwritten[0].reason)
        rows = [*found.changed, *found.new]
        keys = [*(one.key for one in found.changed), *written.new]
        _report(top, said, rows, keys, reporter, standings(written.plan))
    return found


def _unless_changed(found: Preview, seen: str) -> Preview:
    if found.fingerprint != seen:
        raise WrongState
    return found


def _edits(key: UUID, cells: tuple[Cell, ...]) -> Iterator[Edit]:
    for one in cells:
        yield Edit(key, one.column, one.now, one.was)


def _report(
    top: TopRow,
    said: Meaning,
    rows: list[Outcome],
    keys: list[UUID],
    reporter: Reporter,
    known: Standings,
) -> None:
    """Report what `rows`, whose keys in the plan are `keys`, say of how it goes."""
    by = said.handed_to or reporter.by
    cells: list[Edit] = []
    for key, row in zip(keys, rows, strict=True):
        cells += _edits(key, tuple(one for one in row.reports if one.column != "outcome"))
        reported = {one.key: one for one in known[key].outcomes} if key in known else {}
        for one in row.outcomes:
            _report_outcome(top, key, one, reported.get(one.key), by, reporter)
    done = report(top.document, cells, reporter=reporter, standings=known)
    if done.unwritten:
        raise ValidationError(done.unwritten[0].reason)


def _report_outcome(
    top: TopRow,
    row: UUID,
    said: OutcomeInFile,
    before: Reported | None,
    by: str,
    reporter: Reporter,
) -> None:
    """Report an outcome; where it was reported `before` and is one's own, correct that."""
    columns = {
        "value": said.value,
        "mark": said.mark,
        "words": said.words,
        "text": said.text,
        "by": by,
        "reported_on": timezone.localdate(),
    }
    if before is None:
        key = said.key or uuid4()
        report_outcome(top.document, row, reporter=reporter, key=key, **columns)
    elif reporter.organisation and is_ones_own(before, top.document, reporter.organisation):
        correct(before, reporter=reporter, **columns)
    else:
        raise ValidationError(
            _("%(who)s registered an outcome that the file corrects: only they can do that.")
            % {"who": before.organisation_name or before.name}
        )
