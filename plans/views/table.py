"""The table of a plan: its page, and what others have changed since it was fetched.

The plan's own page is the paper that is decided on, with its running text; the table is where its
rows are worked with. They stand on pages of their own: a table as wide as a screen, with an address
that says what of it is shown, has no place on a sheet.
"""

from collections.abc import Iterator

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from desk.addresses import address_of
from desk.history.undoing import next_redo, next_undo
from desk.history.words import describe
from desk.views.fetching import get_top, may_edit
from desk.views.page import RECENT
from documents.models import Change
from documents.visibility import changes_of
from partnerships.access import door
from partnerships.permissions import Action
from plans.columns import COLUMNS, READY_VIEWS, USUAL, ReadyView
from plans.kind import PLAN
from plans.models import Plan, SavedView
from plans.table.arranging import values_of
from plans.table.editors import editors
from plans.table.measures import takes_long
from plans.table.shown import shown
from plans.table.view import STEP, View


@door(Action.VIEW)
@require_safe
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the activities of a plan as a table; the query says which, and how (`View`)."""
    top = get_top(request, PLAN, pk)
    seen = shown(top, request.GET)
    view, editable = seen.view, may_edit(request, top)
    if STEP in request.GET:
        return redirect(f"{address_of(request, top, 'table')}?{view.query}")
    changes = list(changes_of(top.document, request.access).acts_and_latest(RECENT))
    return render(
        request,
        "plans/table/page.html",
        {
            "top": top,
            "view": view,
            "table": seen.table,
            "editable": editable,
            "latest": changes[0].pk if changes else 0,
            "undo": next_undo(changes, request.user) if editable else None,
            "redo": next_redo(changes, request.user) if editable else None,
            "editors": editors(seen.plan, seen.table.columns) if editable else (),
            "writable": editors(seen.plan, COLUMNS) if editable else (),
            "values": values_of(seen.plan),
            "chosen": _chosen(view),
            "prints_slowly": takes_long(seen.table),
            "others": [one for one in COLUMNS if one.name not in view.columns],
            "ready": _ready(view),
            "saved": SavedView.objects.seen_by(request.access),
        },
    )


def _ready(view: View) -> Iterator[ReadyView]:
    """Give the views that every plan has, before them that of its own paper if it has any."""
    if view.usual != USUAL:
        yield ReadyView(name="own", label=_("The plan's own columns"), columns=view.usual)
    yield from READY_VIEWS


def _chosen(view: View) -> list[tuple[str, str, str]]:
    """Return each value that rows are chosen by: filter, value, the view without it."""
    return [
        (name, value, view.without(name, value).query)
        for name, values in view.chosen.items()
        for value in values
    ]


@door(Action.VIEW)
@require_safe
def news(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell what was changed after `?efter=`: by whom, in words, in which rows; 204 for nothing.

    Asked every few seconds by every open table: one query tells that nothing has happened.
    """
    since = request.GET.get("efter", "")
    since = int(since) if since.isdecimal() and len(since) < 19 else 0
    latest = Change.objects.filter(document=OuterRef("document")).order_by("-pk").values("pk")[:1]
    seen = Plan.objects.visible_to(request.access).annotate(latest=Subquery(latest))
    top = get_object_or_404(seen, pk=pk)
    changes = []
    if since and not top.reads_binding_text and (top.latest or 0) > since:
        changes = list(changes_of(top.document, request.access).filter(pk__gt=since)[:RECENT])
    if not changes:
        return HttpResponse(status=204)
    told = [
        {
            "id": one.pk,
            "words": f"{one.name} {describe(one).words}",
            "keys": [entry["key"] for entry in one.entries],
        }
        for one in changes
    ]
    return JsonResponse({"latest": changes[0].pk, "changes": told})
