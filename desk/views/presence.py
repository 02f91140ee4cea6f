"""Who else is in the document, where they write, and what they have changed meanwhile."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from desk.addresses import page_of
from desk.forms.presence import PresenceForm
from desk.history.words import describe
from desk.views.fetching import get_top, may_edit
from documents.kinds import DocumentKind, kind_of
from documents.models import Change, Presence, SectionPart, TopRow
from documents.visibility import changes_of
from partnerships.access import door
from partnerships.permissions import Action


@dataclass(frozen=True)
class Other:
    """Someone else in the document; `place` is what they are writing in, in words."""

    presence: Presence
    place: str


@door(Action.VIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Tell who else is here; POST also notes that the reader is, and where they write.

    `since` is the latest change that the reader's page shows: what others have changed after it
    is told. GET gives a page, POST the part of it that an open page takes in.
    """
    top = get_top(request, kind, pk)
    form = PresenceForm(request.POST or request.GET)
    form.is_valid()  # what is no good is as if it were not told
    told = form.cleaned_data
    if request.method == "POST":
        Presence.objects.tell(
            top.document,
            user=request.user,
            organisation=request.access.organisation.name,
            writing_in=told.get("writing_in") if may_edit(request, top) else None,
        )
    news = _news(request, top, told.get("since"))
    template = "here" if request.method == "POST" else "presence"
    return render(
        request,
        f"desk/{template}.html",
        {
            "top": top,
            # Who writes in a revision, and where, is told to those who see it.
            "others": [] if top.reads_binding_text else _others(request, top),
            "news": describe(news[0]) if news else None,
            "more": len(news) - 1,
            "page": page_of(request, top),
            "show": _shown_at(news[0]) if news else "",
        },
    )


def _others(request: HttpRequest, top: TopRow) -> list[Other]:
    found = list(Presence.objects.others(top.document, request.user))
    writers = [one for one in found if one.writing_in]
    saved = _saved_since(top, writers) if writers else set()
    places = {one: one.writing_in for one in writers if (one.user_id, one.writing_in) not in saved}
    names = _names(top, set(places.values()))
    return [Other(one, names.get(places.get(one), "")) for one in found]


def _saved_since(top: TopRow, writers: list[Presence]) -> set[tuple[int, UUID]]:
    """Return who has saved which row since they told where they write: they write there no more."""
    told = {one.user_id: one.seen_at for one in writers}
    changes = Change.objects.of(top.document).filter(user__in=told, at__gt=min(told.values()))
    rows = {(one.user_id, str(one.writing_in)): one.writing_in for one in writers}
    return {
        (change.user_id, rows[change.user_id, entry["key"]])
        for change in changes
        for entry in change.entries
        if change.at > told[change.user_id] and (change.user_id, entry["key"]) in rows
    }


def _names(top: TopRow, keys: set) -> dict:
    """Return what the rows `keys` are called; asks only where someone writes."""
    names = {}
    # Running text is what one mostly writes in.
    for model in [SectionPart, *kind_of(top.document).models]:
        if keys <= set(names):
            break
        rows = model.objects.filter(document_id=top.document_id, key__in=keys)
        rows = rows.select_related("section") if model is SectionPart else rows
        names |= {row.key: row.name_in_history() for row in rows}
    return names


def _news(request: HttpRequest, top: TopRow, since: int | None) -> list:
    """Return what others have changed after `since`, the latest first; none when it is unknown."""
    if not since:
        return []
    seen = changes_of(top.document, request.access).filter(pk__gt=since)
    return list(seen.exclude(user=request.user)[:50])


def _shown_at(change) -> str:
    """Return the id of the first row that the change left on the page."""
    left = [entry for entry in change.entries if entry["act"] != "deleted"]
    return f"{left[0]['row']}-{left[0]['key']}" if left else ""
