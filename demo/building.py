"""Builds both partnerships through the methods the pages use; twice changes nothing."""

import json
from datetime import date
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from agreements import starting
from agreements.models import Agreement, Body, Goal, Party, Seat
from demo import lulea, lulea_plan, lulea_registered, lulea_successor, umea, umea_plan
from demo.accounts import OPERATOR, ORGANISATIONS, PASSWORD, ROLES
from demo.consulting import consult
from demo.deadlines import note_what_was_done
from demo.deciding import AccessOf, decide_in_lulea, decide_in_umea
from demo.organisations import ENDED
from demo.organisations import ORGANISATIONS as REGISTER
from demo.scan import scanned
from desk import workflow
from desk.importing.making import import_files
from documents.changes import Actor, change
from documents.choices import SharingKind
from documents.files.papers import checked_paper
from documents.models import SectionPart
from documents.writing import kept_key
from partnerships.access import Access
from partnerships.models import Membership, Organisation, Partnership, register_organisations
from plans.models import Plan
from plans.tree import PlanTree


@transaction.atomic
def build() -> None:
    """Build what is missing of the demonstration, all of it or nothing."""
    register_organisations(REGISTER)
    for name, (last_day, successor) in ENDED.items():
        _end(Organisation.objects.named(name), date.fromisoformat(last_day), successor)
    # Where others reach the server, a password that everybody knows must not lead to an operator.
    if not settings.HTTPS and not User.objects.filter(email=OPERATOR).exists():
        User.objects.create_superuser(OPERATOR, PASSWORD, name="Driftansvarig")
    _partnership(umea.SLUG, umea.PARTNERSHIP, "umea.example")
    _partnership(lulea.SLUG, lulea.PARTNERSHIP, "lulea.example")
    if not Agreement.objects.filter(document__partnership__slug=umea.SLUG).exists():
        signed = _import(
            [*umea.PREDECESSORS, umea.AGREEMENT_2017], umea.SLUG, "registrator@umea.example"
        )[-1]
        paper = checked_paper(
            "undertecknad-2017-2020.pdf", scanned(umea.AGREEMENT_2017["agreement"])
        )
        by = Actor.of(_access("registrator@umea.example"))
        workflow.attach_signed_file(signed, paper, by=by)
    if not Agreement.objects.filter(document__partnership__slug=lulea.SLUG).exists():
        signed = _import(
            [*lulea_registered.PREDECESSORS, lulea.AGREEMENT_2024],
            lulea.SLUG,
            "registrator@lulea.example",
        )[-1]
        _write_successor(signed, lulea_successor.SUCCESSOR_EDITS)
    if not Plan.objects.filter(document__partnership__slug=lulea.SLUG).exists():
        plan = _write_plan(lulea_plan.ACTION_PLAN, _of_lulea)
        _share_with(lulea.POLICE, plan, _of_lulea)
        decide_in_lulea(plan, _of_lulea)
    if not Plan.objects.filter(document__partnership__slug=umea.SLUG).exists():
        plan = _write_plan(umea_plan.ACTIVITY_PLAN, _of_umea)
        decide_in_umea(plan, partial(_share_with, umea.POLICE, access_of=_of_umea), _of_umea)
    for access in (_of_lulea("samordnare"), _of_umea("samordnare")):
        if not access.partnership.fulfilments.exists():
            note_what_was_done(access)


def _end(organisation: Organisation, last_day: date, successor: str) -> None:
    if organisation.ended_on is None:
        organisation.ended_on = last_day
        organisation.save()
        organisation.successors.add(Organisation.objects.named(successor))


def _partnership(slug: str, facts: dict, domain: str) -> None:
    """Make the partnership and its members, where they are missing."""
    partnership, is_new = Partnership.objects.get_or_create(
        slug=slug, defaults={"name": facts["name"], "is_example": True}
    )
    if is_new:
        partnership.municipalities.set(
            Organisation.objects.named(name) for name in facts["municipalities"]
        )
    for word, (name, role, side) in ROLES.items():
        email = f"{word}@{domain}"
        user = User.objects.filter(email=email).first()
        if user is None:
            user = User.objects.create_user(email, PASSWORD, name=name)
        Membership.objects.get_or_create(
            user=user,
            partnership=partnership,
            defaults={
                "role": role,
                "organisation": Organisation.objects.named(ORGANISATIONS[domain][side]),
            },
        )


