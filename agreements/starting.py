"""How an agreement begins: from a tree, or from another agreement."""

from dataclasses import replace
from datetime import date, timedelta

from agreements import tree
from agreements.models import Agreement
from desk import workflow
from documents.changes import Actor
from documents.choices import Command
from documents.reading import read_tree
from documents.writing import KeyFor, copied_key
from partnerships.models import Organisation, Partnership


def create(
    content: tree.AgreementTree,
    *,
    partnership: Partnership,
    drafting_organisation: Organisation,
    by: Actor,
    key_for: KeyFor,
    command: Command = Command.CREATE,
    source: str = "",
) -> Agreement:
    """Make a new agreement of `content`; return it.

    One that is signed, or exists outside without its signing being documented, is at once locked
    as binding text and seen by the whole partnership; an unsigned one is a draft that only
    `drafting_organisation` sees.
    """
    return workflow.create(
        content,
        partnership=partnership,
        drafting_organisation=drafting_organisation,
        by=by,
        key_for=key_for,
        command=command,
        source=source,
        is_binding=content.signed is not False,
    )


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
