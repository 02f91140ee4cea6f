"""What is read with an agreement in the same query."""

from documents.models import TopRowQuerySet


class AgreementQuerySet(TopRowQuerySet):
    """Agreements, always fetched through what the reader may see."""

    def with_document(self) -> "AgreementQuerySet":
        """Read with the document also the agreement above and the one that replaced it."""
        return super().with_document().select_related("parent", "replaced_by")
