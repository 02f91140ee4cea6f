"""Lets the plans of both partnerships be adopted, and puts their revisions before bodies."""

from collections.abc import Callable
from datetime import timedelta
from types import ModuleType

from django.utils import timezone

from decisions import answering
from decisions.choices import Outcome, Part
from decisions.deciding import Minutes
from decisions.models import Body, Matter
from decisions.submitting import Step
from demo import lulea_deciding, umea_deciding, umea_plan
from desk import deciding, workflow
from documents.changes import Actor, change
from followup.reporting import Reporter, report_outcome, report_status
from partnerships.access import Access
from plans.models import Activity, Plan

#: From a word of `demo.accounts.ROLES` to the access of that account.
AccessOf = Callable[[str], Access]


def decide_in_lulea(plan: Plan, access_of: AccessOf) -> None:
    """Let the plan be adopted, revised and submitted to the steering group, which waits."""
    said, coordinator = lulea_deciding, access_of("samordnare")
    by = Actor.of(coordinator)
    group = _body(said.STEERING_GROUP, said.SEATS, access_of)
    _adopt(plan, group, said, by)
    workflow.revise(plan, by=by, reason=said.REASON)
    _rewrite(plan, said, by)
    step = Step(group, Part.DECIDES, meeting_on=_in(said.DAYS))
    (matter,) = _submit(plan, [step], said, by)
    _answer(matter, said, access_of)


def decide_in_umea(plan: Plan, share: Callable[[Plan], None], access_of: AccessOf) -> None:
    """Let the plan be adopted and reported of; its revision is prepared, submitted, and opened.

    `share` shows the draft to the police, who write in it while the steering group reads.
    """
    said, coordinator = umea_deciding, access_of("samordnare")
    by = Actor.of(coordinator)
    group = _body(said.STEERING_GROUP, said.STEERING_SEATS, access_of)
    preparers = _body(said.PREPARATORY_GROUP, said.PREPARATORY_SEATS, access_of)
    _adopt(plan, group, said, by)
    _report(plan, access_of)
    workflow.revise(plan, by=by, reason=said.REASON)
    share(plan)
    _rewrite(plan, said, by)
    met = _in(-said.PREPARED_AGO)
    steps = [
        Step(preparers, Part.PREPARES, place=1, meeting_on=met),
        Step(group, Part.DECIDES, place=2, meeting_on=_in(said.DAYS)),
    ]
    prepared, matter = _submit(plan, steps, said, by)
    minutes = Minutes(outcome=Outcome.APPROVED, on=met, wording=said.PREPARED)
    deciding.register(plan, prepared, minutes, by=by)
    _answer(matter, said, access_of)
    workflow.reopen(plan, by=by, reason=said.OPENED)
    number, columns = said.WRITTEN_FURTHER
    with change(by=Actor.of(access_of("kommunpolis")), document=plan.document):
        _write(plan, number, columns)


def _body(facts: dict, seats: list[tuple], access_of: AccessOf) -> Body:
    body = Body.objects.create(partnership=access_of("samordnare").partnership, **facts)
    for title, organisation, role, word in seats:
        user = access_of(word).user if word else None
        body.seats.create(title=title, organisation=organisation, role=role, user=user)
    return body


def _adopt(plan: Plan, group: Body, said: ModuleType, by: Actor) -> None:
    step = Step(group, Part.DECIDES, meeting_on=said.ADOPTED_ON)
    (matter,) = deciding.submit(plan, steps=[step], proposal=said.FIRST_PROPOSAL, by=by)
    minutes = Minutes(
        outcome=Outcome.ADOPTED,
        on=said.ADOPTED_ON,
        paragraph=said.PARAGRAPH,
        wording=said.FIRST_PROPOSAL,
        took_part="\n".join(str(one) for one in group.seats.asked()),
    )
    deciding.register(plan, matter, minutes, by=by)


def _rewrite(plan: Plan, said: ModuleType, by: Actor) -> None:
    document = plan.document
    with change(by=by, document=document, reason=said.REASON):
        for number, columns in said.REWRITTEN.items():
            _write(plan, number, columns)
        struck = Activity.objects.get(document=document, number=said.STRUCK)
        heading = struck.heading
        struck.delete()
        added = Activity(document=document, heading=heading, **said.ADDED)
        added.place()
        added.save()


def _write(plan: Plan, number: str, columns: dict) -> None:
    row = Activity.objects.get(document=plan.document, number=number)
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()


def _submit(plan: Plan, steps: list[Step], said: ModuleType, by: Actor) -> list[Matter]:
    return deciding.submit(
        plan, steps=steps, proposal=said.PROPOSAL, rapporteurs=said.RAPPORTEURS, by=by
    )


def _answer(matter: Matter, said: ModuleType, access_of: AccessOf) -> None:
    word, kind, comment = said.ANSWER
    seat = answering.seat_of(access_of(word).user, matter)
    answering.answer(matter, seat, said=kind, comment=comment)


def _report(plan: Plan, access_of: AccessOf) -> None:
    """Say how it goes with some rows, each by the one who is responsible."""
    document = plan.document
    keys = dict(Activity.objects.filter(document=document).values_list("number", "key"))
    for number, (word, columns) in umea_plan.REPORTED.items():
        reporter = Reporter.of(access_of(word))
        report_status(document, keys[number], reporter=reporter, **columns)
    number, word, columns = umea_plan.OUTCOME
    reporter = Reporter.of(access_of(word))
    report_outcome(document, keys[number], reporter=reporter, **columns)


def _in(days: int):
    return timezone.localdate() + timedelta(days=days)
