"""Taking a draft away that nobody outside has been shown. GET asks, POST acts."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desk.addresses import list_of, page_of
from desk.views.fetching import get_top_for
from documents.acts import DISCARD
from documents.changes import Actor
from documents.discarding import IsARecord, may_be_discarded
from documents.discarding import discard as take_away
from documents.kinds import DocumentKind
from partnerships.access import door


@door(DISCARD.action)
@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Discard a draft with its history; an act of the organisation that writes it."""
    top = get_top_for(DISCARD, request, kind, pk)
    kept = not may_be_discarded(top)
    if request.method == "POST" and not kept:
        try:
            take_away(top, by=Actor.of(request.access))
        except IsARecord:
            kept = True
        else:
            messages.success(request, _("The draft has been discarded."))
            return redirect(list_of(request, kind))
    return render(
        request,
        "desk/acts/discard.html",
        {"top": top, "kept": kept, "page": page_of(request, top)},
        status=409 if request.method == "POST" else 200,
    )
