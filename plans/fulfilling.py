"""What plans meet of the duties of agreements and of the law."""

from django.utils import timezone

from deadlines.choices import DutySubject
from deadlines.duties import Done
from decisions.models import Decision
from desk.addresses import address_in
from partnerships.access import Access
from plans.models import Plan


def fulfilments(access: Access) -> list[Done]:
    """Return that plans were adopted and revised, as far as the reader sees them; two queries.

    Where only the month of a decision is known, it counts from when it was registered. Of a plan
    that several bodies adopt the last one counts.
    """
    plans = {
        one.document_id: one
        for one in Plan.objects.visible_to(access)
        if one.document.binding_version_id
    }
    adopting = Decision.objects.adopting().filter(document__in=plans).select_related("change")
    return [
        done
        for decision in adopting.order_by("pk")
        for done in _met_by(plans[decision.document_id], decision, access)
    ]


def _met_by(plan: Plan, decision: Decision, access: Access) -> list[Done]:
    on = decision.on or timezone.localdate(decision.change.at)
    page = address_in(access.partnership.slug, plan, "detail")
    # A plan that is adopted anew is also revised.
    subjects = (DutySubject.PLAN, DutySubject.PLAN_REVISION)
    return [Done(matter=one.value, on=on, words=plan.name, url=page) for one in subjects]
