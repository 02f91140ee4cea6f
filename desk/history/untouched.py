"""Whether what a change did still stands as it left it, so that it can be taken back whole."""

from collections.abc import Iterable
from itertools import chain

from django.db.models.deletion import Collector
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from desk.history.restoring import CannotRestore
from desk.history.steps import Step, columns, current_rows, differ, holders, steps_of
from documents.kinds import kind_of
from documents.models import Change, DocumentRow
from documents.row_kinds import CHANGED, MOVED

#: What is told apart by the columns alone: no row comes or goes.
IN_PLACE = {CHANGED, MOVED}

Rows = dict[tuple[type[DocumentRow], int], DocumentRow]


def can_be_taken_back(done: Change, since: list[Change]) -> bool:
    """Tell whether nothing in `since`, later changes that still count, is in the way of `done`.

    What the changes note of themselves is enough, and no query, where rows were only changed or
    moved; what came and went takes others along, which the rows tell.
    """
    own, others = _entries(done), list(chain.from_iterable(map(_entries, since)))
    by_key = {entry["key"]: entry for entry in own}
    if any(_meet(by_key[one["key"]], one) for one in others if one["key"] in by_key):
        return False
    if not others or all(one["act"] in IN_PLACE for one in (*own, *others)):
        return True
    try:
        steps = steps_of(done)
        current = current_rows(steps)
        check_untouched(steps, current)
        added_alone(steps, current)
        _check_holders(steps)
    except CannotRestore:
        return False
    return True


def _entries(change: Change) -> list[dict]:
    """Return what the change notes of rows of the text."""
    rows = kind_of(change.document).edited_rows
    return [entry for entry in change.entries if entry["row"] in rows]


def _meet(own: dict, other: dict) -> bool:
    """Tell whether two entries of one row are about the same in it."""
    is_in_place = own["act"] in IN_PLACE and other["act"] in IN_PLACE
    return not is_in_place or bool(set(own["fields"]) & set(other["fields"]))


def check_untouched(steps: Iterable[Step], current: Rows) -> None:
    """Raise CannotRestore unless each row is as the steps left it, in what they touched."""
    for step in steps:
        now = current.get(step.place)
        if (now is None) != step.is_deletion:
            raise _touched(step.row)
        if now is None:
            continue
        names = columns(now) if step.is_addition else step.fields
        if any(differ(now, step.became, name) for name in names):
            raise _touched(now)


def added_alone(steps: list[Step], current: Rows) -> list[DocumentRow]:
    """Return the rows that were added, the last first, without those that go with another of them.

    Raises CannotRestore where something that the steps did not add would go too.
    """
    added = {step.place for step in steps if step.is_addition}
    rows = [
        current[step.place]
        for step in reversed(steps)
        if step.is_addition and not _stands_under(step.row, added)
    ]
    for row in rows:
        _check_alone(row, added)
    return rows


def _check_alone(row: DocumentRow, added: set) -> None:
    collector = Collector(using=row._state.db)
    collector.collect([row])
    goes = chain(*collector.data.values())
    lets_go = chain.from_iterable(chain(*collector.field_updates.values()))
    for other in chain(goes, lets_go):
        if (type(other), other.pk) not in added:
            raise _touched(other)


def _stands_under(row: DocumentRow, added: set) -> bool:
    return any(place in added for place in _above(row))


def _check_holders(steps: list[Step]) -> None:
    """Raise CannotRestore where what a row stood under is gone, and does not come back with it."""
    comes_back = {step.place for step in steps if step.is_deletion}
    for step in steps:
        for model, pk in _above(step.was) if step.was else ():
            if (model, pk) in comes_back or pk is None:
                continue
            if not model._base_manager.filter(pk=pk).exists():
                raise _touched(step.row)


def _above(row: DocumentRow) -> list[tuple[type[DocumentRow], int | None]]:
    """Return the places of what `row` stands under."""
    return [(field.related_model, getattr(row, field.attname)) for field in holders(row)]


def _touched(row: DocumentRow) -> CannotRestore:
    """Say who has gone on with `row`."""
    states = type(row).history.filter(document_id=row.document_id, id=row.pk)
    last = states.select_related("change").order_by("-history_id").first()
    return CannotRestore(
        _("%(name)s has changed “%(row)s” since. Nothing has been taken back.")
        % {"name": last.change.name, "row": Truncator(str(row)).chars(80)}
    )
