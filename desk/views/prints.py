"""What leaves the program as a file: PDF, HTML and exchange file."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from decisions.phrases import Decided, decided_about
from desk.addresses import page_of
from desk.exchange.exporting import export_bytes
from desk.exchange.strict import ExchangeError
from desk.printing.kept import render_once
from desk.printing.pdf import print_document
from desk.printing.webpage import web_page
from desk.views.fetching import current_tree, get_top
from desk.views.sending import file_name, send_file
from documents.kinds import DocumentKind
from documents.models import Change, TopRow, Version
from documents.reading import read_tree
from documents.visibility import versions_of
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def pdf(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Send the PDF of the locked text, or one of the draft that says that it is a draft.

    `?variant=a3` gives PDF/A-3 with the exchange file attached.
    """
    top = get_top(request, kind, pk)
    if top.version_read:
        return _stored_pdf(request, top, top.version_read)
    content = print_document(
        read_tree(top),
        top=top,
        kind="",
        dated=Change.objects.of(top.document).first().at,
        variant=_variant(request),
        by=render_once,
    )
    return send_file(content, "application/pdf", f"{file_name(top, draft=True)}.pdf")


@door(Action.VIEW)
@require_safe
def version_pdf(request: HttpRequest, kind: DocumentKind, pk: int, number: int) -> HttpResponse:
    """Send the PDF of a stored version."""
    top = get_top(request, kind, pk)
    version = get_object_or_404(versions_of(top.document, request.access), number=number)
    return _stored_pdf(request, top, version)


@door(Action.VIEW)
@require_safe
def html(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Send the document as one HTML file: the locked text, otherwise the draft."""
    top = get_top(request, kind, pk)
    printed_kind, dated = printed_as(top)
    content = web_page(
        current_tree(top), top=top, kind=printed_kind, dated=dated, decided=decided_of(top)
    )
    name = f"{file_name(top, draft=not printed_kind)}.html"
    return send_file(content, "text/html; charset=utf-8", name, attached=True)


def decided_of(top: TopRow) -> Decided | None:
    """Return what is printed of the decisions about the text that is sent, where it binds."""
    version = top.version_read
    return decided_about(version) if version and version.is_binding else None


def printed_as(top: TopRow) -> tuple[str, datetime]:
    """Return the kind of version that is sent, empty for a draft, and the moment it is from."""
    version = top.version_read
    if version:
        return version.kind, version.locked_at
    return "", Change.objects.of(top.document).first().at


@door(Action.VIEW)
@require_safe
def export(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Send the document in the exchange format: the locked text, otherwise the draft.

    What the format cannot hold is sent back with a sentence.
    """
    top = get_top(request, kind, pk)
    try:
        content = export_bytes(top, top.version_read)
    except ExchangeError as error:
        messages.error(request, str(error))
        return redirect(page_of(request, top))
    return send_file(content, "application/json", f"{file_name(top)}.json", attached=True)


def _variant(request: HttpRequest) -> str:
    return "a3" if request.GET.get("variant") == "a3" else "ua"


def _stored_pdf(request: HttpRequest, top: TopRow, version: Version) -> HttpResponse:
    version.read()  # a PDF is never sent for a text that was tampered with
    stored = version.archive_pdf if _variant(request) == "a3" else version.pdf
    name = f"{file_name(top)}-{version.number}.pdf"
    return send_file(stored.read(), "application/pdf", name)
