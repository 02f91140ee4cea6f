"""The agreement's own page: as it stands, as it stood, and its stored versions."""

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agreements import tree
from agreements.after_signing.registering import number_to_print, with_number_to_print
from agreements.choices import AgreementKind, Block
from agreements.editing.missing import missing
from agreements.exchange.exporting import stored_content
from agreements.history.undoing import next_redo, next_undo
from agreements.history.words import said
from agreements.models import Agreement, Party, Supersession
from agreements.outline import closing_blocks, lines_at, outline
from agreements.validity import state
from agreements.views.fetching import current_tree, get_top, may_edit
from agreements.views.offering import offers
from desk.forms.sections import TextForm
from documents.choices import ACTS, AttachedKind
from documents.kinds import DocumentKind
from documents.models import Registration, StoredFile, TopRow
from documents.reading import read_tree
from documents.visibility import changes_seen_by, files_seen_by, versions_seen_by
from partnerships.access import door
from partnerships.permissions import Action

#: How many of the latest changes the page shows, and among how many it looks for what to undo.
LATEST, RECENT = 3, 25


def document_context(content: tree.AgreementTree, target: str = "") -> dict:
    """Return what the page of a tree needs: its contents, and its text in `lines`.

    Only the section with the id `target` where htmx asks for that one.
    """
    contents = outline(content)
    return {
        "doc": content,
        "contents": contents,
        "lines": lines_at(contents, target) if target else contents,
        "closing": closing_blocks(content),
    }


@door(Action.VIEW)
@require_safe
def detail(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Show the agreement: its binding or locked text, otherwise the working draft to edit."""
    seen = with_number_to_print(Agreement.objects.visible_to(request.access))
    top = get_object_or_404(seen, pk=pk)
    content = current_tree(top)
    changes = list(changes_seen_by(request.access).acts_and_latest(top.document, RECENT))
    editable = may_edit(request, top) and "las" not in request.GET
    lacks = missing(content, number_to_print(top)) if top.is_draft else []
    top.known_state = state(top)
    return render(
        request,
        "agreements/detail.html",
        document_context(content, request.htmx.target or "")
        | {
            "top": top,
            "editable": editable,
            "reading": "las" in request.GET,
            "may": {action.value: request.access.may(action) for action in Action},
            "marks": "las" not in request.GET,
            "behind": behind(content, editable),
            "missing": lacks,
            "strayed": {one.key for one in lacks if one.row == "duty"},
            "state": top.known_state,
            "acts": [change for change in changes if change.command in ACTS],
            "latest": [said(change) for change in changes[:LATEST]],
            "undo": next_undo(changes, request.user) if editable else None,
            "redo": next_redo(changes, request.user) if editable else None,
            "related": related(request, top) if not top.is_draft else None,
            "offers": offers(request, top),
            "editor": TextForm().media if editable else None,
        },
    )


def behind(content: tree.AgreementTree, editable: bool) -> list[Block]:
    """Return the blocks that the text does not print; empty ones only where one can write."""
    shown = closing_blocks(content)
    return [
        block
        for block in (Block.PARTIES, Block.GOALS, Block.BODIES, Block.DUTIES)
        if not content.has_block(block)
        and block not in shown
        and (editable or getattr(content, block.value))
    ]


def related(request: HttpRequest, top: TopRow) -> dict[str, list]:
    """Return what hangs on a binding agreement and is seen by the reader; three queries.

    The agreements before and after it, its amendments by their first day, the files of its signed
    paper, and what each organisation's registry has noted.
    """
    links = Supersession.objects.filter(document=OuterRef("document"), predecessor=top)
    replaced = Supersession.objects.filter(document=top.document, predecessor=OuterRef("pk"))
    kin = (
        Agreement.objects.visible_to(request.access)
        .annotate(
            replaces_it=Exists(links) | Q(pk=top.replaced_by_id),
            is_replaced=Exists(replaced) | Q(replaced_by=top),
        )
        .filter(
            Q(replaces_it=True) | Q(is_replaced=True) | Q(parent=top, kind=AgreementKind.AMENDMENT)
        )
        .order_by("valid_from", "pk")
    )
    kin = list(kin)
    files = files_seen_by(request.access).filter(document=top.document, kind=AttachedKind.SIGNED)
    return {
        "replaces": [one for one in kin if one.is_replaced],
        "replaced_by": [one for one in kin if one.replaces_it],
        "amendments": [one for one in kin if one.parent_id == top.pk and one.is_amendment],
        "signed_files": list(files.order_by("pk")),
        "registrations": list(
            Registration.objects.filter(document=top.document).select_related("organisation")
        ),
    }


@door(Action.VIEW)
@require_safe
def as_of(request: HttpRequest, kind: DocumentKind, pk: int, change: int) -> HttpResponse:
    """Show the agreement as it stood once a change had been made."""
    top = get_top(request, kind, pk)
    seen = changes_seen_by(request.access).of(top.document)
    moment = get_object_or_404(seen, pk=change)
    return render(
        request,
        "agreements/as_of.html",
        document_context(read_tree(top, moment))
        | {"top": top, "change": moment, "what": said(moment)},
    )


@door(Action.VIEW)
@require_safe
def version(request: HttpRequest, kind: DocumentKind, pk: int, number: int) -> HttpResponse:
    """Show a stored version with its checksum."""
    top = get_top(request, kind, pk)
    stored = get_object_or_404(
        versions_seen_by(request.access).select_related("change", "signed_text"),
        document=top.document,
        number=number,
    )
    signed = versions_seen_by(request.access).filter(pk=stored.signed_text_id)
    return render(
        request,
        "agreements/version.html",
        document_context(stored_content(stored))
        | {"top": top, "version": stored, "sees_signed_text": signed.exists()},
    )


@door(Action.VIEW)
@require_safe
def logo(request: HttpRequest, kind: DocumentKind, pk: int, sha256: str) -> HttpResponse:
    """Send the logo of a party, if what the reader sees of the agreement and its past has it."""
    top = get_top(request, kind, pk)
    of_document = {"document_id": top.document_id, "logo__sha256": sha256}
    seen = changes_seen_by(request.access).of(top.document)
    party = (
        Party.objects.filter(**of_document).select_related("logo").first()
        or Party.history.filter(**of_document, change__in=seen).select_related("logo").first()
    )
    stored = party.logo if party else _logo_in_a_version(request, top, sha256)
    response = HttpResponse(stored.read(), content_type=stored.media_type)
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _logo_in_a_version(request: HttpRequest, top: TopRow, sha256: str) -> StoredFile:
    """Return the logo from a stored version that the reader sees; otherwise Http404."""
    versions = versions_seen_by(request.access).filter(document=top.document)
    for content in versions.values_list("content", flat=True):
        if f'"sha256":"{sha256}"'.encode() in bytes(content):
            return get_object_or_404(StoredFile, sha256=sha256)
    raise Http404
