"""Addresses of one document: every kind has the same ones, in its own namespace."""

from django.http import HttpRequest
from django.urls import reverse

from documents.kinds import DocumentKind, kind_of
from documents.models import TopRow


def address_of(request: HttpRequest, top: TopRow, name: str, *arguments) -> str:
    """Return the address of the page `name` (`desk.urls`) of the document that `top` is."""
    slug = request.access.partnership.slug
    return reverse(f"{kind_of(top.document).namespace}:{name}", args=[slug, top.pk, *arguments])


def page_of(request: HttpRequest, top: TopRow, anchor: str = "") -> str:
    """Return the address of the document's own page, at `anchor`."""
    address = address_of(request, top, "detail")
    return f"{address}#{anchor}" if anchor else address


def list_of(request: HttpRequest, kind: DocumentKind) -> str:
    """Return the address of the list of documents of a kind."""
    return reverse(f"{kind.namespace}:list", args=[request.access.partnership.slug])
