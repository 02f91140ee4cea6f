"""The page of one activity: everything about it, what was done to it, what was said of it."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from consultation.models import Comment
from consultation.threads import threads
from desk.history.words import told
from desk.views.fetching import get_top, may_edit
from desk.views.following import standings_on
from documents.models import Change, TopRow
from documents.visibility import changes_of
from followup.models import Report
from followup.standing import Standing
from partnerships.access import door
from partnerships.permissions import Action
from plans.columns import COLUMNS
from plans.kind import PLAN
from plans.table.reading import read_rows
from plans.tree import Activity, PlanTree

#: So many of the latest changes of a row are told.
LATEST = 50


@door(Action.VIEW)
@require_safe
def row(request: HttpRequest, pk: int, key) -> HttpResponse:
    """Show one activity with its history and the comments on it."""
    top = get_top(request, PLAN, pk)
    plan = read_rows(top)
    activity = next((one for one in plan.activities if one.key == key), None)
    if activity is None:
        raise Http404
    standings = standings_on(request, top, plan)
    return render(
        request,
        "plans/table/row_page.html",
        {
            "top": top,
            "activity": activity,
            "doc": plan,
            "said": list(_said(activity, plan)),
            "standings": standings,
            "standing": standings[key],
            "reported": list(_reported(standings[key])),
            "reports": request.access.may(Action.REPORT),
            "editable": may_edit(request, top),
            "may_comment": request.access.may(Action.COMMENT),
            "writes": top.may_write,
            "threads": threads(_comments(request, top, key)),
            "leads_away": True,
            "back": request.get_full_path(),
            "history": list(told(_changes(request, top, activity))),
        },
    )


def _said(activity: Activity, plan: PlanTree) -> Iterator[tuple[str, str]]:
    """Give all that is decided of a row, each with what it is called in the table."""
    yield from ((one.label, text) for one in COLUMNS if (text := one.says(activity, plan)))


def _reported(standing: Standing) -> Iterator[tuple[str, str, Report]]:
    """Give all that is said of how it goes, and the report that says it: who and when."""
    for one in COLUMNS:
        if one.reported and (text := one.reported(standing)):
            yield one.label, text, one.source(standing)


def _comments(request: HttpRequest, top: TopRow, key: UUID):
    seen = Comment.objects.seen_by(request.access).filter(document=top.document)
    return seen.filter(Q(key=key) | Q(parent__key=key)).order_by("pk")


def _changes(request: HttpRequest, top: TopRow, activity: Activity) -> Iterator[Change]:
    """Give the changes in which the row was written, or one under it, with these rows only."""
    below = (*activity.responsible, *activity.measures)
    keys = {str(activity.key), *(str(one.key) for one in below)}
    made = Q()
    for name in ("activity", "responsible", "measure"):
        history = PLAN.rows_by_name[name].model.history.filter(document_id=top.document_id)
        made |= Q(pk__in=history.filter(key__in=keys).values("change"))
    for one in changes_of(top.document, request.access).filter(made)[:LATEST]:
        one.entries = [entry for entry in one.entries if entry["key"] in keys]
        yield one
