"""The list of documents of a kind; a kind that has more to say of them has a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from documents.kinds import DocumentKind
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def documents(
    request: HttpRequest, kind: DocumentKind, template: str = "desk/list.html"
) -> HttpResponse:
    """List the documents of a kind that the reader sees, the latest first.

    A kind with more to say of them has a `template` that extends the usual one.
    """
    tops = kind.top.model.objects.visible_to(request.access).order_by("-pk")
    may_create = request.access.may(Action.CREATE)
    return render(request, template, {"kind": kind, "tops": tops, "may_create": may_create})
