"""What is decided after the signing: extension (förlängning) and termination (uppsägning).

The decision is taken outside; here it is registered. Each is one change that writes the facts of
the agreement and stores a new binding version, so that page, PDF, export and checksum agree. What
people signed stays: every later version points to it (`Version.signed_text`).

A mistaken registration is corrected by registering again as a correction; the versions before it
stay and say what was registered then.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.models import Agreement
from agreements.status import Status, Validity, state_on
from agreements.validity import validities
from core.days import moved
from desk import workflow
from documents.changes import Actor, WrongState, change
from documents.choices import Command, VersionKind
from documents.models import Version


class Untrue(Exception):
    """The record would say what cannot be: `field` of the form, and a sentence on why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


@dataclass(frozen=True, kw_only=True)
class Extension:
    """A decision to register; `to` None is until further notice, `text` who decided and how."""

    to: date | None
    decided_on: date | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Termination:
    """A termination to register: the first day it no longer holds, by whom, and when told."""

    first_day: date
    by_whom: str = ""
    notified_on: date | None = None


def register_extension(
    agreement: Agreement,
    extension: Extension | None,
    *,
    corrects: bool = False,
    by: Actor,
    reason: str = "",
) -> Version:
    """Register that the last day was moved; return the new binding version.

    `corrects` puts `extension` in the place of the one registered last; None then takes that one
    away. Raises WrongState when the agreement is not binding, Untrue when the decision cannot be.
    """
    with _registering(agreement, Command.EXTEND, by, reason) as (fresh, facts):
        kept = list(fresh.extensions)
        if corrects:
            if not kept:
                raise Untrue("corrects", _("No extension has been registered yet."))
            kept.pop()
        elif extension is None:
            raise Untrue("until", _("Say until when the agreement is extended."))
        before = replace(facts, extended_to=facts.extended_to[: len(kept)])
        if extension is not None:
            _refuse_untrue_extension(before, extension, corrects=corrects)
            kept.append(
                {
                    "to": extension.to and extension.to.isoformat(),
                    "decided_on": extension.decided_on and extension.decided_on.isoformat(),
                    "text": extension.text,
                }
            )
        fresh.extensions = kept
        return _stored(fresh, agreement)


def register_termination(
    agreement: Agreement,
    termination: Termination | None,
    *,
    corrects: bool = False,
    by: Actor,
    reason: str = "",
) -> Version:
    """Register that the agreement was terminated; return the new binding version.

    `corrects` changes what was registered; None then says that it was never terminated.
    Raises WrongState when the agreement is not binding, Untrue when the termination cannot be.
    """
    with _registering(agreement, Command.TERMINATE, by, reason) as (fresh, facts):
        if corrects != bool(fresh.terminated_on):
            raise Untrue("corrects", _termination_stands(fresh))
        before = replace(facts, terminated_on=None)
        if termination is not None:
            _refuse_untrue_termination(before, termination)
        elif not corrects:
            raise Untrue("terminated_on", _("Say from which day the agreement is terminated."))
        fresh.terminated_on = termination and termination.first_day
        fresh.terminated_by = termination.by_whom if termination else ""
        fresh.termination_notified_on = termination and termination.notified_on
        return _stored(fresh, agreement)


@contextmanager
def _registering(
    agreement: Agreement, command: Command, by: Actor, reason: str
) -> Iterator[tuple[Agreement, Validity]]:
    """Open the change and give the agreement and its facts as they are under its lock."""
    document = agreement.document
    with change(by=by, document=document, command=command, reason=reason, while_locked=True):
        if not document.is_binding:
            raise WrongState
        fresh = Agreement.objects.with_document().get(pk=agreement.pk)
        yield fresh, validities([fresh])[fresh.pk]


def _stored(fresh: Agreement, agreement: Agreement) -> Version:
    """Write the facts and store the text that says them; nothing when nothing differs."""
    if not fresh.differing_fields():
        return agreement.document.locked_version
    fresh.save()
    return workflow.store_text(agreement, VersionKind.BINDING)


def _termination_stands(agreement: Agreement) -> str:
    if agreement.terminated_on:
        return _("The agreement is terminated already. Say that you correct it, or leave it.")
    return _("No termination has been registered yet.")


def _refuse_untrue_extension(before: Validity, extension: Extension, *, corrects: bool) -> None:
    """Raise Untrue for a last day that moves backwards, and for a decision out of its time.

    It was taken while the agreement held, also when it is registered after that; of one that is
    corrected the day need not be known.
    """
    last = before.extended_to[-1] if before.extended_to else before.valid_to
    first = before.valid_from or before.signed_on
    if before.extended_to and last is None:
        raise Untrue(
            "until",
            _("It is extended until further notice already. What ends it is a termination."),
        )
    if extension.to and last and extension.to <= last:
        raise Untrue(
            "to",
            _("The new last day must be later than the one that holds now, %s.") % _in_words(last),
        )
    if extension.to and first and extension.to < first:
        raise Untrue("to", _("The agreement begins later than that, on %s.") % _in_words(first))
    decided = extension.decided_on
    if decided and before.signed_on and decided < before.signed_on:
        raise Untrue(
            "decided_on",
            _("The agreement was signed later than that, on %s.") % _in_words(before.signed_on),
        )
    status = state_on(before, decided or timezone.localdate()).status
    if status in (Status.TERMINATED, Status.SUPERSEDED):
        raise Untrue(
            "until", _("The agreement had ended by then: it has been terminated or replaced.")
        )
    if status.has_ended and not (corrects and decided is None):
        raise Untrue(
            "decided_on",
            _(
                "The agreement has ended. Only an extension that was decided while it was in "
                "force can be registered: say on which day that was."
            ),
        )


def _refuse_untrue_termination(before: Validity, termination: Termination) -> None:
    """Raise Untrue for a day before the agreement began or was signed, or after it has ended."""
    day, notified = termination.first_day, termination.notified_on
    for first, sentence in (
        (before.valid_from, _("The agreement begins later than that, on %s.")),
        (before.signed_on, _("The agreement was signed later than that, on %s.")),
    ):
        if first and day < first:
            raise Untrue("terminated_on", sentence % _in_words(first))
    # The day after its last day there is nothing left to terminate.
    status = state_on(before, moved(day, -1)).status
    ended = {Status.SUPERSEDED, Status.EXPIRED, Status.EXPIRED_RENEWAL_UNKNOWN}
    if status in ended:
        raise Untrue("terminated_on", _("The agreement has already ended by that day."))
    if notified and notified > day:
        raise Untrue(
            "notified_on", _("That is after the day from which the agreement is terminated.")
        )


def _in_words(value: date) -> str:
    return date_format(value, "j F Y")
