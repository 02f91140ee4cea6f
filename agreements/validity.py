"""The facts that the status of agreements follows from, read for many at once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from agreements.models import Agreement, Supersession
from agreements.status import State, Successor, Validity, state_on


def states(agreements: Iterable[Agreement], day: date | None = None) -> dict[int, State]:
    """Return the state of each agreement by its pk, on `day` (None: today in Sweden); one query."""
    day = day or timezone.localdate()
    return {pk: state_on(facts, day) for pk, facts in validities(agreements).items()}


def state(agreement: Agreement, day: date | None = None) -> State:
    """Return the state of one agreement on `day` (None: today in Sweden); no query for a draft."""
    if agreement.is_draft:
        return state_on(Validity(signed=False), day or timezone.localdate())
    return states([agreement], day)[agreement.pk]


def validities(agreements: Iterable[Agreement]) -> dict[int, Validity]:
    """Return the facts of each agreement by its pk; one query, whatever their number."""
    agreements = list(agreements)
    successors = defaultdict(list)
    links = Supersession.objects.filter(predecessor__in=agreements)
    for link in links.select_related("document__agreement"):
        successors[link.predecessor_id].append(_successor(link.document.agreement))
    return {
        one.pk: Validity(
            signed=one.signed,
            signed_on=one.signed_on,
            valid_from=one.valid_from,
            valid_to=one.valid_to,
            renewal_rule=one.renewal_rule,
            extended_to=tuple(_day(decided["to"]) for decided in one.extensions),
            terminated_on=one.terminated_on,
            successors=tuple(successors[one.pk]),
        )
        for one in agreements
    }


def _successor(agreement: Agreement) -> Successor:
    return Successor(
        signed=agreement.signed,
        signed_on=agreement.signed_on,
        valid_from=agreement.valid_from,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
