"""The agreements of a partnership."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.after_signing.timelines import Chains
from agreements.listed import listed
from agreements.models import Agreement
from agreements.searching import found_by
from agreements.status import Status
from core.text import printable
from partnerships.access import door
from partnerships.permissions import Action

#: How many chains the list shows as a line of time, the longest first.
MOST_TIMELINES = 3


@door(Action.VIEW)
@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """List the agreements the reader sees: drafts, those in force, unknown and earlier ones."""
    words = printable(request.GET.get("sok", "")).strip()[:200]
    agreements = list(found_by(Agreement.objects.seen_by(request.access).in_list(), words))
    agreements.sort(key=latest_first)
    chains = Chains(agreements)
    rows = listed(agreements, request.access.partnership.slug, chains.states)
    groups = {"drafts": [], "coming": [], "current": [], "unknown": [], "earlier": []}
    for row in rows:
        groups[_group(row.state.status)].append(row)
    return render(
        request,
        "agreements/list.html",
        groups
        | {
            "words": words,
            "count": len(rows),
            "timelines": [] if words else chains.long()[:MOST_TIMELINES],
            "may_create": request.access.may(Action.CREATE),
            "may_register": request.access.may(Action.REGISTER),
        },
    )


def latest_first(agreement: Agreement) -> tuple:
    """Return what orders agreements by their beginning, the latest first."""
    first = agreement.valid_from or agreement.signed_on
    return (first is None, -(first.toordinal() if first else 0), agreement.sort_key, agreement.pk)


def _group(status: Status) -> str:
    if status == Status.DRAFT:
        return "drafts"
    if status == Status.NOT_STARTED:
        return "coming"
    if status == Status.VALIDITY_UNKNOWN:
        return "unknown"
    return "current" if status.is_in_force else "earlier"
