"""Replacing words in the whole draft: every place is shown first, and each can be left out.

Whole words are looked for unless one asks otherwise, and what stands inside a longer word is not
chosen beforehand: *polisen* put right would else spoil *kommunpolisen*.
"""

import dataclasses

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from core.rewording import Sought
from core.textdiff import Paragraph, Run
from desk.addresses import page_of
from desk.editing.replacing import Place, TextsChanged, places
from desk.editing.replacing import replace as write
from desk.forms.replacing import ReplaceForm
from desk.views.fetching import get_top_for
from documents.acts import REPLACE
from documents.changes import Actor
from documents.kinds import DocumentKind
from documents.models import TopRow
from documents.reading import read_tree
from documents.tree import DocumentTree
from partnerships.access import door

#: So many places are shown at once; each is a field that is sent.
MOST = 400


@door(REPLACE.action)
@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Ask for the words; show where they stand (`?sok=…&med=…`); replace what is chosen."""
    top = get_top_for(REPLACE, request, kind, pk)
    if request.method != "POST" and "med" not in request.GET:
        asked = {"sok": request.GET.get("sok", ""), "hela": True}
        return _page(request, top, ReplaceForm(initial=asked))
    form = ReplaceForm(request.POST if request.method == "POST" else request.GET)
    sought = form.sought if form.is_valid() else None
    if sought is None or request.method != "POST":
        return _page(request, top, form, sought)
    tokens = set(request.POST.getlist("take"))
    if not tokens:
        return _page(request, top, form, sought, chosen=tokens, status=422)
    try:
        done = write(top, sought, tokens, by=Actor.of(request.access))
    except TextsChanged:
        return _page(request, top, form, sought, chosen=tokens, status=409)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, top, form, sought, chosen=tokens)
    messages.success(
        request,
        ngettext("Replaced in %(number)d place.", "Replaced in %(number)d places.", len(done))
        % {"number": len(done)},
    )
    return redirect(page_of(request, top, f"{done[0].row}-{done[0].key}"))


def _page(
    request: HttpRequest,
    top: TopRow,
    form: ReplaceForm,
    sought: Sought | None = None,
    *,
    chosen: set[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the form and, where `sought` is known, every place with its box.

    `chosen` is what was sent when it could not be done as it was.
    """
    content = read_tree(top)
    found = places(content, sought) if sought else []
    return render(
        request,
        "desk/replace.html",
        {
            "top": top,
            "form": form,
            "page": page_of(request, top),
            "sought": sought,
            "places": [_shown(one, chosen) for one in found[:MOST]],
            "inside_words": _inside_words(content, sought),
            "left_out": max(0, len(found) - MOST),
            "nothing_chosen": chosen == set(),
            "is_stale": status == 409,
        },
        status=422 if form.errors else status,
    )


def _shown(place: Place, chosen: set[str] | None) -> dict:
    hit = place.hit
    runs = [Run("equal", hit.before), Run("delete", hit.found), Run("equal", hit.after)]
    if hit.instead:
        runs.insert(2, Run("insert", hit.instead))
    return {
        "place": place,
        "paragraph": Paragraph("change", tuple(runs)),
        "is_chosen": not hit.is_inside_word if chosen is None else place.token in chosen,
    }


def _inside_words(content: DocumentTree, sought: Sought | None) -> int:
    """Count the places that are not shown since only whole words were asked for."""
    if sought is None or not sought.whole_words:
        return 0
    every = places(content, dataclasses.replace(sought, whole_words=False))
    return sum(place.hit.is_inside_word for place in every)
