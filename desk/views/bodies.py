"""The bodies of a partnership and who sits in them: kept by coordinators and registrars."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from decisions.models import Body, Seat
from desk import deciding
from desk.forms.bodies import BodyForm, SeatForm
from desk.views.fetching import posted
from desk.views.form_pages import form_page
from desk.views.letters import write_to_members
from documents.changes import Actor
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """List the bodies with those who sit in them."""
    sitting = Prefetch("seats", Seat.objects.sitting(), to_attr="sitting")
    found = request.access.partnership.bodies.prefetch_related(sitting)
    return render(
        request,
        "desk/bodies/list.html",
        {"bodies": found, "may_change": request.access.may(Action.SET_BODIES)},
    )


@door(Action.SET_BODIES)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add a body."""
    form = BodyForm(request.access, posted(request))
    if request.method == "POST" and form.is_valid():
        made = form.save()
        messages.success(request, _("The body has been added. Now add those who sit in it."))
        return redirect("bodies:body", request.access.partnership.slug, made.pk)
    return form_page(request, "desk/bodies/new.html", form)


@door(Action.SET_BODIES)
@require_http_methods(["GET", "HEAD", "POST"])
def body(request: HttpRequest, body: int) -> HttpResponse:
    """Show a body with everyone who sits or sat in it, and let what it is called be changed."""
    current = _get(request, body)
    form = BodyForm(request.access, posted(request), instance=current)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The body has been saved."))
        return redirect("bodies:list", request.access.partnership.slug)
    seats = current.seats.select_related("user", "stands_in_for")
    return form_page(request, "desk/bodies/body.html", form, body=current, seats=seats)


@door(Action.SET_BODIES)
@require_http_methods(["GET", "HEAD", "POST"])
def new_seat(request: HttpRequest, body: int) -> HttpResponse:
    """Add someone to a body."""
    return _seat_page(request, _get(request, body), None, _("The member has been added."))


@door(Action.SET_BODIES)
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: HttpRequest, body: int, seat: int) -> HttpResponse:
    """Change who sits in a place of a body, or note when they left."""
    current = _get(request, body)
    held = get_object_or_404(current.seats, pk=seat)
    return _seat_page(request, current, held, _("The member has been saved."))


def _get(request: HttpRequest, body: int) -> Body:
    return get_object_or_404(request.access.partnership.bodies, pk=body)


def _seat_page(request: HttpRequest, body: Body, seat: Seat | None, said: str) -> HttpResponse:
    form = SeatForm(request.access, body, posted(request), instance=seat)
    if request.method == "POST" and form.is_valid():
        form.save()
        own = request.access.organisation
        deciding.send_to_new_members(body, by=Actor.of(request.access), organisation=own)
        messages.success(request, said)
        waiting = body.matters.waiting().filter(document__drafting_organisation=own)
        write_to_members(request, waiting.with_all())
        return redirect("bodies:body", request.access.partnership.slug, body.pk)
    return form_page(request, "desk/bodies/seat.html", form, body=body, seat=seat)
