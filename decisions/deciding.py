"""Registering what a body decided, inside the open change: the only functions that write it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy

from core.changes import open_change
from decisions.choices import Outcome, Part
from decisions.models import Body, Decision, Matter
from decisions.submitting import NotWaiting, lock_waiting
from documents.changes import WrongState
from documents.models import AttachedFile, Document, Version


class DecidedBefore(NotWaiting):
    """A decision was to be registered in a matter that has one: `decision`."""

    sentence = gettext_lazy(
        "A decision has already been registered in this matter. Nothing is registered twice."
    )

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


class TakenBackBefore(WrongState):
    """A decision was to be corrected or taken back that somebody has taken back."""

    sentence = gettext_lazy("The registration of this decision has already been taken back.")


class TextMovedOn(WrongState):
    """What was adopted as it stood is not what the draft says now."""

    sentence = gettext_lazy(
        "The text has been changed since it was put before the body, so it cannot be adopted as it "
        "stood. Register that it was adopted with changes if these are the changes, or take them "
        "back first."
    )


class ChangesNotWritten(WrongState):
    """A text was adopted with changes, and they do not stand in it yet."""

    sentence = gettext_lazy(
        "The changes that were decided are not in the text yet. Open the draft, write them and "
        "register the decision then: the text is locked as it stands."
    )


@dataclass(frozen=True)
class Minutes:
    """What the minutes say of a decision; all but the outcome can be unknown."""

    outcome: Outcome
    on: date | None = None
    on_text: str = ""
    paragraph: str = ""
    wording: str = ""
    took_part: str = ""
    reservation: str = ""
    note: str = ""


def refuse_unless_waiting(matter: Matter) -> None:
    """Raise DecidedBefore or NotWaiting unless the body has still to decide.

    Inside the open change, which holds the document: two who register at once come one by one.
    The matter is held too, against members who answer.
    """
    if decision := Decision.objects.filter(matter=matter).first():
        raise DecidedBefore(decision)
    lock_waiting(matter)


def refuse_taken_back(decision: Decision) -> None:
    """Raise TakenBackBefore when `decision` no longer stands; inside the open change."""
    if not Decision.objects.filter(pk=decision.pk).exists():
        raise TakenBackBefore


def record(
    document: Document,
    minutes: Minutes,
    *,
    version: Version | None,
    matter: Matter | None = None,
    body: Body | None = None,
    body_name: str = "",
) -> Decision:
    """Keep that a body decided about `version`; return the decision.

    `body` is the one of the register where it is known, `body_name` what it was called where not.
    """
    made = Decision.objects.create(
        document=document,
        version=version,
        matter=matter,
        change=open_change().row,
        body=body,
        body_name=body.name if body else body_name,
        **vars(minutes),
    )
    _note(made, "added")
    return made


def complete(decision: Decision, **said) -> bool:
    """Add or correct what the minutes say; tell whether anything is new.

    `said` is columns of `Decision` that have no effect on the text; what a column said before is
    kept with the change.
    """
    new = {name: value for name, value in said.items() if getattr(decision, name) != value}
    if new:
        values = {name: [_kept(getattr(decision, name)), _kept(new[name])] for name in new}
        for name, value in new.items():
            setattr(decision, name, value)
        decision.save(update_fields=list(new))
        _note(decision, "changed", values)
    return bool(new)


def take_back(decision: Decision) -> None:
    """Note that `decision` was registered by mistake; its matter waits again."""
    decision.registered_in, decision.matter = decision.matter, None
    decision.taken_back = open_change().row
    decision.save(update_fields=["registered_in", "matter", "taken_back"])
    _note(decision, "deleted")


def keep_extract(decision: Decision, extract: AttachedFile) -> None:
    """Let `extract` be the file of the minutes."""
    decision.extract = extract
    decision.save(update_fields=["extract"])


def is_left_to_others(version: Version) -> bool:
    """Tell whether a body that is to decide about `version` has not done so yet."""
    return Matter.objects.waiting().filter(version=version, part=Part.DECIDES).exists()


def _kept(value):
    """Return the value of a column as it is kept with a change: a day or a file as its text."""
    if isinstance(value, date):
        return value.isoformat()
    return value.name if isinstance(value, AttachedFile) else value


def _note(decision: Decision, act: str, values: dict | None = None) -> None:
    open_change().note(
        row="decision",
        key=f"decision-{decision.pk}",
        act=act,
        name=f"{decision.get_outcome_display()}, {decision.body_name}"[:120],
        fields=list(values or {}),
        values=values,
    )
