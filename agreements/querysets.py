"""What is read with an agreement in the same query."""

from documents.models import TopRowQuerySet


class AgreementQuerySet(TopRowQuerySet):
    """Agreements, always fetched through what the reader may see."""

    def in_list(self) -> "AgreementQuerySet":
        """Read only what a list shows of each, and what its state follows from."""
        facts = ("kind", "signed", "signed_on", "valid_from", "valid_to", "renewal_rule")
        facts += ("extensions", "terminated_on", "replaced_by", "parent")
        related = [f"{one}__{fact}" for one in ("parent", "replaced_by") for fact in facts]
        return (
            self.select_related(None)
            .select_related("parent", "replaced_by")
            .only("document", "title", "subtitle", "sort_key", *facts, *related)
        )

    def with_document(self) -> "AgreementQuerySet":
        """Read with the document also the agreement above and the one that replaced it."""
        return super().with_document().select_related("parent", "replaced_by")
