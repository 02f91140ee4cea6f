"""How it goes with the rows of a document, for the pages that show it beside them."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils import timezone

from desk.views.fetching import tree_with_keys
from documents.kinds import DocumentKind, kind_of
from documents.models import TopRow
from documents.tree import DocumentTree, Node, walk, with_keys_of
from followup.models import Outcome, Status
from followup.reported import Past, past_of, standings
from followup.standing import Standing


def followed_text(top: TopRow, content: DocumentTree) -> DocumentTree:
    """Return `content`, which the reader reads, with keys for the rows that are reported of.

    A stored version has none; the rows that it was stored from have them.
    """
    rows = kind_of(top.document).followed_rows
    if not rows or not top.version_read:
        return content
    return with_keys_of(tree_with_keys(top), content, rows)


def standings_on(
    request: HttpRequest,
    top: TopRow,
    content: DocumentTree,
    *,
    shown_at: datetime | None = None,
) -> dict[UUID, Standing]:
    """Return by its key how it goes with each row of `content` that is reported of; two queries.

    With `shown_at` as a page that was shown then knows it, and what its reader has reported since.
    """
    rows = kind_of(top.document).followed_rows
    days = {node.key: rows[node.ROW].days(node) for node in walk(content) if node.ROW in rows}
    if not days:
        return {}
    known = Q(document=top.document_id)
    if shown_at:
        known &= Q(at__lte=shown_at) | Q(user=request.user)
    return standings(
        Status.objects.seen_by(request.access).filter(known),
        Outcome.objects.seen_by(request.access).filter(known),
        days,
        binding_since=_binding_since(top),
    )


def get_followed(kind: DocumentKind, top: TopRow, key) -> Node:
    """Return the row `key` of what the reader reads, if it is reported of; otherwise Http404."""
    if kind.followed_rows:
        for node in walk(tree_with_keys(top)):
            if node.key == key and node.ROW in kind.followed_rows:
                return node
    raise Http404


def past_on(request: HttpRequest, top: TopRow, key) -> Past:
    """Return all that was ever reported of the row `key`; two queries."""
    statuses, outcomes = (
        model.objects.seen_by(request.access).filter(document=top.document_id)
        for model in (Status, Outcome)
    )
    return past_of(statuses, outcomes, key)


def standing_of(kind: DocumentKind, top: TopRow, node: Node, past: Past) -> Standing:
    """Return how it goes with one row."""
    days = {node.key: kind.followed_rows[node.ROW].days(node)}
    found = standings(past.statuses, past.outcomes, days, binding_since=_binding_since(top))
    return found[node.key]


def _binding_since(top: TopRow):
    binding = top.document.binding_version
    return timezone.localdate(binding.locked_at) if binding else None
