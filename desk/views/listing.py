"""The list of documents of a kind; a kind that has more to say of them has a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.kinds import DocumentKind
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def documents(request: HttpRequest, kind: DocumentKind) -> HttpResponse:
    """List the documents of a kind that the reader sees, the latest first."""
    tops = kind.top.model.objects.visible_to(request.access).order_by("-pk")
    return render(request, "desk/list.html", {"kind": kind, "tops": tops})
