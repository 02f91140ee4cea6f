"""Start and overview."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.listed import listed
from agreements.models import Agreement
from agreements.status import Status
from pages.latest import latest_changes
from partnerships.access import door, signed_in
from partnerships.models import Membership
from partnerships.permissions import Action


@signed_in
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """List the reader's partnerships."""
    memberships = Membership.objects.with_names().filter(user=request.user)
    return render(
        request,
        "pages/start.html",
        {"memberships": memberships.order_by("partnership__name")},
    )


@door(Action.VIEW)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the agreement in force, the drafts and what happened lately."""
    rows = listed(Agreement.objects.visible_to(request.access).order_by("-valid_from", "-pk"))
    return render(
        request,
        "pages/overview.html",
        {
            "current": [row for row in rows if row["state"].status.is_in_force],
            "coming": [row for row in rows if row["state"].status == Status.NOT_STARTED],
            "drafts": [row for row in rows if row["state"].status == Status.DRAFT],
            "latest": latest_changes(request.access),
            "count": len(rows),
            "may_create": request.access.may(Action.CREATE),
        },
    )
