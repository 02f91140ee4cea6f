"""The deadlines of a partnership: what its agreements in force and the law ask for, and when."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements.in_force import agreements_in_force, duties_in_force
from agreements.models import Agreement
from agreements.status import State
from core.days import day
from deadlines.duties import Deadline, Due, together
from deadlines.known import deadlines_for, duties_by_law
from deadlines.models import CalendarFeed
from deadlines.noting import note_done, take_back
from desk.forms.fields import DayField
from desk.views.fetching import posted
from desk.views.form_pages import form_page
from partnerships.access import Access, door
from partnerships.models import Partnership
from partnerships.permissions import Action

#: How many an overview tells of.
NEXT = 5
#: The headings under which they stand.
PASSED = gettext_lazy("The day has passed")
SOON = gettext_lazy("Within half a year")
LATER = gettext_lazy("Later")
RUNNING = gettext_lazy("Running, or without a day")


class DoneForm(forms.Form):
    """That something was done, on which day and by what."""

    on = DayField(label=gettext_lazy("Done on"))
    words = forms.CharField(
        label=gettext_lazy("By what"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("For example a report and where it is kept. No personal data."),
    )

    def clean_on(self):
        """Refuse a day that has not come."""
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise ValidationError(_("Write a day that has been: what was done can be noted."))
        return on


class CountingForm(forms.ModelForm):
    """Whether a partnership counts its deadlines by the day or by calendar year."""

    class Meta:
        model = Partnership
        fields = ["counts_by_the_day"]
        labels = {"counts_by_the_day": gettext_lazy("Count by the day instead of calendar year")}


@door(Action.VIEW)
@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """Show every duty: until when, when it was last done and by what, and who says so."""
    access, today = request.access, timezone.localdate()
    found = together(deadlines_of(access, agreements_in_force(access, today)))
    feeds = list(CalendarFeed.objects.in_use().own(access).select_related("partnership"))
    return render(
        request,
        "pages/deadlines.html",
        {
            "groups": _groups(found),
            "today": today,
            "noted": access.partnership.fulfilments.counting(),
            "form": CountingForm(instance=access.partnership),
            "may_keep": access.may(Action.KEEP_DEADLINES),
            "feeds": feeds,
            "has_own": any(one.partnership_id for one in feeds),
            "has_all": any(one.partnership_id is None for one in feeds),
        },
    )


def next_due(access: Access, in_force: Mapping[Agreement, State]) -> list[Due]:
    """Return what is late or near, the nearest first: what an overview tells."""
    today = timezone.localdate()
    found = together(deadlines_of(access, in_force))
    near = [one for one in found if one.deadline.is_late(today) or one.deadline.is_soon(today)]
    return near[:NEXT]


def deadlines_of(access: Access, in_force: Mapping[Agreement, State]) -> list[Deadline]:
    """Return how it stands with all duties that the reader's partnership has today.

    Those of the agreements `in_force` that the reader sees, and those by law.
    """
    today = timezone.localdate()
    duties = duties_in_force(in_force, access.partnership.slug)
    return deadlines_for([*duties, *duties_by_law(today)], access)


def _groups(found: list[Due]) -> list[tuple[str, list[Due]]]:
    """Return what is to be done under its headings, as far as there is any."""
    today = timezone.localdate()
    groups = {label: [] for label in (PASSED, SOON, LATER, RUNNING)}
    for one in found:
        groups[_heading(one.deadline, today)].append(one)
    return [(label, group) for label, group in groups.items() if group]


def _heading(deadline: Deadline, today: date) -> Promise:
    if deadline.is_late(today):
        return PASSED
    if deadline.is_soon(today):
        return SOON
    return LATER if deadline.day else RUNNING


@door(Action.KEEP_DEADLINES)
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, duty: str) -> HttpResponse:
    """Note by hand that what a duty asks for was done."""
    in_force = agreements_in_force(request.access, timezone.localdate())
    found = deadlines_of(request.access, in_force)
    deadline = next((one for one in found if one.duty.key == duty), None)
    if deadline is None:
        raise Http404
    form = DoneForm(posted(request))
    if request.method == "POST" and form.is_valid():
        note_done(deadline.duty.matter, access=request.access, **form.cleaned_data)
        messages.success(
            request, _("Noted as done on %(day)s.") % {"day": day(form.cleaned_data["on"])}
        )
        return redirect("pages:deadlines", request.access.partnership.slug)
    return form_page(request, "pages/note_done.html", form, deadline=deadline)


@door(Action.KEEP_DEADLINES)
@require_POST
def forget(request: HttpRequest, noted: int) -> HttpResponse:
    """Take back what was noted by mistake."""
    found = get_object_or_404(request.access.partnership.fulfilments.counting(), pk=noted)
    take_back(found, access=request.access)
    messages.success(request, _("The note no longer counts."))
    return redirect("pages:deadlines", request.access.partnership.slug)


@door(Action.KEEP_DEADLINES)
@require_POST
def counting(request: HttpRequest) -> HttpResponse:
    """Choose how the partnership counts its deadlines."""
    form = CountingForm(request.POST, instance=request.access.partnership)
    if form.is_valid():
        form.save()
        messages.success(request, _("The deadlines are counted anew."))
    return redirect("pages:deadlines", request.access.partnership.slug)
