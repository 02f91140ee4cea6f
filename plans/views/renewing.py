"""The next plan, made of this one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from desk.addresses import page_of
from desk.views.fetching import get_top_for, posted
from desk.views.following import standings_on
from desk.views.form_pages import form_page
from documents.changes import Actor
from followup.reporting import Reporter
from partnerships.access import door
from plans import renewing
from plans.acts import RENEW
from plans.carried import carried
from plans.forms.renewing import RenewalForm
from plans.kind import PLAN
from plans.models import Plan


@door(RENEW.action)
@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the next plan of a plan: one screen says what becomes of each activity."""
    plan = get_top_for(RENEW, request, PLAN, pk)
    old = renewing.text_to_renew(plan)
    standing = standings_on(request, plan, old)
    first, last = renewing.period_after(old)
    form = RenewalForm(
        posted(request),
        activities=old.activities,
        likely={key: renewing.likely_fate(one.state) for key, one in standing.items()},
        initial={
            "title": renewing.title_after(old, first, last),
            "period_from": first,
            "period_to": last,
        },
    )
    if request.method == "POST" and form.is_valid():
        new = renewing.renew(
            plan,
            fates=form.fates,
            title=form.cleaned_data["title"],
            period_from=form.cleaned_data["period_from"],
            period_to=form.cleaned_data["period_to"],
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
            reporter=Reporter.of(request.access),
        )
        messages.success(request, _("The plan has been made. Only your organisation sees it."))
        _tell_of_changes(request, new, form)
        return redirect(page_of(request, new))
    return form_page(
        request,
        "plans/renew.html",
        form,
        top=plan,
        page=page_of(request, plan),
        standings=standing,
        carried=carried(old, Plan.objects.visible_to(request.access)),
        doc=old,
    )


def _tell_of_changes(request: HttpRequest, new: Plan, form: RenewalForm) -> None:
    """Lead to the activities that are to be changed in the new plan."""
    changing = {key for key, fate in form.fates.items() if fate == renewing.Fate.CHANGES}
    rows = [one for one in renewing.text_to_renew(new).activities if one.copied_from in changing]
    if not rows:
        return
    said = ngettext(
        "One activity is to be changed: %(which)s", "To be changed: %(which)s", len(rows)
    )
    links = format_html_join(", ", '<a href="#{}">{}</a>', ((one.anchor, one.text) for one in rows))
    messages.info(request, format_html(said.replace("%(which)s", "{}"), links))
