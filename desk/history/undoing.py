"""Taking back what one did last, and doing it again.

The one writer of `Change.undoes`. An undo is a change of its own that gives each row what it was
before; taking back an undo does again what it took back. It is the whole of a change or nothing:
what someone else has gone on with stays.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consultation import proposals
from desk.history.restoring import CannotRestore, bring_back, set_back
from desk.history.steps import Step, current_rows, steps_of
from desk.history.untouched import added_alone, can_be_taken_back, check_untouched
from documents.changes import Actor, change
from documents.choices import UNDOABLE, Command
from documents.models import Change, TopRow


def next_undo(changes: list[Change], user) -> Change | None:
    """Return the change that `user` would take back next, of the latest `changes` of a document.

    It is the latest of their own that is not taken back already and that nobody has gone on with;
    an act of theirs, such as sharing or locking, is where it ends.
    """
    taken_back = {one.undoes_id for one in changes}
    for one, since in _with_what_came_since(changes):
        if one.user_id != user.pk or one.pk in taken_back or one.command == Command.UNDO:
            continue
        if one.command not in UNDOABLE:
            return None
        if can_be_taken_back(one, since):
            return one
    return None


def next_redo(changes: list[Change], user) -> Change | None:
    """Return the undo that `user` would take back next, unless they have done something since.

    What they did ends the search also where it was undone and made again: it was new once.
    """
    taken_back = {one.undoes_id for one in changes}
    for one, since in _with_what_came_since(changes):
        is_made_again = one.command == Command.UNDO and one.pk in taken_back
        if one.user_id != user.pk or one.command == Command.REDO or is_made_again:
            continue
        if one.command != Command.UNDO:
            return None
        if can_be_taken_back(one, since):
            return one
    return None


def _with_what_came_since(changes: list[Change]) -> Iterator[tuple[Change, list[Change]]]:
    """Give each of `changes`, the latest first, and what was done after it and still counts.

    What was taken back, and what did so, come to nothing together.
    """
    taken_back_by = {one.undoes_id: one.pk for one in changes if one.undoes_id}
    since: dict[int, Change] = {}
    for one in changes:
        took_back = since.pop(taken_back_by.get(one.pk), None)
        yield one, list(since.values())
        if took_back is None:
            since[one.pk] = one


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
    check_untouched(steps, current)
    for step in steps:
        if step.is_deletion:
            bring_back(step.was)
    for step in steps:
        if step.fields:
            set_back(current[step.place], step.was, step.fields)
    for row in added_alone(steps, current):
        row.delete()
