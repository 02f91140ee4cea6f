"""What a person must know of a manuscript before it becomes an agreement, as sentences."""

from django.utils.translation import gettext as _

from agreements.manuscript.proposal import Facts, RecognisedParty
from partnerships.choices import OrganisationKind
from partnerships.models import Organisation


def unsaid(facts: Facts) -> list[str]:
    """Return what `facts` lack that every agreement says; empty when nothing is lacking."""
    if municipalities(facts):
        return []
    return [
        _(
            "No municipality was recognised in the text. Make it a draft, and say who the parties "
            "are."
        )
    ]


def municipalities(facts: Facts) -> list[RecognisedParty]:
    """Return the parties that are municipalities, by their names or by the register."""
    return [party for party in facts.parties if _kind(party) == OrganisationKind.MUNICIPALITY]


def _kind(party: RecognisedParty) -> str:
    known = None
    if party.kind == OrganisationKind.OTHER:
        known = Organisation.objects.named(party.name)
    return known.kind if known else party.kind
