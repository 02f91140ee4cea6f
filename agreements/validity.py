"""The facts that the status of agreements follows from, read for many at once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from agreements.models import Agreement, Supersession
from agreements.status import State, Successor, Validity, amended, state_on


def states(agreements: Iterable[Agreement], day: date | None = None) -> dict[int, State]:
    """Return the state of each agreement by its pk, on `day` (None: today in Sweden); one query."""
    day = day or timezone.localdate()
    return {pk: state_on(facts, day) for pk, facts in validities(agreements).items()}


def state(agreement: Agreement, day: date | None = None) -> State:
    """Return the state of one agreement on `day` (None: today in Sweden); no query for a draft."""
    if agreement.is_draft:
        return state_on(Validity(signed=False), day or timezone.localdate())
    return states([agreement], day)[agreement.pk]


def has_ended(agreement: Agreement) -> bool:
    """Tell whether the agreement held and does so no longer; no query where its state is known."""
    return (agreement.known_state or state(agreement)).status.has_ended


def validities(agreements: Iterable[Agreement]) -> dict[int, Validity]:
    """Return the facts of each agreement by its pk; one query, whatever their number.

    An amendment ends with the agreement it changes, so what is known of that one counts too; it
    is read with the amendment (`AgreementQuerySet.with_document`), and so is a successor that was
    registered of an agreement itself.
    """
    agreements = list(agreements)
    changed = {one.pk: one.parent for one in agreements if one.is_amendment and one.parent_id}
    everyone = {one.pk: one for one in [*changed.values(), *agreements]}
    successors = defaultdict(list)
    links = Supersession.objects.filter(predecessor__in=list(everyone))
    facts = (f"document__agreement__{one}" for one in ("signed", "signed_on", "valid_from", "pk"))
    for replaced, *known in links.values_list("predecessor", *facts):
        successors[replaced].append(Successor(*known))
    for pk, one in everyone.items():
        if by := one.replaced_by:
            successors[pk].append(Successor(by.signed, by.signed_on, by.valid_from, by.pk))
    own = {pk: _validity(one, successors[pk]) for pk, one in everyone.items()}
    return {
        one.pk: amended(own[one.pk], own[changed[one.pk].pk]) if one.pk in changed else own[one.pk]
        for one in agreements
    }


def _validity(agreement: Agreement, successors: list[Successor]) -> Validity:
    return Validity(
        signed=agreement.signed,
        signed_on=agreement.signed_on,
        valid_from=agreement.valid_from,
        valid_to=agreement.valid_to,
        renewal_rule=agreement.renewal_rule,
        extended_to=tuple(_day(decided["to"]) for decided in agreement.extensions),
        terminated_on=agreement.terminated_on,
        successors=tuple(successors),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
