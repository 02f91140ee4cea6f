"""Taking back what one did, and bringing back how a row once was."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.addresses import page_of
from desk.editing.rows import edited_row
from desk.history.restoring import CannotRestore, restore, state_at
from desk.history.undoing import check_own, undo
from desk.history.words import what
from desk.views.fetching import get_top_to_write
from documents.changes import Actor, DocumentLocked
from documents.choices import Command
from documents.kinds import DocumentKind
from documents.models import Change, TopRow
from documents.visibility import changes_of
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, kind: DocumentKind, pk: int, change: int) -> HttpResponse:
    """Take back a change of one's own, or make it again when it took one back."""
    top = get_top_to_write(request, kind, pk)
    done = get_object_or_404(changes_of(top.document, request.access), pk=change)
    by = Actor.of(request.access)
    try:
        if request.method != "POST":
            check_own(done, by)
            return _ask(request, top, _("Take this back?"), _("Undo"), what(done))
        made = undo(top, done, by=by)
    except CannotRestore as refusal:
        return _refused(request, top, refusal)
    if made.command == Command.REDO:
        messages.success(request, _("Made again: %(what)s") % {"what": what(made)})
    else:
        messages.success(request, _("Taken back: %(what)s") % {"what": what(done)})
    return redirect(page_of(request, top, _anchor(made)))


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def bring_back(
    request: HttpRequest, kind: DocumentKind, pk: int, change: int, row: str, key
) -> HttpResponse:
    """Let a row say again what it said before a change or after it; `before` tells which."""
    top = get_top_to_write(request, kind, pk)
    row_kind = edited_row(kind, row)
    moment = get_object_or_404(changes_of(top.document, request.access), pk=change)
    given = request.POST if request.method == "POST" else request.GET
    try:
        wanted = state_at(moment, row_kind.model, key, before="before" in given)
        if request.method != "POST":
            return _ask(request, top, _("Bring this back?"), _("Bring back"), str(wanted.row))
        restore(top, wanted, by=Actor.of(request.access))
    except LookupError as error:
        raise Http404 from error
    except CannotRestore as refusal:
        return _refused(request, top, refusal)
    messages.success(request, _("The earlier wording stands in the draft again."))
    return redirect(page_of(request, top, f"{row}-{key}"))


def _ask(request: HttpRequest, top: TopRow, question: str, label: str, said: str) -> HttpResponse:
    """Ask whether to, on a page of its own: the buttons of other pages do it at once."""
    if top.document.is_locked:
        raise DocumentLocked
    return render(
        request,
        "desk/ask_back.html",
        {
            "top": top,
            "question": question,
            "label": label,
            "said": said,
            "page": page_of(request, top),
        },
    )


def _anchor(made: Change) -> str:
    """Return the id of the first row that the change left on the page."""
    rows = [entry for entry in made.entries if entry["act"] != "deleted"]
    return f"{rows[0]['row']}-{rows[0]['key']}" if rows else ""


def _refused(request: HttpRequest, top: TopRow, refusal: CannotRestore) -> HttpResponse:
    return render(
        request,
        "409.html",
        {
            "heading": _("That cannot be brought back"),
            "reason": str(refusal),
            "url": page_of(request, top),
        },
        status=409,
    )
