"""Which agreements a reader sees, and what is read with them in the same query."""

from django.db import models

from core.text import search_key
from documents.models import Document


class AgreementQuerySet(models.QuerySet):
    """Agreements, always fetched through what the reader may see."""

    def visible_to(self, access) -> "AgreementQuerySet":
        """Return the agreements whose document the reader sees, with their documents."""
        return self.filter(document__in=Document.objects.visible_to(access)).with_document()

    def with_document(self) -> "AgreementQuerySet":
        """Read document, writing organisation and locked version in the same query."""
        return self.select_related(
            "document__partnership", "document__drafting_organisation", "document__locked_version"
        ).defer("document__locked_version__content")

    def found_by(self, words: str) -> "AgreementQuerySet":
        """Return the agreements whose title or subtitle has every one of `words`."""
        found = self
        for word in search_key(words).split():
            found = found.filter(search_key__contains=word)
        return found
