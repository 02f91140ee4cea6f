"""Moving a row: up, down, in and out by buttons, or under another by choice."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from desk.addresses import page_of
from desk.editing.rows import edited_row
from desk.forms.moving import PlaceForm
from desk.views.fetching import get_top_to_write
from desk.views.row_pages import where_one_writes
from desk.views.rows import get_row
from documents.changes import Actor, DocumentLocked, change
from documents.kinds import DocumentKind
from documents.models.ranked import RankedRow, TreeRow
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, kind: DocumentKind, pk: int, row: str, key) -> HttpResponse:
    """Move a row. POST takes a `direction` (up, down, in, out) or a `parent` to stand under."""
    top = get_top_to_write(request, kind, pk)
    row_kind = edited_row(kind, row)
    if not row_kind.can_be_added:
        raise Http404
    page = page_of(request, top, f"{row}-{key}")
    if request.method != "POST":
        if top.document.is_locked:
            raise DocumentLocked
        found = get_row(top, row_kind, key)
        form = PlaceForm(found) if isinstance(found, TreeRow) else None
        return _page(request, top, found, form, page)
    with change(by=Actor.of(request.access), document=top.document):
        found = get_row(top, row_kind, key)
        if "direction" in request.POST:
            try:
                go(found, request.POST["direction"])
            except ValidationError as error:
                messages.error(request, " ".join(error.messages))
                return redirect(page)
        else:
            if not isinstance(found, TreeRow):
                raise Http404
            form = PlaceForm(found, request.POST)
            if not form.is_valid():
                return _page(request, top, found, form, page, status=422)
        found.save()
    return redirect(page)


def go(row: RankedRow, direction: str) -> None:
    """Move `row` one step; raise Http404 for a direction that it does not have."""
    steps = {"up": lambda: row.step(-1), "down": lambda: row.step(1)}
    if isinstance(row, TreeRow):
        steps |= {"in": row.indent, "out": row.outdent}
    if direction not in steps:
        raise Http404
    steps[direction]()


def _page(
    request: HttpRequest, top, row: RankedRow, form: PlaceForm | None, page: str, status=200
) -> HttpResponse:
    """Show where the row can be placed: the form alone for htmx, otherwise on a page of its own."""
    response = render(
        request,
        "desk/forms/move.html" if request.htmx and form else "desk/move.html",
        {
            "top": top,
            "row": row,
            "form": form,
            "page": page,
            "noun": row._meta.verbose_name,
        },
        status=status,
    )
    target = f"move-{row.key}"
    return where_one_writes(request, response, {"target": target}, target)
