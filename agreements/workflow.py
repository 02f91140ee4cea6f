"""What can happen to an agreement: the only functions that change its state.

Each is one change by one actor, in one transaction; each raises WrongState when the agreement is
not in the state the act begins from, as when someone else moved it on a moment ago.
"""

from dataclasses import replace
from datetime import date, timedelta

from django.db import transaction

from agreements import tree
from agreements.exchange.encoding import content_bytes
from agreements.models import Agreement
from agreements.printing import print_agreement
from agreements.reading import read_agreement
from agreements.writing import copied_key, write_agreement
from core.canonical import digest
from core.changes import open_change
from documents.changes import Actor, WrongState, change
from documents.choices import Command, DocumentKind, SharingKind, VersionKind
from documents.models import Document, Version
from partnerships.models import Organisation, Partnership


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
            kind=DocumentKind.AGREEMENT,
            language=content.language,
            drafting_organisation=drafting_organisation,
            source=source,
        )
        with change(by=by, document=document, command=command):
            agreement = write_agreement(document, content, key_for=key_for)
        if content.signed is not False:
            with change(by=by, document=document, command=Command.LOCK):
                _store(agreement, VersionKind.BINDING)
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
        read_agreement(agreement),
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
        extensions=(),
        supersedes=_superseded(agreement) if replaces else (),
    )
    content = replace(content, parties=tuple(_unsigned(party) for party in content.parties))
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


def _unsigned(party: tree.Party) -> tree.Party:
    return replace(
        party,
        registry_number="",
        signatories=tuple(
            replace(one, signed_on=None, signed_at="", method="") for one in party.signatories
        ),
    )


def period_after(agreement: Agreement) -> tuple[date | None, date | None]:
    """Return the period that follows on the agreement's own and is as long; None where unknown.

    Also None where the calendar ends: a last day of 9999 is written for "until further notice".
    """
    first, last = agreement.valid_from, agreement.valid_to
    if last is None or last == date.max:
        return None, None
    start = last + timedelta(days=1)
    if first is None:
        return start, None
    years = start.year - first.year
    try:
        if (first.month, first.day) == (start.month, start.day):
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
        for organisation in organisations:
            document.let_in(organisation, kind=kind, on=on, note=note)


def lock(agreement: Agreement, *, by: Actor, reason: str = "") -> Version:
    """Freeze the text as a proposal and hold the draft to it; return the version."""
    document = agreement.document
    with change(by=by, document=document, command=Command.LOCK, reason=reason, while_locked=True):
        if document.is_locked or not agreement.is_draft:
            raise WrongState
        return _store(agreement, VersionKind.PROPOSAL)


def reopen(agreement: Agreement, *, by: Actor, reason: str = "") -> None:
    """Let a locked draft be edited again; the stored version stays and stays readable."""
    document = agreement.document
    with change(by=by, document=document, command=Command.REOPEN, reason=reason, while_locked=True):
        if not document.is_locked or document.is_binding:
            raise WrongState
        document.release()


def register_signed(
    agreement: Agreement, *, signed_on: date | None, signed_at: str, by: Actor, reason: str = ""
) -> Version:
    """Register that the locked text was signed outside the program; return the binding version.

    Date and place may be unknown. What was signed is the proposal that is locked; the binding
    version says the same and adds that, when and where it was signed, and points to it.
    """
    document = agreement.document
    with change(
        by=by,
        document=document,
        command=Command.REGISTER_SIGNED,
        reason=reason,
        while_locked=True,
    ):
        if not document.is_locked or document.is_binding:
            raise WrongState
        fresh = Agreement.objects.get(pk=agreement.pk)
        fresh.signed, fresh.signed_on, fresh.signed_at = True, signed_on, signed_at
        fresh.save()
        return _store(agreement, VersionKind.BINDING)


def _store(agreement: Agreement, kind: VersionKind) -> Version:
    # Read anew under the lock: the agreement in hand may be older than the last change of it.
    current = Agreement.objects.get(pk=agreement.pk)
    current.document = agreement.document
    content = read_agreement(current)
    stored = content_bytes(content)
    moment = open_change().row.at
    printed = {"agreement": current, "kind": kind, "dated": moment}
    return agreement.document.store_version(
        kind=kind,
        content=stored,
        sha256=digest(stored),
        pdf=print_agreement(content, **printed),
        archive_pdf=print_agreement(content, variant="a3", **printed),
    )
