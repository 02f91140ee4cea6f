"""Bringing back how a row was: the pieces that undoing and restoring are made of."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from desk.history.steps import Step, columns, differ, holders, steps_of
from documents.changes import Actor, WrongState, change
from documents.choices import Command
from documents.models import Change, DocumentRow, TopRow
from documents.models.ranked import RankedRow

#: What a row keeps whatever it says.
IDENTITY = frozenset({"id", "document_id", "key", "copied_from"})


class CannotRestore(WrongState):
    """What was asked for no longer fits what there is; the sentence says why, for its reader."""


@dataclass(frozen=True)
class Earlier:
    """A row as it was at some moment, and what went away with it when that moment passed."""

    row: DocumentRow
    along: list[DocumentRow]


def state_at(moment: Change, model: type[DocumentRow], key, *, before: bool) -> Earlier:
    """Return the row `key` as it was before the change `moment`, or as it became.

    Raises LookupError when the change did nothing to such a row, and CannotRestore when the row
    was not there.
    """
    steps = steps_of(moment)
    step = next((one for one in steps if type(one.row) is model and one.row.key == key), None)
    if step is None:
        raise LookupError(key)
    wanted = step.was if before else step.became
    if wanted is None:
        raise CannotRestore(_("It did not exist at that moment."))
    return Earlier(wanted, _along(step, steps) if step.is_deletion else [])


def restore(top: TopRow, earlier: Earlier, *, by: Actor) -> None:
    """Let a row say again what it said earlier.

    A row that is still there keeps its place. One that was deleted comes back where it stood,
    with what was deleted along with it. Raises CannotRestore when it no longer fits in, and
    DocumentLocked.
    """
    wanted = earlier.row
    with change(by=by, document=top.document, command=Command.RESTORE):
        of_document = type(wanted).objects.filter(document_id=top.document_id)
        current = of_document.filter(key=wanted.key).first()
        if current is not None:
            set_back(current, wanted, content_columns(wanted))
        else:
            for row in [wanted, *earlier.along]:
                bring_back(row)


def content_columns(row: DocumentRow) -> list[str]:
    """Return the columns that say something, not who the row is or where it stands."""
    return [name for name in columns(row) if name not in IDENTITY | row.PLACE]


def content_differs(now: DocumentRow | None, then: DocumentRow | None) -> bool:
    """Tell whether bringing back the row as it was `then` would change anything."""
    if then is None:
        return False
    return now is None or any(differ(now, then, name) for name in content_columns(then))


def _along(top: Step, steps: list[Step]) -> list[DocumentRow]:
    """Return what the change deleted because it stood under the row of `top`."""
    gone = {(type(top.row), top.row.pk)}
    along = []
    for step in steps:
        above = {(one.related_model, getattr(step.row, one.attname)) for one in holders(step.row)}
        if step.is_deletion and step is not top and above & gone:
            gone.add((type(step.row), step.row.pk))
            along.append(step.was)
    return along


def set_back(row: DocumentRow, earlier: DocumentRow, names: list[str]) -> None:
    """Give the stored `row` the values that `earlier` has in the columns `names`, and save it."""
    for name in names:
        setattr(row, name, getattr(earlier, name))
    _check_links(row, names)
    if isinstance(row, RankedRow) and row.PLACE.intersection(names):
        _put_in_place(row)
    _check_whole(row)
    row.save()


def bring_back(row: DocumentRow) -> None:
    """Insert a deleted row again, as it was, with its key and number."""
    _check_links(row, columns(row))
    if isinstance(row, RankedRow):
        _put_in_place(row)
    _check_whole(row)
    row.save(force_insert=True)


def _check_links(row: DocumentRow, names: list[str]) -> None:
    """Let go of what is no longer there; raise CannotRestore where the row cannot do without it."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if not field.is_relation or field.attname not in names or value is None:
            continue
        if field.related_model._base_manager.filter(pk=value).exists():
            continue
        if not field.null or field in holders(row):
            raise CannotRestore(
                _("What “%(row)s” stood under has been deleted since.")
                % {"row": Truncator(str(row)).chars(80)}
            )
        setattr(row, field.attname, None)


def _put_in_place(row: RankedRow) -> None:
    """Let the row have the rank it has, unless another took it meanwhile: then the one after."""
    rank = row.rank
    try:
        row.place()
    except ValidationError as error:
        raise CannotRestore(" ".join(error.messages)) from error
    before = [one for one in row.siblings() if one.pk != row.pk and one.rank <= rank]
    if before and before[-1].rank == rank:
        row.place(len(before))
    else:
        row.rank = rank


def _check_whole(row: DocumentRow) -> None:
    """Raise CannotRestore when the values no longer go together."""
    try:
        row.validate_constraints()
    except ValidationError as error:
        raise CannotRestore(" ".join(error.messages)) from error
