"""What can happen to an agreement: the only functions that change its state.

Each is one change by one actor, in one transaction; each raises WrongState when the agreement is
not in the state the act begins from, as when someone else moved it on a moment ago.
"""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

from django.db import transaction

from agreements import tree
from agreements.acts import ATTACH, REGISTER_SIGNED
from agreements.exchange.encoding import content_bytes
from agreements.models import Agreement, Party
from agreements.printing.pdf import print_agreement
from consultation.rounds import close_with_the_text
from core.canonical import digest
from core.changes import open_change
from documents.acts import LOCK, REOPEN, SHARE
from documents.changes import Actor, WrongState, change
from documents.choices import AttachedKind, Command, SharingKind, VersionKind
from documents.files.papers import Paper
from documents.models import AttachedFile, Document, Version
from documents.reading import read_tree
from documents.writing import copied_key, write_tree
from partnerships.models import Organisation, Partnership


class NoParty(WrongState):
    """A text was to be locked, or registered as signed, before anybody is a party to it."""


def create(
    content: tree.AgreementTree,
    *,
    partnership: Partnership,
    drafting_organisation: Organisation,
    by: Actor,
    key_for,
    command: Command = Command.CREATE,
    source: str = "",
) -> Agreement:
    """Make a new agreement of `content`; return it.

    One that is signed, or exists outside without its signing being documented, is at once locked
    as binding text and seen by the whole partnership; an unsigned one is a draft that only
    `drafting_organisation` sees.
    """
    with transaction.atomic():
        document = Document.objects.create(
            partnership=partnership,
            kind=Agreement.ROW,
            language=content.language,
            drafting_organisation=drafting_organisation,
            source=source,
        )
        with change(by=by, document=document, command=command):
            agreement = write_tree(document, content, key_for=key_for)
        if content.signed is not False:
            with change(by=by, document=document, command=Command.LOCK):
                store_text(agreement, VersionKind.BINDING)
    return agreement


def start_from(
    agreement: Agreement,
    *,
    title: str,
    subtitle: str,
    valid_from: date | None,
    valid_to: date | None,
    replaces: bool,
    drafting_organisation: Organisation,
    by: Actor,
) -> Agreement:
    """Make a draft from `agreement`, signed or not; `replaces` makes it the successor of it.

    What belongs to the old paper stays behind: dates, registry numbers, signatures, extensions
    and what it replaced itself. Every row remembers the one it was copied from.
    """
    content = replace(
        read_tree(agreement),
        title=title,
        subtitle=subtitle,
        document_date=None,
        signed=False,
        signed_on=None,
        signed_at="",
        valid_from=valid_from,
        valid_to=valid_to,
        validity_text="",
        terminated_on=None,
        terminated_by="",
        termination_notified_on=None,
        extensions=(),
        supersedes=_superseded(agreement) if replaces else (),
    )
    content = replace(content, parties=tuple(unsigned(party) for party in content.parties))
    return create(
        content,
        partnership=agreement.document.partnership,
        drafting_organisation=drafting_organisation,
        by=by,
        key_for=copied_key,
        command=Command.COPY,
    )


def _superseded(agreement: Agreement) -> tuple[tree.Superseded, ...]:
    return (tree.Superseded(reference=str(agreement.key), title=agreement.name),)


def unsigned(party: tree.Party) -> tree.Party:
    """Return `party` as it stands in a new text: its number and its signatures stay behind."""
    return replace(
        party,
        registry_number="",
        signatories=tuple(
            replace(one, signed_on=None, signed_at="", method="") for one in party.signatories
        ),
    )


def period_after(agreement: Agreement, today: date) -> tuple[date | None, date | None]:
    """Return the period that follows on the agreement's own and is as long; None where unknown.

    It begins when the extensions have run out, or a termination has ended it; where that was in a
    year that has passed, with the next one. Also None where the calendar ends: a last day of 9999
    is written for "until further notice".
    """
    first, last, extended = agreement.valid_from, agreement.valid_to, agreement.last_day
    if agreement.terminated_on:
        ended = agreement.terminated_on - timedelta(days=1)
        extended = min(extended or ended, ended)
    if extended is None or extended == date.max:
        return None, None
    start = extended + timedelta(days=1)
    if start.year < today.year:
        start = date(today.year + 1, 1, 1)
    if first is None or last is None:
        return start, None
    try:
        after = last + timedelta(days=1)
        if (first.month, first.day) == (after.month, after.day):
            years = after.year - first.year
            return start, start.replace(year=start.year + years) - timedelta(days=1)
        return start, start + (last - first)
    except (OverflowError, ValueError):
        return start, None


