"""What happened lately in a partnership, in documents of every kind."""

from dataclasses import dataclass

from django.urls import reverse

from agreements.history.words import Said, said
from documents.choices import DocumentKind
from documents.models import Document
from documents.visibility import changes_seen_by

#: How many of the latest changes are told.
LATEST = 8
#: Kind of document → the row that knows its name, and the page of its history. A document of a kind
#: that is not here has no page yet: it is told of without a link.
PAGES = {DocumentKind.AGREEMENT: ("agreement", "agreements:history")}


@dataclass(frozen=True)
class Latest:
    """What was done to a document; `url` is where its history is, "" when it has no page."""

    said: Said
    document: str
    url: str


def latest_changes(access) -> list[Latest]:
    """Return the latest changes that the reader sees in the partnership, the latest first."""
    rows = [f"document__{row}" for row, _page in PAGES.values()]
    changes = changes_seen_by(access).select_related("document", *rows).order_by("-pk")[:LATEST]
    return [Latest(said(one), *_name_and_page(one.document, access)) for one in changes]


def _name_and_page(document: Document, access) -> tuple[str, str]:
    row, page = PAGES.get(document.kind, ("", ""))
    if not row:
        return str(document.get_kind_display()), ""
    named = getattr(document, row)
    return named.name, reverse(page, args=[access.partnership.slug, named.pk])
