"""Taking back what one did last, and doing it again.

The one writer of `Change.undoes`. An undo is a change of its own that gives each row what it was
before; taking back an undo does again what it took back. It is the whole of a change or nothing:
what someone else has gone on with stays.
"""

from itertools import chain

from django.db.models.deletion import Collector
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from consultation import proposals
from desk.history.restoring import CannotRestore, bring_back, set_back
from desk.history.steps import Step, columns, current_rows, differ, holders, steps_of
from documents.changes import Actor, change
from documents.choices import UNDOABLE, Command
from documents.models import Change, DocumentRow, TopRow


def next_undo(changes: list[Change], user) -> Change | None:
    """Return the change that `user` would take back next, of the latest `changes` of a document.

    It is the latest of their own that is not taken back already; an act of theirs, such as
    sharing or locking, is where it ends.
    """
    taken_back = {one.undoes_id for one in changes}
    for one in changes:
        if one.user_id != user.pk or one.pk in taken_back or one.command == Command.UNDO:
            continue
        return one if one.command in UNDOABLE else None
    return None


def next_redo(changes: list[Change], user) -> Change | None:
    """Return the undo that `user` would take back next, unless they have done something since.

    What they did ends the search also where it was undone and made again: it was new once.
    """
    taken_back = {one.undoes_id for one in changes}
    for one in changes:
        is_made_again = one.command == Command.UNDO and one.pk in taken_back
        if one.user_id != user.pk or one.command == Command.REDO or is_made_again:
            continue
        return one if one.command == Command.UNDO else None
    return None


def check_own(done: Change, by: Actor) -> None:
    """Raise CannotRestore unless `done` is a change of the text that `by` has made."""
    if by.user is None or done.user_id != by.user.pk:
        raise CannotRestore(
            _("Only %(name)s, who made this change, can take it back.") % {"name": done.name}
        )
    if done.command not in UNDOABLE | {Command.UNDO}:
        raise CannotRestore(_("This is no change of the text, so it cannot be taken back."))
    if Change.objects.filter(undoes=done).exists():
        raise CannotRestore(_("This has been taken back already."))


def undo(top: TopRow, done: Change, *, by: Actor) -> Change:
    """Take back the change `done` of `top`, or make it again when it is an undo itself.

    Returns the change that did so. Raises CannotRestore when it is not the actor's own, is an act,
    is taken back already, when a row has been changed since, or when there is nothing in it to
    take back; and DocumentLocked.
    """
    command = Command.REDO if done.command == Command.UNDO else Command.UNDO
    with change(by=by, document=top.document, command=command, undoes=done) as made:
        check_own(done, by)
        _take_back(steps_of(done))
        proposals.follow(done, by=by)
        if not made.has_row:
            raise CannotRestore(
                _("This change did nothing to the text, so there is nothing to take back.")
            )
        return made.row


def _take_back(steps: list[Step]) -> None:
    current = current_rows(steps)
    for step in steps:
        _check_untouched(step, current.get(step.place))
    for step in steps:
        if step.is_deletion:
            bring_back(step.was)
    for step in steps:
        if step.fields:
            set_back(current[step.place], step.was, step.fields)
    added = {step.place for step in steps if step.is_addition}
    for step in reversed(steps):
        if step.is_addition and not _stands_under(step.row, added):
            _delete(current[step.place], added)


def _check_untouched(step: Step, now: DocumentRow | None) -> None:
    """Raise CannotRestore unless the row is as the change left it, in what the change touched."""
    if (now is None) != step.is_deletion:
        raise _touched(step.row)
    if now is None:
        return
    names = columns(now) if step.is_addition else step.fields
    if any(differ(now, step.became, name) for name in names):
        raise _touched(now)


def _touched(row: DocumentRow) -> CannotRestore:
    """Say who has gone on with `row`."""
    states = type(row).history.filter(document_id=row.document_id, id=row.pk)
    last = states.select_related("change").order_by("-history_id").first()
    return CannotRestore(
        _("%(name)s has changed “%(row)s” since. Nothing has been taken back.")
        % {"name": last.change.name, "row": Truncator(str(row)).chars(80)}
    )


def _stands_under(row: DocumentRow, added: set) -> bool:
    return any(
        (field.related_model, getattr(row, field.attname)) in added for field in holders(row)
    )


def _delete(row: DocumentRow, added: set) -> None:
    """Delete a row that the change added, with what it added under it and nothing else."""
    collector = Collector(using=row._state.db)
    collector.collect([row])
    goes = chain(*collector.data.values())
    lets_go = chain.from_iterable(chain(*collector.field_updates.values()))
    for other in chain(goes, lets_go):
        if (type(other), other.pk) not in added:
            raise _touched(other)
    row.delete()
