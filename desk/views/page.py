"""The document's own page: as it stands, as it stood, and its stored versions."""

from itertools import islice

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from desk.exchange.exporting import stored_content
from desk.forms.sections import TextForm
from desk.history.undoing import next_redo, next_undo
from desk.history.words import describe, told
from desk.views.fetching import current_tree, get_top, may_edit
from desk.views.following import followed_text, standings_on
from desk.views.offering import offers
from desk.views.standing import standing
from documents.choices import ACTS
from documents.kinds import DocumentKind, kind_of_tree
from documents.models import StoredFile, TopRow
from documents.outline import lines_at, outline
from documents.reading import read_tree
from documents.tree import DocumentTree
from documents.visibility import changes_of, text_read_after, versions_of
from partnerships.access import door
from partnerships.permissions import Action

#: How many of the latest changes the page shows, and among how many it looks for what to undo.
LATEST, RECENT = 3, 25


def document_context(content: DocumentTree, target: str = "") -> dict:
    """Return what the page of a tree needs: its contents, and its text in `lines`.

    Only the section with the id `target` where htmx asks for that one.
    """
    contents = outline(content)
    return {
        "doc": content,
        "contents": contents,
        "lines": lines_at(contents, target) if target else contents,
        "closing": kind_of_tree(content).closing_blocks(content),
    }


@door(Action.VIEW)
@require_safe
def detail(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Show the document: its binding or locked text, otherwise the working draft to edit."""
    seen = kind.top.model.objects.visible_to(request.access)
    top = get_object_or_404(kind.for_page(seen), pk=pk)
    content = followed_text(top, current_tree(top))
    changes = list(changes_of(top.document, request.access).acts_and_latest(RECENT))
    editable = may_edit(request, top) and "las" not in request.GET
    lacks = kind.missing(top, content) if top.reads_draft else []
    panels = kind.panel_context(request, top, content)
    return render(
        request,
        "desk/detail.html",
        document_context(content, request.htmx.target or "")
        | panels
        | {
            "top": top,
            "editable": editable,
            "reading": "las" in request.GET,
            "may": {action.value: request.access.may(action) for action in Action},
            "marks": "las" not in request.GET,
            "behind": behind(kind, content, editable),
            "kind": kind,
            "standings": standings_on(request, top, content),
            "missing": lacks,
            "lacking": {one.key for one in lacks},
            "acts": [change for change in changes if change.command in ACTS],
            "latest": list(islice(told(changes), LATEST)),
            "undo": next_undo(changes, request.user) if editable else None,
            "redo": next_redo(changes, request.user) if editable else None,
            "offers": offers(request, top),
            "standing": standing(top, request.access, changes),
            "editor": TextForm().media if editable else None,
        },
    )


def behind(kind: DocumentKind, content: DocumentTree, editable: bool) -> list[dict]:
    """Return name and label of the blocks that the text does not print.

    Empty ones only where one can write.
    """
    shown = set(kind.closing_blocks(content))
    return [
        {"value": name, "label": block.label}
        for name, block in kind.blocks.items()
        if block.rows and block.is_behind and not content.has_block(name) and name not in shown
        if editable or kind.printed_in(content, name)
    ]


@door(Action.VIEW)
@require_safe
def as_of(request: HttpRequest, kind: DocumentKind, pk: int, change: int) -> HttpResponse:
    """Show the document as its reader read it once a change had been made."""
    top = get_top(request, kind, pk)
    seen = changes_of(top.document, request.access)
    moment = get_object_or_404(seen, pk=change)
    return render(
        request,
        "desk/as_of.html",
        document_context(read_tree(top, text_read_after(moment, request.access)))
        | {"top": top, "change": moment, "what": describe(moment)},
    )


@door(Action.VIEW)
@require_safe
def version(request: HttpRequest, kind: DocumentKind, pk: int, number: int) -> HttpResponse:
    """Show a stored version with its checksum."""
    top = get_top(request, kind, pk)
    stored = get_object_or_404(
        versions_of(top.document, request.access).select_related("change", "signed_text"),
        number=number,
    )
    signed = versions_of(top.document, request.access).filter(pk=stored.signed_text_id)
    return render(
        request,
        "desk/version.html",
        document_context(stored_content(stored))
        | {"top": top, "version": stored, "sees_signed_text": signed.exists()},
    )


@door(Action.VIEW)
@require_safe
def logo(request: HttpRequest, kind: DocumentKind, pk: int, sha256: str) -> HttpResponse:
    """Send a picture, if what the reader sees of the document and its past has it."""
    top = get_top(request, kind, pk)
    stored = None if top.reads_binding_text else _picture_in_a_row(request, kind, top, sha256)
    stored = stored or _picture_in_a_version(request, top, sha256)
    response = HttpResponse(stored.read(), content_type=stored.media_type)
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _picture_in_a_row(
    request: HttpRequest, kind: DocumentKind, top: TopRow, sha256: str
) -> StoredFile | None:
    """Return the picture that a row has now, or had after a change that the reader sees."""
    seen = changes_of(top.document, request.access)
    for model, column in kind.picture_columns:
        having = {"document_id": top.document_id, f"{column}__sha256": sha256}
        row = (
            model.objects.filter(**having).select_related(column).first()
            or model.history.filter(**having, change__in=seen).select_related(column).first()
        )
        if row:
            return getattr(row, column)
    return None


def _picture_in_a_version(request: HttpRequest, top: TopRow, sha256: str) -> StoredFile:
    """Return the picture from a stored version that the reader sees; otherwise Http404."""
    versions = versions_of(top.document, request.access)
    for content in versions.values_list("content", flat=True):
        if f'"sha256":"{sha256}"'.encode() in bytes(content):
            return get_object_or_404(StoredFile, sha256=sha256)
    raise Http404
