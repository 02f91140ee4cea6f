"""The year of a partnership: what falls due, what comes back, as a list and as a wheel."""

from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.in_force import agreements_in_force
from deadlines import phrases, wheel
from deadlines.duties import together
from deadlines.models import RecurringPattern
from deadlines.wheel import Event
from desk.forms.fields import column_field, name_empty_choices
from desk.views.fetching import posted
from desk.views.form_pages import form_page
from pages.deadlines import deadlines_of
from partnerships.access import Access, door
from partnerships.permissions import Action

#: The years that can be looked at.
EARLIEST, LATEST = 1900, 2999


class PatternForm(forms.ModelForm):
    """What comes back every year."""

    class Meta:
        model = RecurringPattern
        fields = ["name", "day", "month", "to_day", "to_month", "note"]
        formfield_callback = column_field

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        name_empty_choices(self)


@door(Action.VIEW)
@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """Show the year `?ar=`, otherwise this one."""
    today = timezone.localdate()
    asked = request.GET.get("ar", "")
    number = int(asked) if asked.isdecimal() and EARLIEST <= int(asked[:5]) <= LATEST else 0
    shown = number or today.year
    events = wheel.in_order(_events(request.access, shown))
    return render(
        request,
        "pages/year.html",
        {
            "year": shown,
            "earlier": max(EARLIEST, shown - 1),
            "later": min(LATEST, shown + 1),
            "events": events,
            "spots": wheel.spots(events),
            "arcs": wheel.arcs(events),
            "months": wheel.months(shown),
            "hand": wheel.hand(today) if shown == today.year else None,
            "today": today,
            "patterns": request.access.partnership.recurring_patterns.all(),
            "may_keep": request.access.may(Action.KEEP_DEADLINES),
        },
    )


def _events(access: Access, shown: int) -> Iterator[Event]:
    by_the_day = access.partnership.counts_by_the_day
    page = reverse("pages:deadlines", args=[access.partnership.slug])
    in_force = agreements_in_force(access, timezone.localdate())
    for due in together(deadlines_of(access, in_force)):
        duty, done = due.deadline.duty, due.deadline.done
        for day in wheel.falls_in(shown, due.deadline, by_the_day=by_the_day):
            words = _("%(what)s, at the latest") % {"what": phrases.name(duty).rstrip(".")}
            yield Event(on=day, words=words, url=page, look="due")
        if done and done.on.year == shown:
            words = _("%(what)s: done") % {"what": phrases.name(duty).rstrip(".")}
            yield Event(on=done.on, words=words, note=done.words, url=done.url, look="done")
    for pattern in access.partnership.recurring_patterns.all():
        first, last = pattern.days_in(shown)
        until = last if last > first else None
        yield Event(
            on=first, until=until, words=capfirst(pattern.name), note=pattern.note, look="pattern"
        )


@door(Action.KEEP_DEADLINES)
@require_http_methods(["GET", "HEAD", "POST"])
def new_pattern(request: HttpRequest) -> HttpResponse:
    """Write down something that comes back every year."""
    return _pattern_page(request, RecurringPattern(partnership=request.access.partnership))


@door(Action.KEEP_DEADLINES)
@require_http_methods(["GET", "HEAD", "POST"])
def pattern(request: HttpRequest, pattern: int) -> HttpResponse:
    """Change something that comes back every year."""
    own = request.access.partnership.recurring_patterns
    return _pattern_page(request, get_object_or_404(own, pk=pattern))


def _pattern_page(request: HttpRequest, one: RecurringPattern) -> HttpResponse:
    form = PatternForm(posted(request), instance=one)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("pages:year", request.access.partnership.slug)
    return form_page(request, "pages/pattern.html", form, pattern=one)


@door(Action.KEEP_DEADLINES)
@require_POST
def forget_pattern(request: HttpRequest, pattern: int) -> HttpResponse:
    """Delete something that no longer comes back."""
    own = request.access.partnership.recurring_patterns
    get_object_or_404(own, pk=pattern).delete()
    messages.success(request, _("Deleted."))
    return redirect("pages:year", request.access.partnership.slug)
