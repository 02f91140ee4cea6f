"""What is read with an agreement in the same query."""

from documents.models import TopRowQuerySet


class AgreementQuerySet(TopRowQuerySet):
    """Agreements, always fetched through what the reader may see."""

    def with_document(self) -> "AgreementQuerySet":
        """Read what is read with every document, and the agreement above, in the same query."""
        return super().with_document().select_related("parent")
