"""What can happen to a document of any kind: the functions that change its state.

Each is one change by one actor, in one transaction; each raises WrongState when the document is
not in the state the act begins from, as when someone else moved it on a moment ago.
"""

from datetime import date
from hashlib import sha256

from django.db import transaction

from core.canonical import digest
from core.changes import open_change
from decisions.models import Decision
from decisions.phrases import Decided, decided
from desk.exchange.encoding import content_bytes
from desk.printing.pdf import print_document
from documents.acts import ATTACH, LOCK, REOPEN, REVISE, SHARE
from documents.changes import Actor, WrongState, change
from documents.choices import AttachedKind, Command, SharingKind, VersionKind
from documents.files.papers import Paper
from documents.kinds import kind_of, kind_of_tree
from documents.models import AttachedFile, Document, TopRow, Version
from documents.reading import read_tree
from documents.tree import DocumentTree
from documents.writing import KeyFor, write_tree
from partnerships.models import Organisation, Partnership


class NotReady(WrongState):
    """A text was to be locked before what it cannot do without is written; says what in words."""


def create(
    content: DocumentTree,
    *,
    partnership: Partnership,
    drafting_organisation: Organisation,
    by: Actor,
    key_for: KeyFor,
    command: Command = Command.CREATE,
    source: str = "",
) -> TopRow:
    """Make a new document of `content`; return its top row.

    What its kind takes for binding is at once locked as such and seen by the whole partnership;
    anything else is a draft that only `drafting_organisation` sees.
    """
    kind = kind_of_tree(content)
    with transaction.atomic():
        document = Document.objects.create(
            partnership=partnership,
            kind=kind.name,
            language=content.language,
            drafting_organisation=drafting_organisation,
            source=source,
        )
        with change(by=by, document=document, command=command):
            top = write_tree(document, content, key_for=key_for)
        if kind.is_binding(content):
            with change(by=by, document=document, command=Command.LOCK):
                store_text(top, VersionKind.BINDING)
    return top


def share(
    top: TopRow,
    *,
    organisations: list[Organisation],
    kind: SharingKind,
    on: date,
    by: Actor,
    note: str = "",
) -> None:
    """Show the draft to `organisations`, for comments or sent: a logged act with its date."""
    command = Command.SHARE if kind == SharingKind.FOR_COMMENTS else Command.SEND
    document = top.document
    with change(by=by, document=document, command=command, reason=note, while_locked=True):
        SHARE.check(document)
        for organisation in organisations:
            document.let_in(organisation, kind=kind, on=on, note=note)


def lock(top: TopRow, *, by: Actor, reason: str = "") -> Version:
    """Freeze the text as a proposal and hold the draft to it; return the version.

    Raises NotReady when something must be written first.
    """
    document = top.document
    with change(by=by, document=document, command=Command.LOCK, reason=reason, while_locked=True):
        LOCK.check(document)
        return lock_text(top)


def reopen(top: TopRow, *, by: Actor, reason: str = "") -> None:
    """Let a locked draft be edited again; the stored version stays and stays readable."""
    document = top.document
    with change(by=by, document=document, command=Command.REOPEN, reason=reason, while_locked=True):
        REOPEN.check(document)
        document.release()


def revise(top: TopRow, *, by: Actor, reason: str = "") -> None:
    """Let the rows of a binding text be written again, beside it; it goes on binding meanwhile.

    For kinds that declare the act. What is written is a draft of the organisation that writes the
    document, until it is shown anew or its text binds.
    """
    document = top.document
    with change(by=by, document=document, command=Command.REVISE, reason=reason, while_locked=True):
        REVISE.check(document)
        document.release()


def attach_signed_file(top: TopRow, paper: Paper, *, by: Actor) -> AttachedFile:
    """Keep the file of the paper that was signed with the binding text; return it.

    The same file a second time is the one that is there. Raises WrongState when not binding.
    """
    document = top.document
    with change(by=by, document=document, command=Command.ATTACH, while_locked=True):
        ATTACH.check(document)
        known = document.attached_files.filter(
            kind=AttachedKind.SIGNED, file__sha256=sha256(paper.content).hexdigest()
        )
        return known.first() or attach(document, paper)


def attach(document: Document, paper: Paper) -> AttachedFile:
    """Keep a signed file with the binding text, inside the open change."""
    return AttachedFile.objects.attach(
        document,
        content=paper.content,
        media_type=paper.media_type,
        name=paper.name,
        kind=AttachedKind.SIGNED,
    )


def lock_text(top: TopRow) -> Version:
    """Freeze the text as a proposal, inside the open change; raise NotReady as `lock` does."""
    current = _read_anew(top)
    content = read_tree(current)
    hindrance = kind_of(top.document).hinders_locking(content)
    if hindrance:
        raise NotReady(str(hindrance))
    return _store(current, content, VersionKind.PROPOSAL)


def says_the_same(top: TopRow, version: Version) -> bool:
    """Tell whether the rows, as they now are, say what `version` says, byte for byte."""
    return digest(content_bytes(read_tree(_read_anew(top)))) == version.sha256


def store_text(top: TopRow, kind: VersionKind) -> Version:
    """Store the text as it now is, inside the open change, and hold the rows to it."""
    current = _read_anew(top)
    return _store(current, read_tree(current), kind)


def _read_anew(top: TopRow) -> TopRow:
    """Read `top` under the lock: the one in hand may be older than the last change of it."""
    current = type(top).objects.get(pk=top.pk)
    current.document = top.document
    return current


def _store(top: TopRow, content: DocumentTree, kind: VersionKind) -> Version:
    stored = content_bytes(content)
    moment = open_change().row.at
    checksum = digest(stored)
    decided = decided_before(top.document, kind, checksum)
    printed = {"top": top, "kind": kind, "dated": moment, "decided": decided}
    return top.document.store_version(
        kind=kind,
        name=str(kind_of_tree(content).name_of(content)),
        content=stored,
        sha256=checksum,
        pdf=print_document(content, **printed),
        archive_pdf=print_document(content, variant="a3", **printed),
    )


def decided_before(document: Document, kind: VersionKind, sha256: str) -> Decided | None:
    """Return what is printed of the decisions about the text that is about to bind; else None.

    It says the same as the one that the rows are held to, and more: that it was signed, by whom
    it was adopted.
    """
    held_to = document.locked_version
    if kind != VersionKind.BINDING or held_to is None:
        return None
    return decided(Decision.objects.about(held_to), sha256)
