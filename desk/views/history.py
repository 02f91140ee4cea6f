"""Who did what: the history list."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.forms.history import HistoryForm
from desk.history.words import told
from desk.views.fetching import get_top
from documents.kinds import DocumentKind
from documents.visibility import changes_of, versions_of
from partnerships.access import door
from partnerships.permissions import Action

PER_PAGE = 50


@door(Action.VIEW)
@require_safe
def history(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """List what each person did at once, the latest first, and the stored versions.

    `?vem=`, `?fran=` and `?till=` choose whose, and of which days.
    """
    top = get_top(request, kind, pk)
    changes = changes_of(top.document, request.access)
    form = HistoryForm(request.GET, changes=changes)
    pages = Paginator(form.chosen(), PER_PAGE)
    page = pages.get_page(request.GET.get("sida"))
    return render(
        request,
        "desk/history.html",
        {
            "top": top,
            "form": form,
            "page": page,
            "changes": list(told(page)),
            "versions": versions_of(top.document, request.access)
            .select_related("change")
            .defer("content"),
        },
        status=422 if form.errors else 200,
    )