def share(
    agreement: Agreement,
    *,
    organisations: list[Organisation],
    kind: SharingKind,
    on: date,
    by: Actor,
    note: str = "",
) -> None:
    """Show the draft to `organisations`, for comments or sent: a logged act with its date."""
    command = Command.SHARE if kind == SharingKind.FOR_COMMENTS else Command.SEND
    document = agreement.document
    with change(by=by, document=document, command=command, reason=note, while_locked=True):
        SHARE.check(document)
        for organisation in organisations:
            document.let_in(organisation, kind=kind, on=on, note=note)


def lock(agreement: Agreement, *, by: Actor, reason: str = "") -> Version:
    """Freeze the text as a proposal and hold the draft to it; return the version.

    Raises NoParty when nobody is a party to it yet.
    """
    document = agreement.document
    with change(by=by, document=document, command=Command.LOCK, reason=reason, while_locked=True):
        LOCK.check(document)
        _ask_for_a_party(document)
        return store_text(agreement, VersionKind.PROPOSAL)


def reopen(agreement: Agreement, *, by: Actor, reason: str = "") -> None:
    """Let a locked draft be edited again; the stored version stays and stays readable."""
    document = agreement.document
    with change(by=by, document=document, command=Command.REOPEN, reason=reason, while_locked=True):
        REOPEN.check(document)
        document.release()


def register_signed(
    agreement: Agreement,
    *,
    signed_on: date | None,
    signed_at: str,
    by: Actor,
    paper: Paper | None = None,
    reason: str = "",
) -> Version:
    """Register that the locked text was signed outside the program; return the binding version.

    Date and place may be unknown; `paper` is the signed file, bound to that version. What was
    signed is the proposal that is locked; the binding version says the same and adds that, when
    and where it was signed, and points to it. Nobody is asked for comments on it any more.
    Raises NoParty when nobody is a party to it.
    """
    document = agreement.document
    with change(
        by=by,
        document=document,
        command=Command.REGISTER_SIGNED,
        reason=reason,
        while_locked=True,
    ):
        REGISTER_SIGNED.check(document)
        _ask_for_a_party(document)
        fresh = Agreement.objects.get(pk=agreement.pk)
        fresh.signed, fresh.signed_on, fresh.signed_at = True, signed_on, signed_at
        fresh.save()
        version = store_text(agreement, VersionKind.BINDING)
        close_with_the_text(document)
        if paper:
            _attach(document, paper)
        return version


def _ask_for_a_party(document: Document) -> None:
    if not Party.objects.filter(document=document).exists():
        raise NoParty


def attach_signed_file(agreement: Agreement, paper: Paper, *, by: Actor) -> AttachedFile:
    """Keep the file of the paper that was signed with the binding text; return it.

    The same file a second time is the one that is there. Raises WrongState when not binding.
    """
    document = agreement.document
    with change(by=by, document=document, command=Command.ATTACH, while_locked=True):
        ATTACH.check(document)
        known = document.attached_files.filter(
            kind=AttachedKind.SIGNED, file__sha256=sha256(paper.content).hexdigest()
        )
        return known.first() or _attach(document, paper)


def _attach(document: Document, paper: Paper) -> AttachedFile:
    return AttachedFile.objects.attach(
        document,
        content=paper.content,
        media_type=paper.media_type,
        name=paper.name,
        kind=AttachedKind.SIGNED,
    )


def store_text(agreement: Agreement, kind: VersionKind) -> Version:
    """Store the text as it now is, inside the open change, and hold the rows to it."""
    # Read anew under the lock: the agreement in hand may be older than the last change of it.
    current = Agreement.objects.get(pk=agreement.pk)
    current.document = agreement.document
    content = read_tree(current)
    stored = content_bytes(content)
    moment = open_change().row.at
    printed = {"top": current, "kind": kind, "dated": moment}
    return agreement.document.store_version(
        kind=kind,
        content=stored,
        sha256=digest(stored),
        pdf=print_agreement(content, **printed),
        archive_pdf=print_agreement(content, variant="a3", **printed),
    )
