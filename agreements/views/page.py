"""The agreement's own page: as it stands, as it stood, and its stored versions."""

from itertools import islice

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from agreements import tree
from agreements.after_signing.registering import number_to_print, with_number_to_print
from agreements.choices import AgreementKind, Block
from agreements.editing.missing import missing
from agreements.exchange.exporting import stored_content
from agreements.forms.text import TextForm
from agreements.history.undoing import next_redo, next_undo
from agreements.history.words import said, told
from agreements.models import Agreement, Party, Supersession
from agreements.outline import closing_blocks, lines_at, outline
from agreements.reading import read_agreement
from agreements.validity import state
from agreements.views.fetching import current_tree, get_agreement, may_edit
from agreements.views.offering import offers
from documents.choices import ACTS, AttachedKind
from documents.models import Registration, StoredFile
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
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the agreement: its binding or locked text, otherwise the working draft to edit."""
    seen = with_number_to_print(Agreement.objects.visible_to(request.access))
    agreement = get_object_or_404(seen, pk=pk)
    content = current_tree(agreement)
    changes = list(changes_seen_by(request.access).acts_and_latest(agreement.document, RECENT))
    editable = may_edit(request, agreement) and "las" not in request.GET
    lacks = missing(content, number_to_print(agreement)) if agreement.is_draft else []
    agreement.known_state = state(agreement)
    return render(
        request,
        "agreements/detail.html",
        document_context(content, request.htmx.target or "")
        | {
            "agreement": agreement,
            "editable": editable,
            "reading": "las" in request.GET,
            "may": {action.value: request.access.may(action) for action in Action},
            "marks": "las" not in request.GET,
            "behind": behind(content, editable),
            "missing": lacks,
            "strayed": {one.key for one in lacks if one.row == "duty"},
            "state": agreement.known_state,
            "acts": [change for change in changes if change.command in ACTS],
            "latest": list(islice(told(changes), LATEST)),
            "undo": next_undo(changes, request.user) if editable else None,
            "redo": next_redo(changes, request.user) if editable else None,
            "related": related(request, agreement) if not agreement.is_draft else None,
            "offers": offers(request, agreement),
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


def related(request: HttpRequest, agreement: Agreement) -> dict[str, list]:
    """Return what hangs on a binding agreement and is seen by the reader; three queries.

    The agreements before and after it, its amendments by their first day, the files of its signed
    paper, and what each organisation's registry has noted.
    """
    links = Supersession.objects.filter(document=OuterRef("document"), predecessor=agreement)
    replaced = Supersession.objects.filter(document=agreement.document, predecessor=OuterRef("pk"))
    kin = (
        Agreement.objects.visible_to(request.access)
        .annotate(
            replaces_it=Exists(links) | Q(pk=agreement.replaced_by_id),
            is_replaced=Exists(replaced) | Q(replaced_by=agreement),
        )
        .filter(
            Q(replaces_it=True)
            | Q(is_replaced=True)
            | Q(parent=agreement, kind=AgreementKind.AMENDMENT)
        )
        .order_by("valid_from", "pk")
    )
    kin = list(kin)
    files = files_seen_by(request.access).filter(
        document=agreement.document, kind=AttachedKind.SIGNED
    )
    return {
        "replaces": [one for one in kin if one.is_replaced],
        "replaced_by": [one for one in kin if one.replaces_it],
        "amendments": [one for one in kin if one.parent_id == agreement.pk and one.is_amendment],
        "signed_files": list(files.order_by("pk")),
        "registrations": list(
            Registration.objects.filter(document=agreement.document).select_related("organisation")
        ),
    }


@door(Action.VIEW)
@require_safe
def as_of(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """Show the agreement as it stood once a change had been made."""
    agreement = get_agreement(request, pk)
    seen = changes_seen_by(request.access).of(agreement.document)
    moment = get_object_or_404(seen, pk=change)
    return render(
        request,
        "agreements/as_of.html",
        document_context(read_agreement(agreement, moment))
        | {"agreement": agreement, "change": moment, "what": said(moment)},
    )


@door(Action.VIEW)
@require_safe
def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show a stored version with its checksum."""
    agreement = get_agreement(request, pk)
    stored = get_object_or_404(
        versions_seen_by(request.access).select_related("change", "signed_text"),
        document=agreement.document,
        number=number,
    )
    signed = versions_seen_by(request.access).filter(pk=stored.signed_text_id)
    return render(
        request,
        "agreements/version.html",
        document_context(stored_content(stored))
        | {"agreement": agreement, "version": stored, "sees_signed_text": signed.exists()},
    )


@door(Action.VIEW)
@require_safe
def logo(request: HttpRequest, pk: int, sha256: str) -> HttpResponse:
    """Send the logo of a party, if what the reader sees of the agreement and its past has it."""
    agreement = get_agreement(request, pk)
    of_document = {"document_id": agreement.document_id, "logo__sha256": sha256}
    seen = changes_seen_by(request.access).of(agreement.document)
    party = (
        Party.objects.filter(**of_document).select_related("logo").first()
        or Party.history.filter(**of_document, change__in=seen).select_related("logo").first()
    )
    stored = party.logo if party else _logo_in_a_version(request, agreement, sha256)
    response = HttpResponse(stored.read(), content_type=stored.media_type)
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response


def _logo_in_a_version(request: HttpRequest, agreement: Agreement, sha256: str) -> StoredFile:
    """Return the logo from a stored version that the reader sees; otherwise Http404."""
    versions = versions_seen_by(request.access).filter(document=agreement.document)
    for content in versions.values_list("content", flat=True):
        if f'"sha256":"{sha256}"'.encode() in bytes(content):
            return get_object_or_404(StoredFile, sha256=sha256)
    raise Http404
