"""A plan's rows as Excel and CSV, and taking in rows from such files."""

from collections.abc import Callable

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from desk.addresses import page_of
from desk.views.fetching import get_top, get_top_for, posted, tree_with_keys
from desk.views.following import standings_on
from desk.views.form_pages import act_page
from desk.views.sending import file_name, send_file
from documents.changes import Actor, WrongState
from documents.models import TopRow
from partnerships.access import door
from partnerships.permissions import Action
from plans.acts import TAKE_IN_SHEET
from plans.forms.sheets import SheetForm
from plans.kind import PLAN
from plans.sheets.comparing import preview
from plans.sheets.csv_file import write_csv
from plans.sheets.excel import write_excel
from plans.sheets.meaning import Meaning
from plans.sheets.packed import pack, unpack
from plans.sheets.taking_in import take_in
from plans.table.shown import Shown, shown

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What of the rows that a file hides is taken in all the same.
OPTIONS = ("hidden", "struck")


@door(Action.VIEW)
@require_safe
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """Send as an Excel file what the table shows at the same query (`View`)."""
    return _sent(request, pk, write_excel, EXCEL, "xlsx")


@door(Action.VIEW)
@require_safe
def csv(request: HttpRequest, pk: int) -> HttpResponse:
    """Send as a CSV file what the table shows at the same query (`View`)."""
    return _sent(request, pk, write_csv, "text/csv; charset=utf-8", "csv")


def _sent(
    request: HttpRequest, pk: int, write: Callable[[Shown], bytes], media_type: str, ending: str
) -> HttpResponse:
    top = get_top(request, PLAN, pk)
    seen = shown(top, request.GET, tree_with_keys, lambda plan: standings_on(request, top, plan))
    content = write(seen)
    name = f"{file_name(top, draft=top.reads_draft)}.{ending}"
    return send_file(content, media_type, name, attached=True)


@door(TAKE_IN_SHEET.action)
@require_http_methods(["GET", "HEAD", "POST"])
def take_in_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file; see row by row what it would do; take it in, as one change."""
    top = get_top_for(TAKE_IN_SHEET, request, PLAN, pk)
    if "read" in request.POST:
        return _seen(request, top)
    form = SheetForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _review(request, top, form.file_name, form.cleaned_data["file"])
        except ValidationError as error:
            form.add_error("file", error)
    return _upload_page(request, top, form)


def _seen(request: HttpRequest, top: TopRow) -> HttpResponse:
    """Take in what was seen, or show it again with other rows, or as it is now."""
    try:
        name, said = unpack(request.POST["read"])
    except signing.BadSignature:
        messages.error(request, _("The comparison could not be read. Choose the file again."))
        return _upload_page(request, top, SheetForm(), status=422)
    options = {one: one in request.POST for one in OPTIONS}
    if "again" in request.POST:
        return _review(request, top, name, said, **options)
    seen, by = request.POST.get("seen", ""), Actor.of(request.access)
    try:
        found = take_in(top, said, seen=seen, by=by, name=name, **options)
    except WrongState as error:
        if type(error) is not WrongState:
            raise
        return _review(request, top, name, said, status=409, **options)
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return _review(request, top, name, said, status=422, **options)
    messages.success(
        request,
        _("Taken in from “%(file)s”. New rows: %(new)d. Changed rows: %(changed)d.")
        % {"file": name, "new": len(found.new), "changed": len(found.changed)},
    )
    return redirect(page_of(request, top))


def _review(
    request: HttpRequest,
    top: TopRow,
    name: str,
    said: Meaning,
    *,
    status: int = 200,
    **options: bool,
) -> HttpResponse:
    """Show what the file would do."""
    return render(
        request,
        "plans/sheets/preview.html",
        {
            "top": top,
            "page": page_of(request, top),
            "file": name,
            "read": pack(name, said),
            "preview": preview(said, tree_with_keys(top), **options),
            "options": options,
            "has_hidden": any(row.is_hidden for row in said.rows),
            "has_struck": any(row.is_struck for row in said.rows),
            "stale": status == 409,
        },
        status=status,
    )


def _upload_page(
    request: HttpRequest, top: TopRow, form: SheetForm, status: int = 200
) -> HttpResponse:
    return act_page(request, top, form, "plans/sheets/take_in.html", status=status)
