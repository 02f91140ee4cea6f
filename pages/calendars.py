"""Calendars that a person's own program fetches: their addresses, and what they hold."""

from collections.abc import Iterator

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from agreements.in_force import agreements_in_force
from deadlines.calendar import Day, written
from deadlines.feeds import feed_of, make_feed, revoke
from deadlines.models import CalendarFeed
from pages.deadlines import deadlines_of
from partnerships.access import Access, door, open_to_all
from partnerships.models import Membership
from partnerships.permissions import Action


@door(Action.VIEW)
@require_POST
def subscribe(request: HttpRequest) -> HttpResponse:
    """Make an address for the reader's own calendar program."""
    make_feed(request.access, of_all="of_all" in request.POST)
    messages.success(request, _("The address is made. Add it in your calendar program."))
    return redirect(_deadlines_page(request))


@door(Action.VIEW)
@require_POST
def unsubscribe(request: HttpRequest, feed: int) -> HttpResponse:
    """Let an address of the reader's lead nowhere."""
    own = CalendarFeed.objects.in_use().own(request.access)
    revoke(get_object_or_404(own, pk=feed))
    messages.success(request, _("The address no longer leads anywhere."))
    return redirect(_deadlines_page(request))


def _deadlines_page(request: HttpRequest) -> str:
    return f"{reverse('pages:deadlines', args=[request.access.partnership.slug])}#kalender"


@open_to_all
@never_cache
@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Send the calendar that the address opens: what its owner sees today."""
    feed = feed_of(token)
    if feed is None:
        raise Http404
    with translation.override("sv"):
        content = written(
            _days(request, feed),
            name=f"Överens: {feed}",
            at=timezone.now(),
        )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="overens.ics"'
    return response


def _days(request: HttpRequest, feed: CalendarFeed) -> Iterator[Day]:
    memberships = Membership.objects.with_names().filter(user=feed.user)
    if feed.partnership_id:
        memberships = memberships.filter(partnership=feed.partnership_id)
    today = timezone.localdate()
    for membership in memberships.order_by("partnership__name"):
        access = Access(feed.user, membership)
        page = reverse("pages:deadlines", args=[membership.partnership.slug])
        for one in deadlines_of(access, agreements_in_force(access, today)):
            if one.day:
                yield Day(
                    uid=f"{one.duty.key}.{membership.partnership_id}@{request.get_host()}",
                    deadline=one,
                    partnership=membership.partnership.name,
                    url=request.build_absolute_uri(page),
                )
