"""Plans as the overview lists them: whether each holds today, in ready words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Exists, OuterRef, Subquery
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.days import day
from desk.lines import Line
from documents.models.top import TopRowQuerySet
from plans.models import Extension, Plan
from plans.phrases import facts


class Stage(StrEnum):
    """Whether a plan is written, adopted for a time to come, holds, or is over."""

    DRAFT = "draft"
    COMING = "coming"
    CURRENT = "current"
    OVER = "over"


@dataclass(frozen=True, kw_only=True)
class Listed(Line):
    """The line of a plan, and whether it holds."""

    stage: Stage


def with_extensions(plans: TopRowQuerySet) -> TopRowQuerySet:
    """Let each know whether it was extended (`is_extended`), and until when at last."""
    made = Extension.objects.filter(document=OuterRef("document")).order_by("-rank")
    return plans.annotate(is_extended=Exists(made), extended_to=Subquery(made.values("to")[:1]))


def listed(plans: Iterable[Plan], slug: str, today: date) -> list[Listed]:
    """Return `plans`, which come from `with_extensions`, as lines in the order given."""
    return [_listed(one, slug, today) for one in plans]


def stage(plan: Plan, today: date) -> Stage:
    """Return whether `plan` holds on `today`; one that is extended without a day goes on."""
    if plan.is_draft:
        return Stage.DRAFT
    if plan.reads_binding_text:
        return Stage.CURRENT  # the rows say what is not decided: of the days nothing is known here
    last = _last_day(plan)
    if last and last < today:
        return Stage.OVER
    if plan.period_from and plan.period_from > today:
        return Stage.COMING
    return Stage.CURRENT


def _listed(plan: Plan, slug: str, today: date) -> Listed:
    ground = plan.secrecy_ground
    return Listed(
        stage=(found := stage(plan, today)),
        url=reverse("plans:detail", args=[slug, plan.pk]),
        name=plan.name,
        below="" if plan.reads_binding_text else " · ".join(facts(plan)),
        secrecy=_("Secrecy mark: %(ground)s") % {"ground": ground} if ground else "",
        standing=_standing(plan, found),
    )


def _last_day(plan: Plan) -> date | None:
    return plan.extended_to if plan.is_extended else plan.period_to


def _standing(plan: Plan, found: Stage) -> SafeString:
    looks = {
        Stage.DRAFT: ("draft", _("Draft")),
        Stage.COMING: ("going", pgettext("plan", "Adopted")),
        Stage.CURRENT: ("ok", pgettext("plan", "In force")),
        Stage.OVER: ("ended", pgettext("plan", "Expired")),
    }
    kind, word = looks[found]
    tag = render_to_string("includes/tag.html", {"kind": kind, "word": word})
    if plan.reads_binding_text or found == Stage.DRAFT:
        return tag
    last = _last_day(plan)
    said = ""
    if found == Stage.COMING:
        said = _("from %(first)s") % {"first": day(plan.period_from)}
    elif plan.document.is_revised:
        said = _("Being revised")
    elif last:
        said = _("to %(last)s") % {"last": day(last)}
    return format_html("{}<br>{}", tag, said) if said else tag
