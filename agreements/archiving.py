"""Old agreements for the archive: a few facts and the signed paper as a file."""

from datetime import date

from django.db import transaction

from agreements import starting
from agreements.after_signing.succeeding import note_successor
from agreements.blank import party_named, sheet
from agreements.models import Agreement
from desk import workflow
from documents.changes import Actor
from documents.files.papers import Paper
from documents.writing import kept_key
from partnerships.models import Organisation, Partnership


def archive(
    *,
    title: str,
    parties: list[str],
    valid_from: date | None,
    valid_to: date | None,
    signed_on: date | None,
    paper: Paper,
    replaced_by: Agreement | None,
    partnership: Partnership,
    drafting_organisation: Organisation,
    by: Actor,
) -> Agreement:
    """Make an agreement that was signed elsewhere, locked at once; return it.

    Its text is a sheet with what is known; the paper itself is attached to that locked text.
    `replaced_by` is the agreement that came after it, where that one is here.
    """
    with transaction.atomic():
        agreement = starting.create(
            sheet(
                title=title,
                parties=tuple(party_named(name) for name in parties),
                valid_from=valid_from,
                valid_to=valid_to,
                signed=True,
                signed_on=signed_on,
            ),
            partnership=partnership,
            drafting_organisation=drafting_organisation,
            by=by,
            key_for=kept_key,
        )
        workflow.attach_signed_file(agreement, paper, by=by)
        if replaced_by:
            note_successor(agreement, replaced_by, by=by)
    return agreement
