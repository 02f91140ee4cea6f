"""What a plan says in sentences of its own, the same on the page, in print and in Word."""

from django.utils.translation import gettext as _

from core.days import in_words
from plans import tree
from plans.choices import HeadingKind, ResponsibleRole


def when(activity: tree.Activity) -> str:
    """Say when an activity is done: in its own words, its days beside them."""
    return in_words(activity.when_text, activity.when_from, activity.when_to)


def period(plan: tree.PlanTree) -> str:
    """Say for which time a plan holds: in its own words, its days beside them."""
    return in_words(plan.period_text, plan.period_from, plan.period_to)


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
