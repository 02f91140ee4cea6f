"""What happened lately in a partnership, in documents of every kind."""

from dataclasses import dataclass

from django.urls import reverse

from agreements.history.words import Said, said
from documents.choices import Command
from documents.kinds import kind_of, kinds
from documents.models import Change, Document
from documents.visibility import changes_seen_by

#: How many of the latest changes are told.
LATEST = 8


@dataclass(frozen=True)
class Latest:
    """What was done to a document; `url` is where its history is, "" when it has no page."""

    said: Said
    document: str
    url: str


def latest_changes(access) -> list[Latest]:
    """Return the latest changes that the reader sees in the partnership, the latest first."""
    tops = [f"document__{kind.row_of_document}" for kind in kinds().values()]
    changes = changes_seen_by(access).select_related("document", *tops).order_by("-pk")[:LATEST]
    return [_latest(one, access) for one in changes]


def _latest(change: Change, access) -> Latest:
    document: Document = change.document
    if document.kind not in kinds():
        # Written by a program that knows more kinds: told of, without words of its rows or a link.
        return Latest(Said(change, str(Command(change.command).label)), str(document), "")
    kind = kind_of(document)
    named = getattr(document, kind.row_of_document)
    slug = access.partnership.slug
    return Latest(
        said(change), named.name, reverse(f"{kind.namespace}:history", args=[slug, named.pk])
    )
