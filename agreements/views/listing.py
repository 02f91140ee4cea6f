"""The agreements of a partnership."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.listed import listed
from agreements.models import Agreement
from agreements.status import Status
from core.text import printable
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def agreement_list(request: HttpRequest) -> HttpResponse:
    """List the agreements the reader sees: drafts, those in force, earlier ones."""
    words = printable(request.GET.get("sok", "")).strip()[:200]
    agreements = list(Agreement.objects.visible_to(request.access).found_by(words))
    agreements.sort(key=_latest_first)
    rows = listed(agreements)
    groups = {"drafts": [], "coming": [], "current": [], "earlier": []}
    for row in rows:
        groups[_group(row["state"].status)].append(row)
    return render(
        request,
        "agreements/list.html",
        groups
        | {
            "words": words,
            "count": len(rows),
            "may_create": request.access.may(Action.CREATE),
        },
    )


def _latest_first(agreement: Agreement) -> tuple:
    first = agreement.valid_from or agreement.signed_on
    return (first is None, -(first.toordinal() if first else 0), agreement.sort_key, agreement.pk)


def _group(status: Status) -> str:
    if status == Status.DRAFT:
        return "drafts"
    if status == Status.NOT_STARTED:
        return "coming"
    current = status.is_in_force or status == Status.VALIDITY_UNKNOWN
    return "current" if current else "earlier"
