"""Putting a stored version before bodies, inside the open change; what is before them can change.

The functions of a document's acts (`desk.deciding`) open the change and store the version.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.changes import open_change
from decisions.choices import Part
from decisions.models import Body, Matter
from documents.changes import WrongState
from documents.models import Change, Document, Version
from partnerships.models import Membership, Organisation


class NotWaiting(WrongState):
    """Something was done in a matter that has been decided or withdrawn meanwhile."""

    sentence = gettext_lazy("The matter has already been decided or withdrawn.")


class Replaced(NotWaiting):
    """Something was done in a matter whose body has a later version before it by now."""

    def __init__(self, matter: Matter) -> None:
        super().__init__()
        self.sentence = _(
            "A later version has been put before %(body)s: register what was decided there, in the "
            "matter of that version."
        ) % {"body": matter.body}


class GoneOn(WrongState):
    """Somebody has gone on from what was to be taken back: `sentence` says with what to begin."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BeforeThem(WrongState):
    """A version was to be put before bodies that already have it."""

    sentence = gettext_lazy("This version is already before the bodies you chose.")


@dataclass(frozen=True)
class Step:
    """One body on the way: its part, in which order, and on which day it meets."""

    body: Body
    part: Part
    place: int = 1
    meeting_on: date | None = None


def put_before(
    version: Version,
    steps: Sequence[Step],
    *,
    proposal: str,
    rapporteurs: str = "",
    address: str = "",
) -> list[Matter]:
    """Put `version` before the bodies of `steps`; return the matters.

    `address` is where the program is reached, as https://example.org.

    It takes the place of an earlier version that a body still has; a body that has this one is
    passed over. Raises BeforeThem when all of them have it.
    """
    waiting = version.document.matters.waiting().filter(body__in=[one.body for one in steps])
    has_it = set()
    for matter in waiting.with_all():
        if matter.version_id == version.pk:
            has_it.add(matter.body_id)
        else:
            withdraw(matter)
    steps = [one for one in steps if one.body.pk not in has_it]
    if not steps:
        raise BeforeThem
    made = [
        Matter.objects.create(
            document=version.document,
            version=version,
            body=step.body,
            change=open_change().row,
            part=step.part,
            place=step.place,
            meeting_on=step.meeting_on,
            proposal=proposal,
            rapporteurs=rapporteurs,
            address=address.rstrip("/"),
        )
        for step in steps
    ]
    for matter in made:
        _note(matter, "added")
    return made


def readers_of(bodies: Sequence[Body]) -> list[Organisation]:
    """Return the organisations whose members sit in `bodies` and sign in: they are to read it."""
    sitting = Membership.objects.filter(
        partnership__in={body.partnership_id for body in bodies},
        user__seats__in=[seat for body in bodies for seat in body.seats.sitting()],
    )
    return list(Organisation.objects.filter(pk__in=sitting.values("organisation")))


def put_again(matter: Matter, *, version: Version | None = None) -> Matter:
    """Put what was tabled, or a later version of it, before the same body; the day is not set."""
    again = Matter.objects.create(
        document=matter.document,
        version=version or matter.version,
        body=matter.body,
        change=open_change().row,
        part=matter.part,
        place=matter.place,
        meeting_on=matter.meeting_on if version else None,
        proposal=matter.proposal,
        rapporteurs=matter.rapporteurs,
        address=matter.address,
    )
    _note(again, "added")
    return again


def alter(matter: Matter, **said) -> None:
    """Let a waiting matter say something else of its meeting or its proposed decision."""
    lock_waiting(matter)
    before = {name: str(getattr(matter, name) or "") for name in said}
    for name, value in said.items():
        setattr(matter, name, value)
    now = {name: str(value or "") for name, value in said.items()}
    values = {name: [before[name], now[name]] for name in said if before[name] != now[name]}
    if values:
        matter.save(update_fields=list(values))
        _note(matter, "changed", values)


def withdraw(matter: Matter) -> None:
    """Take a matter back before the body has decided."""
    lock_waiting(matter)
    matter.withdrawn_at = timezone.now()
    matter.save(update_fields=["withdrawn_at"])
    _note(matter, "deleted")


def withdraw_settled(document: Document, version: Version) -> None:
    """Withdraw what waits of `document`, now that `version` binds; who is only told still is."""
    told = Q(version=version, part=Part.INFORMED)
    for matter in document.matters.waiting().exclude(told).with_all():
        withdraw(matter)


def undo_moves(moved: Change) -> None:
    """Let the matters be as they were before the change `moved`, as far as nobody has gone on.

    Those that it put before bodies are withdrawn, and those that it withdrew wait again, unless
    the body has a later version by now. Raises GoneOn when a body has decided in one of the first.
    """
    for matter in moved.matters.with_all():
        if matter.decided:
            raise GoneOn(
                _("%(body)s has decided in the same matter since. Take back that decision first.")
                % {"body": matter.body}
            )
        if matter.is_waiting:
            withdraw(matter)
    withdrawn = {
        one["key"] for one in moved.entries if one["row"] == "matter" and one["act"] == "deleted"
    }
    for matter in moved.document.matters.with_all():
        if _key(matter) in withdrawn and not has_a_later(matter):
            matter.withdrawn_at = None
            matter.save(update_fields=["withdrawn_at"])
            _note(matter, "added")


def has_a_later(matter: Matter) -> bool:
    """Tell whether the body of `matter` has been given the text once more."""
    waiting = matter.document.matters.waiting().filter(body=matter.body_id)
    return waiting.exclude(pk=matter.pk).exists()


def lock_waiting(matter: Matter) -> None:
    """Hold the matter against others until the transaction ends; raise NotWaiting if it is over."""
    Matter.objects.select_for_update().get(pk=matter.pk)
    if not Matter.objects.waiting().filter(pk=matter.pk).exists():
        raise NotWaiting


def _key(matter: Matter) -> str:
    return f"matter-{matter.pk}"


def _note(matter: Matter, act: str, values: dict | None = None) -> None:
    open_change().note(
        row="matter",
        key=_key(matter),
        act=act,
        name=str(matter.body)[:120],
        fields=list(values or {}),
        values=values,
    )
