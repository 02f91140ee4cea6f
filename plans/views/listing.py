"""The list of plans."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnerships.access import door
from partnerships.permissions import Action
from plans.models import Plan


@door(Action.VIEW)
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """List the plans that the reader sees, the one that ends last first."""
    seen = Plan.objects.visible_to(request.access)
    return render(
        request,
        "plans/list.html",
        {
            "plans": seen.order_by("-period_to", "-pk"),
            "may_create": request.access.may(Action.CREATE),
        },
    )
