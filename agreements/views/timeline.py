"""The chain of an agreement: what came before it, what changed it, what replaces it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.after_signing.timelines import Chains
from agreements.kind import AGREEMENT
from agreements.models import Agreement
from desk.views.fetching import get_top
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def timeline(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the agreements of the chain that the reader sees, on one line of time and as a table."""
    agreement = get_top(request, AGREEMENT, pk)
    chain = Chains(Agreement.objects.visible_to(request.access)).of(agreement)
    return render(request, "agreements/timeline.html", {"top": agreement, "timeline": chain})
