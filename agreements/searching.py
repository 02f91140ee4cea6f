"""Finding agreements by words: of the title, the subtitle, or a registry number."""

from django.db.models import Q

from agreements.after_signing.numbers import with_number
from agreements.querysets import AgreementQuerySet
from core.text import search_key


def found_by(agreements: AgreementQuerySet, words: str) -> AgreementQuerySet:
    """Return those of `agreements` that have every one of `words` in a title or registry number."""
    for word in search_key(words).split():
        agreements = agreements.filter(Q(search_key__contains=word) | with_number(word))
    return agreements
