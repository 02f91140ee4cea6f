"""A plan handed out for reports: one Excel file for each who is responsible."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from desk.views.fetching import get_top, tree_with_keys
from desk.views.following import standings_on
from desk.views.sending import file_name, send_file
from documents.models import TopRow
from partnerships.access import door
from partnerships.permissions import Action
from plans.kind import PLAN
from plans.sheets.handing_out import HandOut, hand_outs, write_all, write_hand_out
from plans.table.shown import Shown, shown
from plans.views.sheets import EXCEL

#: To whom, in the address of one file.
TO = "till"


@door(Action.REPORT)
@require_safe
def hand_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who gets a file with which rows: those that the table shows at the same query."""
    top = get_top(request, PLAN, pk)
    seen, handed = _handed(request, top)
    given = {row.key for one in handed for row in one.rows}
    query = request.GET.urlencode()
    return render(
        request,
        "plans/sheets/hand_out.html",
        {
            "top": top,
            "view": seen.view,
            "handed": [
                (one, "&".join(filter(None, [query, urlencode({TO: one.to})]))) for one in handed
            ],
            "table": seen.table,
            "without": sum(row.key not in given for row in seen.table.rows),
        },
    )


@door(Action.REPORT)
@require_safe
def all_files(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a zip file with a file for each."""
    top = get_top(request, PLAN, pk)
    seen, handed = _handed(request, top)
    content = write_all(seen.plan, handed, standings_on(request, top, seen.plan))
    return send_file(content, "application/zip", f"{file_name(top)}-rapporter.zip", attached=True)


@door(Action.REPORT)
@require_safe
def one_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the file of the one that the query names."""
    top = get_top(request, PLAN, pk)
    seen, handed = _handed(request, top)
    one = next((one for one in handed if one.to == request.GET.get(TO)), None)
    if one is None:
        raise Http404
    content = write_hand_out(seen.plan, one, standings_on(request, top, seen.plan))
    return send_file(content, EXCEL, f"{file_name(top)}-{one.file_name}.xlsx", attached=True)


def _handed(request: HttpRequest, top: TopRow) -> tuple[Shown, list[HandOut]]:
    """Return what the table shows and to whom its rows are handed out, in the table's order."""
    seen = shown(top, request.GET, tree_with_keys, lambda plan: standings_on(request, top, plan))
    nodes = {one.key: one for one in seen.plan.activities}
    return seen, hand_outs([nodes[row.key] for row in seen.table.rows])
