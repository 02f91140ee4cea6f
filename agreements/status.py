"""When an agreement is what: one function, for any day (the table in `docs/architecture.md`)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import RenewalRule


class Status(models.TextChoices):
    """What an agreement is on a day."""

    DRAFT = "draft", _("Draft")
    TERMINATED = "terminated", _("Terminated")
    SUPERSEDED = "superseded", _("Superseded")
    NOT_STARTED = "not_started", _("Signed, not yet in force")
    IN_FORCE = "in_force", _("In force")
    IN_FORCE_END_UNKNOWN = "in_force_end_unknown", _("In force, end not known")
    PROLONGED = "prolonged", _("In force until further notice")
    PROLONGED_YEARLY = "prolonged_yearly", _("In force, extended one year")
    EXPIRED = "expired", _("Expired")
    EXPIRED_RENEWAL_UNKNOWN = "expired_renewal_unknown", _("Expired, renewal not known")
    VALIDITY_UNKNOWN = "validity_unknown", _("Validity not known")

    @property
    def is_in_force(self) -> bool:
        """Tell whether the agreement holds."""
        return self in {
            Status.IN_FORCE,
            Status.IN_FORCE_END_UNKNOWN,
            Status.PROLONGED,
            Status.PROLONGED_YEARLY,
        }

    @property
    def has_ended(self) -> bool:
        """Tell whether the agreement held and does so no longer."""
        return self in {
            Status.TERMINATED,
            Status.SUPERSEDED,
            Status.EXPIRED,
            Status.EXPIRED_RENEWAL_UNKNOWN,
        }


@dataclass(frozen=True)
class Successor:
    """What counts of an agreement that replaces this one; its `pk` where it is a row."""

    signed: bool | None
    signed_on: date | None = None
    valid_from: date | None = None
    pk: int | None = None

    @property
    def takes_over_on(self) -> date | None:
        """The later of its signing and its first day; None while unsigned or neither is known."""
        known = [day for day in (self.signed_on, self.valid_from) if day]
        return max(known) if known and self.signed is not False else None


@dataclass(frozen=True, kw_only=True)
class Validity:
    """The facts the status follows from. Days are inclusive at both ends.

    `extended_to` holds the last day of each extension in the order they were decided; None there
    means until further notice.
    """

    signed: bool | None
    signed_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    renewal_rule: str = ""
    extended_to: tuple[date | None, ...] = ()
    terminated_on: date | None = None
    successors: tuple[Successor, ...] = ()
    #: The facts of the agreement that this one, an amendment, lasts no longer than.
    within: "Validity | None" = None

    @property
    def superseded_on(self) -> date | None:
        """The first day on which a successor, its own or of `within`, has taken over, or None."""
        days = [one.takes_over_on for one in self.successors]
        if self.within:
            days.append(self.within.superseded_on)
        return min((day for day in days if day), default=None)


def amended(own: Validity, agreement: Validity) -> Validity:
    """Return the facts of an amendment, whose own are `own`, to the agreement that it changes.

    It ends with the agreement at the latest; one that names no last day lasts as long.
    """
    ends = [day for day in (own.terminated_on, agreement.terminated_on) if day]
    facts = replace(
        own,
        terminated_on=min(ends, default=None),
        within=agreement,
    )
    if own.valid_to or own.extended_to:
        return facts
    return replace(
        facts,
        valid_to=agreement.valid_to,
        renewal_rule=agreement.renewal_rule,
        extended_to=agreement.extended_to,
    )


@dataclass(frozen=True)
class State:
    """A status and the day until which it stands (inclusive), where that is known."""

    status: Status
    until: date | None = None


_PROLONGING = {
    RenewalRule.UNTIL_FURTHER_NOTICE,
    RenewalRule.OPEN_ENDED,
    RenewalRule.UNTIL_TERMINATED,
}


def state_on(validity: Validity, day: date) -> State:
    """Return what an agreement with these facts is on `day`.

    The rules are tried in this order: draft, terminated, superseded, not yet started, inside its
    dates, after its last day. Before its signing an agreement that names no first day has not
    begun either. An amendment that would still hold has ended when its agreement has.
    """
    state = _by_itself(validity, day)
    if validity.within is None or not state.status.is_in_force:
        return state
    whole = state_on(validity.within, day)
    if whole.status.has_ended:
        return State(whole.status)
    if whole.until and _ends_after(validity.within, whole.until):
        return State(state.status, min(state.until or whole.until, whole.until))
    return state


def _ends_after(validity: Validity, last: date) -> bool:
    return last < date.max and state_on(validity, last + timedelta(days=1)).status.has_ended


def _by_itself(validity: Validity, day: date) -> State:
    if validity.signed is False:
        return State(Status.DRAFT)
    if validity.terminated_on and day >= validity.terminated_on:
        return State(Status.TERMINATED)
    if validity.superseded_on and day >= validity.superseded_on:
        return State(Status.SUPERSEDED)
    state = _by_dates(validity, day)
    if not state.status.is_in_force:
        return state
    # A known termination or successor comes before the day that the dates alone would give.
    borders = [one for one in (validity.terminated_on, validity.superseded_on) if one]
    ends = [border - timedelta(days=1) for border in borders]
    if state.until:
        ends.append(state.until)
    return State(state.status, min(ends, default=None))


def _by_dates(validity: Validity, day: date) -> State:
    first = validity.valid_from or validity.signed_on
    if not (first or validity.valid_to or validity.extended_to):
        return State(Status.VALIDITY_UNKNOWN)
    if first and day < first:
        return State(Status.NOT_STARTED)
    last = validity.extended_to[-1] if validity.extended_to else validity.valid_to
    if validity.extended_to and last is None:
        return _without_last_day(validity, day)
    if last is None:
        unknown = validity.renewal_rule in (RenewalRule.UNKNOWN, "")
        return State(Status.IN_FORCE_END_UNKNOWN if unknown else Status.IN_FORCE)
    if day <= last:
        return State(Status.IN_FORCE, last)
    return _after_last_day(validity.renewal_rule, last, day)


def _without_last_day(validity: Validity, day: date) -> State:
    """Extended until further notice: in force to the last day there was, then prolonged."""
    known = [one for one in (validity.valid_to, *validity.extended_to) if one]
    last = max(known, default=None)
    if last and day <= last:
        return State(Status.IN_FORCE, last)
    return State(Status.PROLONGED)


def _after_last_day(rule: str, last: date, day: date) -> State:
    if rule in _PROLONGING:
        return State(Status.PROLONGED)
    if rule == RenewalRule.YEARLY:
        return State(Status.PROLONGED_YEARLY, _next_anniversary(last, day))
    if rule in (RenewalRule.UNKNOWN, ""):
        return State(Status.EXPIRED_RENEWAL_UNKNOWN)
    return State(Status.EXPIRED)


def _next_anniversary(last: date, day: date) -> date:
    """Return the first anniversary of `last` on or after `day`; 29 February is kept as the 28th."""
    for year in (day.year, day.year + 1):
        try:
            anniversary = last.replace(year=year)
        except ValueError:
            anniversary = last.replace(year=year, day=28)
        if anniversary >= day:
            return anniversary
    raise AssertionError("an anniversary comes every year")
