"""What a plan says in sentences of its own, the same on the page, in print and in Word."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.days import day
from plans import tree
from plans.choices import HeadingKind, ResponsibleRole


def when(activity: tree.Activity) -> str:
    """Say when an activity is done: in its own words, its days beside them."""
    return _beside(activity.when_text, span(activity.when_from, activity.when_to))


def period(plan: tree.PlanTree) -> str:
    """Say for which time a plan holds: in its own words, its days beside them."""
    return _beside(plan.period_text, span(plan.period_from, plan.period_to))


def _beside(words: str, days: str) -> str:
    return f"{words} ({days})" if words and days else words or days


def span(first: date | None, last: date | None) -> str:
    """Say from when to when, each month and year once, whole years as years; "" for neither."""
    if first and last:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return day(last) if first == last else f"{first.day}–{day(last)}"
        begins = date_format(first, "j F") if first.year == last.year else day(first)
        return f"{begins} – {day(last)}"
    if first:
        return _("from %(first)s") % {"first": day(first)}
    return _("by %(last)s") % {"last": day(last)} if last else ""


def owner(plan: tree.PlanTree) -> str:
    """Say whose the plan is: the organisation, the body and the function, as far as known."""
    said = (plan.owner_organisation, plan.owner_body, plan.owner_function)
    return ", ".join(one for one in said if one)


def facts(plan: tree.PlanTree) -> list[str]:
    """Say what stands under the title: kind of plan and period, areas, owner, number."""
    title = plan.title.casefold()
    # As a rule the title says what it is and for which years: not twice.
    not_said = [one for one in (plan.label, period(plan)) if one and one.casefold() not in title]
    said = [" ".join(not_said), ", ".join(plan.areas)]
    if owner(plan):
        said.append(_("Owner: %(who)s") % {"who": owner(plan)})
    if plan.registry_number:
        said.append(_("Reg. no. %(number)s") % {"number": plan.registry_number})
    return [one for one in said if one]


def kind(heading: tree.Heading) -> str:
    """Say what a heading is: a focus area, a goal …"""
    return str(HeadingKind(heading.kind).label) if heading.kind else ""


def responsible(one: tree.Responsible) -> str:
    """Say who does what of an activity: “Umeå kommun, Fritid (Ada): samordnar”."""
    who = f"{one.name} ({one.person})" if one.person else one.name
    if one.role == ResponsibleRole.CONTRIBUTES:
        who = _("%(who)s contributes") % {"who": who}
    return f"{who}: {one.does}" if one.does else who


def more(activity: tree.Activity) -> list[str]:
    """Say what a row has besides its columns, each with what it is called."""
    said = (
        (_("Operative goal"), activity.operative_goal),
        (_("Target group"), activity.target_group),
        (_("Method"), activity.method),
        (_("Cost"), activity.cost),
        (_("Documentation"), activity.documentation),
        (_("Contact"), activity.contact),
        (_("Where it came from"), activity.origin),
        (_("Tags"), ", ".join(activity.tags)),
    )
    return [f"{name}: {value}" for name, value in said if value]
