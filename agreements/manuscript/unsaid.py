"""What a person must know of a manuscript before it becomes an agreement, as sentences."""

from django.utils.translation import gettext as _

from agreements.manuscript.proposal import Facts, RecognisedParty
from partnerships.choices import OrganisationKind
from partnerships.models import Organisation


def unsaid(facts: Facts, *, is_made: bool = False) -> list[str]:
    """Return what `facts` lack that every agreement says; empty when nothing is lacking.

    `is_made` tells that it becomes a draft by itself, which no person is asked to choose.
    """
    if not municipalities(facts):
        if is_made:
            told = _("No municipality was recognised in the text. It is a draft: add the parties.")
        else:
            told = _(
                "No municipality was recognised in the text. Make it a draft, and say who the "
                "parties are."
            )
        return [told]
    if facts.is_signed and not any(party.signatories for party in facts.parties):
        return [
            _("The text is signed, but does not say for which party. The names stay in the text.")
        ]
    return []


def municipalities(facts: Facts) -> list[RecognisedParty]:
    """Return the parties that are municipalities, by their names or by the register."""
    return [party for party in facts.parties if _kind(party) == OrganisationKind.MUNICIPALITY]


def _kind(party: RecognisedParty) -> str:
    known = None
    if party.kind == OrganisationKind.OTHER:
        known = Organisation.objects.named(party.name)
    return known.kind if known else party.kind
