"""What changed: one change, or between two texts of the document."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from desk.exchange.exporting import stored_content
from desk.forms.comparing import DRAFT, EARLIER, CompareForm
from desk.history.comparing import compare as compared
from desk.history.differing import differences_of
from desk.history.words import describe
from desk.views.fetching import current_tree, get_top, may_edit
from documents import tree
from documents.kinds import DocumentKind
from documents.models import TopRow, Version
from documents.reading import read_tree
from documents.visibility import changes_of, versions_of
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def change(request: HttpRequest, kind: DocumentKind, pk: int, change: int) -> HttpResponse:
    """Show what one person did at once, as a redline; a writer can bring back what was there."""
    top = get_top(request, kind, pk)
    made = get_object_or_404(changes_of(top.document, request.access), pk=change)
    rows, left_out = differences_of(made)
    return render(
        request,
        "desk/change.html",
        {
            "top": top,
            "change": made,
            "what": describe(made),
            "rows": rows,
            "left_out": left_out,
            "editable": may_edit(request, top),
        },
    )


@door(Action.VIEW)
@require_safe
def compare(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Show what differs between two texts: the draft, stored versions, the text it replaces."""
    top = get_top(request, kind, pk)
    versions = list(versions_of(top.document, request.access))
    earlier = list(kind.earlier(top, request.access))
    has_draft = top.version_read is None
    form = CompareForm(request.GET, versions=versions, earlier=earlier, has_draft=has_draft)
    comparison = None
    if form.has_two and form.is_valid():
        comparison = compared(
            *(
                _content(top, versions, earlier, form.cleaned_data[name])
                for name in ("fran", "till")
            )
        )
    return render(
        request,
        "desk/compare.html",
        {"top": top, "form": form, "comparison": comparison},
        status=422 if form.has_two and form.errors else 200,
    )


def _content(
    top: TopRow, versions: list[Version], earlier: list[TopRow], which: str
) -> tree.DocumentTree:
    if which == DRAFT:
        return read_tree(top)
    if which.startswith(EARLIER):
        return current_tree(earlier[int(which.removeprefix(EARLIER)) - 1])
    return stored_content(next(one for one in versions if str(one.number) == which))
