"""Agreements as a list shows them: with status and parties."""

from collections.abc import Iterable, Mapping

from agreements.models import Agreement, Party
from agreements.status import State
from agreements.validity import states


def listed(
    agreements: Iterable[Agreement], state_of: Mapping[int, State] | None = None
) -> list[dict]:
    """Return `agreement`, its `state` and the names of its `parties`, in the order given.

    `state_of` are their states by pk, where they are known already.
    """
    agreements = list(agreements)
    state_of = states(agreements) if state_of is None else state_of
    parties: dict[int, list[str]] = {}
    for party in Party.objects.filter(
        document__in=[one.document_id for one in agreements]
    ).order_by("rank"):
        parties.setdefault(party.document_id, []).append(str(party))
    return [
        {
            "agreement": one,
            "state": state_of[one.pk],
            "parties": parties.get(one.document_id, []),
        }
        for one in agreements
    ]
