"""Which agreements a reader sees, and what is read with them in the same query."""

from django.db import models

from core.text import search_key
from documents.choices import SharingKind
from documents.models import Document, Sharing


class AgreementQuerySet(models.QuerySet):
    """Agreements, always fetched through what the reader may see."""

    def visible_to(self, access) -> "AgreementQuerySet":
        """Return the agreements whose document the reader sees, with their documents.

        Each knows whether the reader's organisation `may_write` its text: the organisation whose
        draft it is, and those with which it is shared for comments. What was sent is handed over
        and only read.
        """
        for_comments = Sharing.objects.filter(
            document=models.OuterRef("document"),
            organisation=access.organisation,
            kind=SharingKind.FOR_COMMENTS,
        )
        return (
            self.filter(document__in=Document.objects.visible_to(access))
            .annotate(
                may_write=models.Q(document__drafting_organisation=access.organisation)
                | models.Exists(for_comments)
            )
            .with_document()
        )

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