def _access(email: str) -> Access:
    membership = Membership.objects.with_names().select_related("user").get(user__email=email)
    return Access(membership.user, membership)


def _import(files: list[dict], slug: str, email: str) -> list[Agreement]:
    access = _access(email)
    imported = import_files(
        [(f"{slug}-{number}.json", json.dumps(data).encode()) for number, data in enumerate(files)],
        partnership=Partnership.objects.get(slug=slug),
        by=Actor.of(access),
        drafting_organisation=access.organisation,
    )
    return [one.top for one in imported]


def _of_lulea(word: str) -> Access:
    return _access(f"{word}@lulea.example")


def _of_umea(word: str) -> Access:
    return _access(f"{word}@umea.example")


def _write_plan(content: PlanTree, access_of: AccessOf) -> Plan:
    """Let the coordinator write a plan; return it."""
    coordinator = access_of("samordnare")
    return workflow.create(
        content,
        partnership=coordinator.partnership,
        drafting_organisation=coordinator.organisation,
        by=Actor.of(coordinator),
        key_for=kept_key,
    )


def _share_with(organisation: str, plan: Plan, access_of: AccessOf) -> None:
    """Let the coordinator share the draft with the police for comments."""
    workflow.share(
        plan,
        organisations=[Organisation.objects.named(organisation)],
        kind=SharingKind.FOR_COMMENTS,
        on=timezone.localdate(),
        by=Actor.of(access_of("samordnare")),
    )


def _write_successor(signed: Agreement, edits: dict) -> None:
    """Let the coordinator start the successor, share it, and both sides change it."""
    coordinator = _access("samordnare@lulea.example")
    actors = {
        "samordnare": Actor.of(coordinator),
        "kommunpolis": Actor.of(_access("kommunpolis@lulea.example")),
    }
    front = edits["front"]
    draft = starting.start_from(
        signed,
        title=front["title"],
        subtitle=front["subtitle"],
        valid_from=date.fromisoformat(front["valid_from"]),
        valid_to=date.fromisoformat(front["valid_to"]),
        replaces=True,
        drafting_organisation=coordinator.organisation,
        by=actors["samordnare"],
    )
    document = draft.document
    with change(by=actors[front["by"]], document=document, reason=front["reason"]):
        draft = Agreement.objects.get(pk=draft.pk)
        draft.validity_text = front["validity_text"]
        draft.save()
    workflow.share(
        draft,
        organisations=[Organisation.objects.named(lulea.POLICE)],
        kind=SharingKind.FOR_COMMENTS,
        on=timezone.localdate(),
        by=actors["samordnare"],
    )
    edit = edits["number"]
    with change(by=actors[edit["by"]], document=document, reason=edit["reason"]):
        party = Party.objects.get(document=document, organisation=edit["organisation"])
        party.registry_number = edit["registry_number"]
        party.save()
    for edit in edits["changed_paragraphs"]:
        with change(by=actors[edit["by"]], document=document, reason=edit["reason"]):
            part = SectionPart.objects.get(
                document=document, section__heading=edit["section"], text__contains=edit["old"]
            )
            part.text = part.text.replace(edit["old"], edit["new"])
            part.save()
    edit = edits["changed_goal"]
    with change(by=actors[edit["by"]], document=document, reason=edit["reason"]):
        goal = Goal.objects.get(document=document, text=edit["old"])
        goal.text = edit["new"]
        goal.save()
    edit = edits["new_goal"]
    with change(by=actors[edit["by"]], document=document, reason=edit["reason"]):
        goal = Goal(
            document=document,
            parent=Goal.objects.get(document=document, text=edit["under"]),
            text=edit["text"],
            kind=edit["kind"],
            prevention=edit["prevention"],
        )
        goal.place()
        goal.save()
    edit = edits["new_seat"]
    with change(by=actors[edit["by"]], document=document, reason=edit["reason"]):
        seat = Seat(
            document=document,
            body=Body.objects.get(document=document, name=edit["body"]),
            title=edit["title"],
            organisation=edit["organisation"],
            function=edit["function"],
        )
        seat.place()
        seat.save()
    consult(draft, coordinator)
