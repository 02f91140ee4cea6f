"""Chains of agreements read from the database, for one of them or for all of a list."""

from collections.abc import Iterable

from django.utils import timezone

from agreements.after_signing.chain import Timeline, chain_of, timeline
from agreements.models import Agreement
from agreements.status import state_on
from agreements.validity import validities


class Chains:
    """The chains that `agreements` form; only these are in them. One query."""

    def __init__(self, agreements: Iterable[Agreement]) -> None:
        self.agreements = {one.pk: one for one in agreements}
        self.today = timezone.localdate()
        self.facts = validities(self.agreements.values())
        self.states = {pk: state_on(facts, self.today) for pk, facts in self.facts.items()}
        self.links = sorted(
            {
                (one.pk, pk)
                for pk, facts in self.facts.items()
                for one in facts.successors
                if one.pk in self.agreements
            }
        )
        self.parents = [
            (pk, one.parent_id)
            for pk, one in self.agreements.items()
            if one.is_amendment and one.parent_id in self.agreements
        ]

    def of(self, agreement: Agreement) -> Timeline:
        """Return the chain that `agreement` is in."""
        return self._timeline(chain_of(agreement.pk, self.links, self.parents))

    def long(self) -> list[Timeline]:
        """Return the chains of two or more with something to draw, the longest first."""
        linked = {pk for pair in [*self.links, *self.parents] for pk in pair}
        left, found = [pk for pk in self.agreements if pk in linked], []
        while left:
            together = chain_of(left[0], self.links, self.parents)
            left = [pk for pk in left if pk not in together]
            found.append(self._timeline(together))
        return sorted(
            (one for one in found if one.drawn), key=lambda one: len(one.bars), reverse=True
        )

    def _timeline(self, together: set[int]) -> Timeline:
        return timeline(
            [one for pk, one in self.agreements.items() if pk in together],
            facts=self.facts,
            states=self.states,
            links=self.links,
            today=self.today,
        )
