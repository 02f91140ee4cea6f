"""Start and overview."""

from collections import defaultdict
from datetime import date

from django.db.models import Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from agreements.listed import listed
from agreements.models import Agreement
from agreements.status import Status, state_on
from agreements.validity import validities
from pages.deadlines import next_due
from pages.latest import latest_changes
from pages.waiting import COMES_HERE, Waits, with_what_waits
from partnerships.access import Access, door, signed_in
from partnerships.models import Membership
from partnerships.permissions import Action
from plans import listed as plan_lines
from plans.listed import Listed, Stage
from plans.models import Plan


@signed_in
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Show what waits for the reader, and their partnerships; with only one, go there."""
    found = Membership.objects.with_names().filter(user=request.user)
    memberships = list(found.order_by("partnership__name"))
    if len(memberships) == 1:
        return redirect("pages:overview", memberships[0].partnership.slug)
    seen = Agreement.objects.visible_to_member(request.user)
    agreements = list(with_what_waits(seen.in_list(), request.user)) if memberships else []
    return render(
        request,
        "pages/start.html",
        {
            "memberships": memberships,
            "waiting": Waits(memberships, agreements, validities(agreements)).all(),
        },
    )


@door(Action.VIEW)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show what waits for the reader, what is in force, drafts and what happened lately."""
    access = request.access
    seen = Agreement.objects.visible_to(access).for_own(Value(access.organisation.pk))
    agreements = list(with_what_waits(seen.in_list(), access.user).order_by("-valid_from", "-pk"))
    facts, today = validities(agreements), timezone.localdate()
    states = {pk: state_on(one, today) for pk, one in facts.items()}
    slug = access.partnership.slug
    rows = listed(agreements, slug, states)
    in_force = [row for row in rows if row.state.status.is_in_force]
    plans = _plans(access, today)
    return render(
        request,
        "pages/overview.html",
        {
            "current": [*in_force, *plans[Stage.CURRENT]],
            "coming": [
                *(row for row in rows if row.state.status == Status.NOT_STARTED),
                *plans[Stage.COMING],
            ],
            "drafts": [
                *(row for row in rows if row.state.status == Status.DRAFT),
                *plans[Stage.DRAFT],
            ],
            "no_agreement": "" if in_force else _("No agreement is in force."),
            "waiting": Waits([access.membership], agreements, facts).all(),
            "comes_here": COMES_HERE[access.membership.role],
            "due": next_due(access, {row.agreement: row.state for row in in_force}),
            "latest": latest_changes(access),
            "count": len(rows) + sum(map(len, plans.values())),
            "may_create": access.may(Action.CREATE),
            "may_register": access.may(Action.REGISTER),
        },
    )


def _plans(access: Access, today: date) -> dict[Stage, list[Listed]]:
    """Return the plans that the reader sees, the latest first, by whether they hold."""
    seen = plan_lines.with_extensions(Plan.objects.visible_to(access)).order_by("-pk")
    found = defaultdict(list)
    for one in plan_lines.listed(seen, access.partnership.slug, today):
        found[one.stage].append(one)
    return found
