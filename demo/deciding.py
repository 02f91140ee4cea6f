"""Lets Luleå's steering group adopt the action plan, and puts its revision before it."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from decisions import answering
from decisions.choices import Outcome, Part
from decisions.deciding import Minutes
from decisions.models import Body
from decisions.submitting import Step
from demo import lulea_deciding as said
from desk import deciding, workflow
from documents.changes import Actor, change
from partnerships.access import Access
from plans.models import Activity, Plan


def decide(plan: Plan, access_of: Callable[[str], Access]) -> None:
    """Let the plan be adopted, revised and submitted; `access_of` gives who has an account."""
    coordinator = access_of("samordnare")
    by = Actor.of(coordinator)
    group = _steering_group(coordinator, access_of)
    (first,) = deciding.submit(
        plan,
        steps=[Step(group, Part.DECIDES, meeting_on=said.ADOPTED_ON)],
        proposal=said.FIRST_PROPOSAL,
        by=by,
    )
    minutes = Minutes(
        outcome=Outcome.ADOPTED,
        on=said.ADOPTED_ON,
        paragraph=said.PARAGRAPH,
        wording=said.FIRST_PROPOSAL,
        took_part="\n".join(str(one) for one in group.seats.asked()),
    )
    deciding.register(plan, first, minutes, by=by)
    workflow.revise(plan, by=by, reason=said.REASON)
    _rewrite(plan, by)
    (matter,) = deciding.submit(
        plan,
        steps=[
            Step(group, Part.DECIDES, meeting_on=timezone.localdate() + timedelta(days=said.DAYS))
        ],
        proposal=said.PROPOSAL,
        rapporteurs=said.RAPPORTEURS,
        by=by,
    )
    word, kind, comment = said.ANSWER
    seat = answering.seat_of(access_of(word).user, matter)
    answering.answer(matter, seat, said=kind, comment=comment)


def _steering_group(coordinator: Access, access_of: Callable[[str], Access]) -> Body:
    group = Body.objects.create(partnership=coordinator.partnership, **said.STEERING_GROUP)
    for title, organisation, role, word in said.SEATS:
        user = access_of(word).user if word else None
        group.seats.create(title=title, organisation=organisation, role=role, user=user)
    return group


def _rewrite(plan: Plan, by: Actor) -> None:
    document = plan.document
    with change(by=by, document=document, reason=said.REASON):
        for number, columns in said.REWRITTEN.items():
            row = Activity.objects.get(document=document, number=number)
            for name, value in columns.items():
                setattr(row, name, value)
            row.save()
        struck = Activity.objects.get(document=document, number=said.STRUCK)
        heading = struck.heading
        struck.delete()
        added = Activity(document=document, heading=heading, **said.ADDED)
        added.place()
        added.save()
