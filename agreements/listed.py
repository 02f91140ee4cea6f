"""Agreements as a list shows them: with status and parties."""

from collections.abc import Iterable

from agreements.models import Agreement, Party
from agreements.validity import states


def listed(agreements: Iterable[Agreement]) -> list[dict]:
    """Return `agreement`, its `state` and the names of its `parties`, in the order given."""
    agreements = list(agreements)
    state_of = states(agreements)
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
