"""Gallra utkast: a draft that nobody outside was shown is taken away, its history with it.

A draft is no public record until it is sent or shared or the matter is finished, and need not be
kept (Tryckfrihetsförordningen chapter 2; `domain.md` section 3b). What has been shared, locked,
registered, commented or given a file is a record, and stays.
"""

from django.db import transaction
from django.db.models import ProtectedError

from documents.changes import Actor, WrongState, change
from documents.kinds import kind_of
from documents.models import Change, Document, TopRow


class IsARecord(Exception):
    """Something hangs on the draft that has to be kept, so the draft is kept."""


def may_be_discarded(top: TopRow) -> bool:
    """Tell whether the draft has left no trace outside itself, as far as a few questions tell."""
    document = top.document
    kept = (
        document.versions,
        document.sharings,
        document.attached_files,
        document.registrations,
    )
    return top.is_draft and not any(things.exists() for things in kept)


def discard(top: TopRow, *, by: Actor) -> None:
    """Take the draft away with all its rows and its history.

    Raises WrongState when it may not be discarded (any more), and IsARecord when something else
    points to it: a comment, or an agreement that names it as what it replaces.
    """
    document = top.document
    try:
        with transaction.atomic():
            with change(by=by, document=document):
                if not may_be_discarded(top):
                    raise WrongState
                for model in reversed(kind_of(document).models):
                    model.objects.filter(document=document).delete()
            _forget(document)
    except ProtectedError as error:
        raise IsARecord from error


def _forget(document: Document) -> None:
    for model in kind_of(document).models:
        model.history.filter(document_id=document.pk).delete()
    changes = Change.objects.of(document)
    # One that was taken back is protected by the change that did so: the last links first.
    while changes.filter(undoes__isnull=False).exists():
        changes.filter(undoes__isnull=False, undone_by__isnull=True).delete()
    changes.delete()
    document.delete()
