"""The registrar's list of what waits to be registered."""

from django.db.models import Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agreements.after_signing.unregistered import unregistered
from agreements.listed import listed_apart
from agreements.models import Agreement
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.REGISTER)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """List what waits for the registrar of the reader's organisation."""
    seen = Agreement.objects.visible_to(request.access).for_own(
        Value(request.access.organisation.pk)
    )
    rows = listed_apart(unregistered(seen), request.access.partnership.slug)
    return render(
        request,
        "agreements/waiting.html",
        {
            "rows": rows,
            "kept": bool(rows) or seen.filter(document__locked_version__isnull=False).exists(),
        },
    )
