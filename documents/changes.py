"""`with change(…)`: the only way in which a document is written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from core.changes import OpenChange, opened
from documents.choices import Command
from documents.models import Change, Document


class WrongState(Exception):
    """Someone else moved this on: the act does not begin from the state the document is in.

    `sentence` says why where there is another reason.
    """

    sentence = ""


class NotLockedYet(WrongState):
    """An act that begins from a locked text, of one that nobody has locked."""

    sentence = gettext_lazy("The text has to be locked first.")


class NotBindingYet(WrongState):
    """An act that begins from a binding text, of one that does not bind."""

    sentence = gettext_lazy("The text has to be binding first.")


class DocumentLocked(WrongState):
    """The document is held to a stored version, so its rows cannot be written."""


@dataclass(frozen=True)
class Actor:
    """Who makes a change: an account, or a command such as an import (then `user` is None)."""

    name: str
    organisation: str = ""
    user: object | None = None
    on_behalf_of: str = ""

    @classmethod
    def of(cls, access, *, on_behalf_of: str = "") -> "Actor":
        """Return the reader of a page (`partnerships.access.Access`) as the one who acts."""
        return cls(str(access.user), access.organisation.name, access.user, on_behalf_of)


@contextmanager
def change(
    *,
    by: Actor,
    document: Document,
    command: Command = Command.EDIT,
    reason: str = "",
    while_locked: bool = False,
    undoes: Change | None = None,
) -> Iterator[OpenChange]:
    """Open a change of `document`, in one transaction and with the document row locked.

    Everything written inside belongs to one `Change` row; when nothing is written none is made.
    The versions that `document` names, and its reach, are read anew under the lock. Raises
    DocumentLocked when its rows are held to one, unless `while_locked` says that the act is made
    for such a one.
    `undoes` is the change that this one takes back.
    """
    with transaction.atomic():
        # The row lock orders the changes of one document; SQLite, where every writer waits for
        # the one before, ignores it.
        current = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
        if current.is_locked and not while_locked:
            raise DocumentLocked
        for column in ("locked_version_id", "binding_version_id", "reach"):
            setattr(document, column, getattr(current, column))

        def make_row(entries: list[dict]) -> Change:
            return Change.objects.create(
                partnership_id=document.partnership_id,
                document=document,
                user=by.user,
                name=by.name,
                organisation=by.organisation,
                on_behalf_of=by.on_behalf_of,
                at=timezone.now(),
                command=command,
                reason=reason,
                undoes=undoes,
                entries=entries,
            )

        with opened(OpenChange(document.pk, make_row)) as open_one:
            yield open_one
            open_one.finish()
