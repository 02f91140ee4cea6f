"""What a plan says in sentences of its own, the same on the page, in print and in Word."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from core import intervals
from core.days import day, in_words
from plans import tree
from plans.choices import (
    BasisKind,
    CauseKind,
    Comparator,
    HeadingKind,
    MeasureKind,
    Part,
    ResponsibleRole,
    Stance,
)
from plans.models import Plan


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


def facts(plan: tree.PlanTree | Plan) -> list[str]:
    """Say what tells a plan from others: its kind and period, areas, owner, number."""
    title = plan.title.casefold()
    # As a rule the title says what it is and for which years: not twice.
    not_said = [one for one in (plan.label, period(plan)) if one and one.casefold() not in title]
    said = [" ".join(not_said), ", ".join(plan.areas)]
    if owner(plan):
        said.append(_("Owner: %(who)s") % {"who": owner(plan)})
    if plan.registry_number:
        said.append(_("Reg. no. %(number)s") % {"number": plan.registry_number})
    return [one for one in said if one]


def under_title(plan: tree.PlanTree) -> list[str]:
    """Say what stands under the title: its facts, and what was decided of the paper."""
    said = facts(plan)
    said += [_("Extended %(to)s") % {"to": extension(one)} for one in plan.extensions[-1:]]
    if plan.part_of_title:
        said.append(_("Belongs to %(agreement)s") % {"agreement": plan.part_of_title})
    if plan.revised_every:
        said.append(_("Revised %(often)s") % {"often": intervals.in_words(plan.revised_every)})
    if plan.signed_on:
        said.append(_("Signed %(when)s") % {"when": day(plan.signed_on)})
    elif plan.signed is not None:
        said.append(_("Signed") if plan.signed else _("Not signed"))
    return said


def kind(heading: tree.Heading) -> str:
    """Say what a heading is: a focus area, a goal …"""
    return str(HeadingKind(heading.kind).label) if heading.kind else ""


def answers_to(heading: tree.Heading, plan: tree.PlanTree) -> list[str]:
    """Say which problems and goals of the agreement a heading answers to."""
    said = (
        (_("Problem"), ", ".join(problems(heading, plan))),
        (_("Goals of the agreement"), " ".join(heading.goals)),
    )
    return [f"{name}: {value}" for name, value in said if value]


def responsible(one: tree.Responsible) -> str:
    """Say who does what of an activity: “Umeå kommun, Fritid (Ada): samordnar”."""
    who = f"{one.name} ({one.person})" if one.person else one.name
    if one.role == ResponsibleRole.CONTRIBUTES:
        who = _("%(who)s contributes") % {"who": who}
    return f"{who}: {one.does}" if one.does else who


def problems(row: tree.Activity | tree.Heading, plan: tree.PlanTree) -> list[str]:
    """Say which problems a row answers to."""
    return [
        plan.problems[one.place[0] - 1].title if one.place else one.words for one in row.problems
    ]


def causes(activity: tree.Activity, plan: tree.PlanTree) -> list[str]:
    """Say which causes an activity answers to, each with its number."""
    return [
        cause(plan.problems[one.place[0] - 1].causes[one.place[1] - 1]) if one.place else one.words
        for one in activity.causes
    ]


def cause(one: tree.Cause) -> str:
    """Say a cause with its number: “1. Skolgårdarna saknar vuxna”."""
    number = f"{one.number}." if one.number and one.number[-1].isalnum() else one.number
    return f"{number} {one.text}".strip()


def cause_kind(one: tree.Cause) -> str:
    """Say whether a cause lies in the place or in people."""
    return str(CauseKind(one.kind).label) if one.kind else ""


def part_of(activity: tree.Activity, plan: tree.PlanTree) -> str:
    """Say which activity this one is a part of."""
    return ", ".join(
        plan.activities[one.place[0] - 1].text if one.place else one.words
        for one in activity.part_of
    )


def number(value: Decimal) -> str:
    """Write a number as its reader does, without decimals that say nothing: “61,5”, “20”."""
    return number_format(value.normalize() if value % 1 else int(value), force_grouping=True)


def measure(one: tree.Measure) -> str:
    """Say how much is meant: in its own words, what is known besides after them."""
    known = _beside_name(one.name, _target(one))
    if not one.words or known in ("", one.words):
        return one.words or known
    return f"{one.words} ({known})"


def _beside_name(name: str, target: str) -> str:
    return f"{name}: {target}" if name and target else name or target


def _target(one: tree.Measure) -> str:
    if one.value is None:
        target = {
            Comparator.INCREASE: _("increases"),
            Comparator.DECREASE: _("decreases"),
        }.get(one.comparator, "" if one.name or one.words else str(MeasureKind(one.kind).label))
    else:
        phrases = {
            Comparator.AT_LEAST: _("at least %(value)s"),
            Comparator.AT_MOST: _("at most %(value)s"),
            Comparator.INCREASE: _("increases to %(value)s"),
            Comparator.DECREASE: _("decreases to %(value)s"),
        }
        value = f"{number(one.value)} {one.unit}".strip()
        target = phrases.get(one.comparator, "%(value)s") % {"value": value}
    said = [" ".join(part for part in (target, _per(one.per)) if part)]
    if one.each is not None:
        said.append(f"{number(one.each)} {_per(one.each_per)}".strip())
    if one.shares_with:
        said.append(_("together with %(others)s") % {"others": ", ".join(one.shares_with)})
    return ", ".join(part for part in said if part)


def _per(part: str) -> str:
    words = {
        Part.DAY: _("per day"),
        Part.WEEK: _("per week"),
        Part.MONTH: _("per month"),
        Part.QUARTER: _("per quarter"),
        Part.TERTIAL: _("per four months"),
        Part.TERM: _("per school term"),
        Part.YEAR: _("per year"),
        Part.PERIOD: _("over the period"),
    }
    return str(words.get(part, ""))


def basis(one: tree.Basis) -> str:
    """Say what a plan rests on: “Enkät: Trygghetsmätning (Råneå, 3 maj 2026)”, with its answers."""
    label = str(BasisKind(one.kind).label)
    said = f"{label}: {one.text}" if one.text else label
    beside = [one.where, day(one.on) if one.on else "", one.owner]
    beside = ", ".join(part for part in beside if part)
    answers = [
        _("%(number)s asked") % {"number": number(Decimal(one.sent))} if one.sent else "",
        _("%(number)s answers") % {"number": number(Decimal(one.answers))} if one.answers else "",
        f"{number(one.response_rate)} %" if one.response_rate is not None else "",
        _("ages %(ages)s") % {"ages": one.ages} if one.ages else "",
    ]
    said = f"{said} ({beside})" if beside else said
    return "; ".join(part for part in (said, ", ".join(filter(None, answers))) if part)


def about_problem(problem: tree.Problem) -> list[str]:
    """Say what is known of a problem besides its title and description."""
    stance = str(Stance(problem.stance).label) if problem.stance else ""
    if problem.stance_reason:
        stance = f"{stance}: {problem.stance_reason}" if stance else problem.stance_reason
    priority = _("Priority %(number)d") % {"number": problem.priority} if problem.priority else ""
    carried = problem.carried_from and _("Carried on from %(what)s") % {
        "what": problem.carried_from
    }
    said = (priority, problem.area, problem.when, stance, carried)
    return [one for one in said if one]


def extension(one: tree.Extension) -> str:
    """Say a decision that moved the last day: “till och med 31 december 2027 (beslutad 2 maj)”."""
    said = _("through %(last)s") % {"last": day(one.to)} if one.to else _("until further notice")
    if one.decided_on:
        said = _("%(what)s (decided %(when)s)") % {"what": said, "when": day(one.decided_on)}
    return f"{said}: {one.text}" if one.text else said


def signatory(one: tree.PlanSignatory) -> str:
    """Say who signs: name, title, unit and organisation, and when."""
    said = ", ".join(part for part in (one.name, one.title, one.unit, one.organisation) if part)
    if one.signed_on:
        return _("%(who)s (signed %(when)s)") % {"who": said, "when": day(one.signed_on)}
    return said


def more(activity: tree.Activity, plan: tree.PlanTree) -> list[str]:
    """Say what a row has besides its columns, each with what it is called."""
    return [f"{name}: {value}" for name, value in _more(activity, plan)]


def said_in_print(activity: tree.Activity, plan: tree.PlanTree) -> list[tuple[str, str]]:
    """Say what is printed under an activity: what each thing is called, and the thing."""
    said = (
        (_("Responsible"), "\n".join(map(responsible, activity.responsible))),
        (_("When"), when(activity)),
        (_("Area"), activity.area),
        (_("How much"), "\n".join(map(measure, activity.measures))),
        *_more(activity, plan),
        (_("Follow-up"), activity.followed_up),
    )
    return [(name, value) for name, value in said if value]


def _more(activity: tree.Activity, plan: tree.PlanTree) -> list[tuple[str, str]]:
    said = (
        (_("Under"), activity.heading_words),
        (_("Part of"), part_of(activity, plan)),
        (_("Problem"), ", ".join(problems(activity, plan))),
        (_("Cause"), ", ".join(causes(activity, plan))),
        (_("Goals of the agreement"), " ".join(activity.goals)),
        (_("Operative goal"), activity.operative_goal),
        (_("Target group"), activity.target_group),
        (_("Method"), activity.method),
        (_("Cost"), activity.cost),
        (_("Documentation"), activity.documentation),
        (_("Contact"), activity.contact),
        (_("Where it came from"), activity.origin),
        (_("Promises it carries out"), " ".join(activity.promised_by)),
        (_("Tags"), ", ".join(activity.tags)),
    )
    return [(name, value) for name, value in said if value]
