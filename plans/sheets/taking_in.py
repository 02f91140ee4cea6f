"""Writes into a plan what was seen of a file, all of it in one change."""

from django.core.exceptions import ValidationError

from documents.changes import Actor, WrongState, change
from documents.models import TopRow
from documents.reading import read_tree
from plans.sheets.comparing import preview
from plans.sheets.meaning import Meaning
from plans.sheets.preview import Outcome, Preview
from plans.table.writing import Edit, write_cells


def take_in(
    top: TopRow, said: Meaning, *, seen: str, by: Actor, name: str, **options: bool
) -> Preview:
    """Write what `said` does to the plan, and return it.

    `seen` is the fingerprint of what a person was shown; `options` are those of `preview`. Raises
    WrongState, with nothing written, when the plan has changed so that it would be something else,
    ValidationError for a cell that cannot be written, and DocumentLocked.
    """
    with change(by=by, document=top.document, reason=name):
        current = type(top).objects.get(pk=top.pk)
        current.document = top.document
        found = preview(said, read_tree(current), **options)
        if found.fingerprint != seen:
            raise WrongState
        written = write_cells(
            current,
            [edit for one in found.changed for edit in _edits(one)],
            new=[{cell.column: cell.now for cell in one.cells} for one in found.new],
            headings=found.headings,
        )
        if written.unwritten:
            raise ValidationError(written.unwritten[0].reason)
    return found


def _edits(outcome: Outcome) -> list[Edit]:
    return [Edit(outcome.key, one.column, one.now, one.was) for one in outcome.cells]
