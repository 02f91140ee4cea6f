"""What is known of activities that were carried over from earlier plans."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from partnerships.access import Access
from plans import phrases
from plans.models import Activity, Measure, Plan
from plans.tree import Activity as ActivityNode
from plans.tree import PlanTree

#: So many plans back it is looked where an activity comes from.
_FURTHEST = 30


@dataclass(frozen=True)
class Carried:
    """An activity that was in earlier plans: since when, and which targets it no longer has."""

    since: str
    lost: tuple[str, ...] = ()


def renewed_from(plan: Plan, access: Access) -> list[Plan]:
    """Return the plan that `plan` was made of, where the reader sees it."""
    if plan.copied_from is None:
        return []
    return list(Plan.objects.visible_to(access).filter(key=plan.copied_from))


def carried(plan: PlanTree, seen: QuerySet[Plan]) -> dict[UUID, Carried]:
    """Return by key what is known of the activities that were carried over from plans in `seen`."""
    nearest, first = {}, {}
    looked_for = {one.copied_from: one.key for one in plan.activities if one.copied_from}
    for _step in range(_FURTHEST):
        found = Activity.objects.filter(
            key__in=looked_for, document__in=seen.values("document")
        ).select_related("document__plan")
        further = {}
        for row in found:
            key = looked_for[row.key]
            nearest.setdefault(key, row)
            first[key] = row.document.plan
            if row.copied_from:
                further[row.copied_from] = key
        if not further:
            break
        looked_for = further
    was = _measures(nearest.values())
    return {
        one.key: Carried(_since(first[one.key]), tuple(_lost(one, was[nearest[one.key].pk])))
        for one in plan.activities
        if one.key in first
    }


def _since(plan: Plan) -> str:
    return str(plan.period_from.year) if plan.period_from else plan.title


def _measures(rows: Iterable[Activity]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {row.pk: [] for row in rows}
    for one in Measure.objects.filter(activity__in=found).order_by("rank", "pk"):
        found[one.activity_id].append(phrases.measure(one))
    return found


def _lost(activity: ActivityNode, before: Iterable[str]) -> Iterable[str]:
    now = {phrases.measure(one) for one in activity.measures}
    return [one for one in before if one not in now]
