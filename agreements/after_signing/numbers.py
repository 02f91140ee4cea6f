"""The registry numbers of the parties: those that the text prints, and those it lacks."""

from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from agreements.models import Agreement, Party
from documents.models import Document, Registration


def registries(document: Document) -> dict[int, str]:
    """Return the parties that are in the register, in their order → the number that is printed.

    Of two parties that are one organisation, the first counts.
    """
    parties = Party.objects.filter(document=document, register__isnull=False).order_by("rank", "pk")
    found: dict[int, str] = {}
    for party in parties:
        found.setdefault(party.register_id, party.registry_number)
    return found


def with_number_to_print(agreements: QuerySet) -> QuerySet:
    """Let each agreement know its first party whose registry has a number that the text lacks."""
    noted = Registration.objects.filter(
        document=OuterRef("document"), organisation=OuterRef("register")
    ).exclude(registry_number="")
    lacking = (
        Party.objects.filter(document=OuterRef("document"), registry_number="")
        .annotate(noted=Subquery(noted.values("registry_number")[:1]))
        .filter(noted__isnull=False)
        .order_by("rank", "pk")
    )
    return agreements.annotate(
        lacking_party=Subquery(lacking.values("key")[:1]),
        lacking_number=Subquery(lacking.values("noted")[:1]),
    )


def number_to_print(agreement: Agreement) -> dict[UUID, str]:
    """Return the number by the key of its party, for an agreement of `with_number_to_print`."""
    return {agreement.lacking_party: agreement.lacking_number} if agreement.lacking_party else {}


def with_number(words: str) -> Q:
    """Return the condition that an agreement has `words` in a registry number, noted or printed."""
    parties = Party.objects.filter(registry_number__icontains=words)
    noted = Registration.objects.filter(registry_number__icontains=words)
    return Q(document__in=noted.values("document")) | Q(document__in=parties.values("document"))
