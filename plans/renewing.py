"""A new plan made of an old one: what becomes of each activity, and what was carried over.

The usual way is a new plan each year, not a revision (`plans.md`). The old plan is not touched:
that something was done, dropped or became regular work is reported beside its text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.days import span
from desk import workflow
from documents.changes import Actor
from documents.choices import Command
from documents.models import Document
from documents.reading import read_tree
from documents.tree import Link
from documents.writing import copied_key
from followup.choices import State
from followup.reporting import Reporter, report_status
from partnerships.models import Organisation
from plans.models import Plan
from plans.tree import Activity as ActivityNode
from plans.tree import PlanTree


class Fate(models.TextChoices):
    """What becomes of an activity in the next plan."""

    CONTINUES = "continues", pgettext_lazy("activity", "Continues")
    CHANGES = "changes", pgettext_lazy("activity", "Continues, changed")
    DONE = "done", pgettext_lazy("activity", "Finished")
    REGULAR_WORK = "regular_work", _("Has become regular work")
    DROPPED = "dropped", pgettext_lazy("activity", "Dropped")


#: What is reported of those that are not in the next plan.
ENDED = {
    Fate.DONE: State.DONE,
    Fate.REGULAR_WORK: State.REGULAR_WORK,
    Fate.DROPPED: State.DROPPED,
}
#: Those that are.
GO_ON = {Fate.CONTINUES, Fate.CHANGES}


def text_to_renew(plan: Plan) -> PlanTree:
    """Return what is decided of `plan` with the keys of its rows, else its draft."""
    binding = plan.document.binding_version
    return read_tree(plan, binding.change if binding else None)


def period_after(plan: PlanTree) -> tuple[date | None, date | None]:
    """Return the period that follows on that of `plan` and is as long; None where unknown."""
    first, last = plan.period_from, plan.period_to
    extended = [one.to for one in plan.extensions if one.to]
    ended = max([last, *extended]) if last else None
    if ended is None or ended.year >= MAXYEAR - 1:
        return None, None
    start = ended + timedelta(days=1)
    if first is None:
        return start, None
    after = last + timedelta(days=1)
    if (first.month, first.day) == (after.month, after.day):
        years = after.year - first.year
        # The first of a month, or a day that every year has: 29 February begins no plan.
        day_after = min(start.day, 28) if start.month == 2 else start.day
        return start, date(start.year + years, start.month, day_after) - timedelta(days=1)
    return start, start + (last - first)


def title_after(plan: PlanTree, first: date | None, last: date | None) -> str:
    """Return the title with the years of the next period where it names those of its own."""
    title = plan.title
    if not (first and last and plan.period_from and plan.period_to):
        return title
    was, becomes = span(plan.period_from, plan.period_to), span(first, last)
    if was in title:
        return title.replace(was, becomes)
    return title.replace(str(plan.period_from.year), str(first.year))


def likely_fate(state: str) -> Fate:
    """Return what as a rule becomes of an activity that was last reported to be in `state`."""
    ended = {
        State.DONE: Fate.DONE,
        State.DROPPED: Fate.DROPPED,
        State.REGULAR_WORK: Fate.REGULAR_WORK,
    }
    return ended.get(state, Fate.CONTINUES)


def renew(
    plan: Plan,
    *,
    fates: Mapping[UUID, Fate],
    title: str,
    period_from: date | None,
    period_to: date | None,
    drafting_organisation: Organisation,
    by: Actor,
    reporter: Reporter,
) -> Plan:
    """Make a draft of the next plan; return it.

    `fates` has what becomes of each activity by its key; one without goes on. What belongs to the
    old paper stays behind: period, number, extensions and signatures. What ended is reported of
    the old plan, unless that has been said already.
    """
    old = text_to_renew(plan)
    content = replace(
        _with_activities(old, [one for one in old.activities if _goes_on(one, fates)]),
        title=title,
        period_from=period_from,
        period_to=period_to,
        period_text="",
        registry_number="",
        signed=None,
        signed_on=None,
        extensions=(),
        signatories=tuple(replace(one, signed_on=None) for one in old.signatories),
    )
    with transaction.atomic():
        _report(plan.document, old, fates, reporter)
        return workflow.create(
            content,
            partnership=plan.document.partnership,
            drafting_organisation=drafting_organisation,
            by=by,
            key_for=copied_key,
            command=Command.COPY,
        )


def _goes_on(activity: ActivityNode, fates: Mapping[UUID, Fate]) -> bool:
    return fates.get(activity.key, Fate.CONTINUES) in GO_ON


def _with_activities(plan: PlanTree, kept: Sequence[ActivityNode]) -> PlanTree:
    """Return `plan` with the activities `kept`; what another is a part of may become words."""
    places = {id(one): (number,) for number, one in enumerate(kept, start=1)}
    moved = {(number,): places.get(id(one)) for number, one in enumerate(plan.activities, start=1)}

    def link(one: Link) -> Link:
        if not one.place:
            return one
        place = moved[one.place]
        return Link(place=place) if place else Link(words=plan.activities[one.place[0] - 1].text)

    return replace(
        plan,
        activities=tuple(replace(one, part_of=tuple(map(link, one.part_of))) for one in kept),
    )


def _report(
    document: Document, old: PlanTree, fates: Mapping[UUID, Fate], reporter: Reporter
) -> None:
    last = {}
    for status in document.status_reports.order_by("pk"):
        last[status.row] = status.state
    for one in old.activities:
        state = ENDED.get(fates.get(one.key))
        if state and last.get(one.key) != state:
            report_status(document, one.key, reporter=reporter, state=state)
