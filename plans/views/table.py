"""The table of a plan: its page, and what others have changed since it was fetched.

The plan's own page is the paper that is decided on, with its running text; the table is where its
rows are worked with. They stand on pages of their own: a table as wide as a screen, with an address
that says what of it is shown, has no place on a sheet.
"""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Subquery, Value
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from desk.addresses import address_of
from desk.history.undoing import next_redo, next_undo
from desk.history.words import describe
from desk.views.fetching import get_top, may_edit
from desk.views.following import standings_on
from desk.views.page import RECENT
from documents.models import Change
from documents.visibility import changes_of
from followup.choices import State
from followup.reported import others_since
from partnerships.access import door
from partnerships.permissions import Action
from plans.columns import COLUMNS, USUAL
from plans.forms.table import NewsForm
from plans.kind import PLAN
from plans.models import Plan, SavedView
from plans.table.arranging import values_of
from plans.table.editors import editors
from plans.table.measures import takes_long
from plans.table.ready import READY_VIEWS, ReadyView
from plans.table.shown import shown
from plans.table.view import STEP, View


@door(Action.VIEW)
@require_safe
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the activities of a plan as a table; the query says which, and how (`View`)."""
    top = get_top(request, PLAN, pk)
    shown_at = timezone.now()
    seen = shown(top, request.GET, standings=lambda plan: standings_on(request, top, plan))
    view, editable = seen.view, may_edit(request, top)
    reports = request.access.may(Action.REPORT)
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
            "reports": reports,
            "shown_at": shown_at.isoformat(),
            "latest": changes[0].pk if changes else 0,
            "undo": next_undo(changes, request.user) if editable else None,
            "redo": next_redo(changes, request.user) if editable else None,
            "editors": editors(seen.plan, seen.table.columns, texts=editable, reports=reports),
            "writable": [one for one in COLUMNS if one.is_written(editable, reports)],
            "states": State.choices,
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

    And what others have reported since a page was shown, `?visat=`, that says how it goes. Asked
    every few seconds by every open table: one query tells that nothing has happened.
    """
    form, heard_at = NewsForm(request.GET), timezone.now()
    form.is_valid()  # what is no good is as if it were not asked
    since, shown_at = form.cleaned_data.get("efter"), form.cleaned_data.get("visat")
    latest = Change.objects.filter(document=OuterRef("document")).order_by("-pk").values("pk")[:1]
    seen = Plan.objects.visible_to(request.access).annotate(latest=Subquery(latest))
    reports = others_since(shown_at, request.user) if shown_at else []
    of_it = [Exists(one.filter(document=OuterRef("document"))) for one in reports]
    seen = seen.annotate(is_reported=reduce(or_, of_it) if of_it else Value(False))
    top = get_object_or_404(seen, pk=pk)
    changes, heard = [], []
    if since and not top.reads_binding_text and (top.latest or 0) > since:
        changes = list(changes_of(top.document, request.access).filter(pk__gt=since)[:RECENT])
    if top.is_reported:
        heard = [one for found in reports for one in found.filter(document=top.document_id)]
    if not (changes or heard):
        return HttpResponse(status=204)
    told = [
        {
            "id": one.pk,
            "words": f"{one.name} {describe(one).words}",
            "keys": [entry["key"] for entry in one.entries],
        }
        for one in changes
    ]
    of_reports = [
        {"words": _("%(name)s reported how it goes.") % {"name": one.name}, "keys": [str(one.row)]}
        for one in heard
    ]
    return JsonResponse(
        {
            "latest": changes[0].pk if changes else since,
            "changes": told,
            "reports": of_reports,
            "heard": heard_at.isoformat(),
        }
    )
