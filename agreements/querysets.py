"""Which agreements a reader sees, and what is read with them in the same query."""

from django.db import models

from documents.choices import SharingKind
from documents.models import Document, Registration, Sharing
from partnerships.models import Membership


class AgreementQuerySet(models.QuerySet):
    """Agreements, always fetched through what the reader may see."""

    def visible_to(self, access) -> "AgreementQuerySet":
        """Return the agreements whose document the reader sees, with their documents.

        Each knows whether the reader's organisation `may_write` its text: the organisation whose
        draft it is, and those with which it is shared for comments. What was sent is handed over
        and only read. Each carries the `secrecy_ground` that a registry has noted, or None.
        """
        for_comments = Sharing.objects.filter(
            document=models.OuterRef("document"),
            organisation=access.organisation,
            kind=SharingKind.FOR_COMMENTS,
        )
        secret = Registration.objects.filter(
            document=models.OuterRef("document"), is_secret=True
        ).order_by("pk")
        return (
            self.filter(document__in=Document.objects.visible_to(access))
            .annotate(
                secrecy_ground=models.Subquery(secret.values("secrecy_ground")[:1]),
                may_write=models.Q(document__drafting_organisation=access.organisation)
                | models.Exists(for_comments),
            )
            .with_document()
        )

    def visible_to_member(self, user) -> "AgreementQuerySet":
        """Return what `user` sees in all their partnerships, with their documents.

        Each knows its `own_organisation`, for which the user acts there.
        """
        own = Membership.objects.filter(
            user=user, partnership=models.OuterRef("document__partnership")
        )
        seen = self.filter(document__in=Document.objects.visible_to_member(user))
        return seen.for_own(models.Subquery(own.values("organisation")[:1])).with_document()

    def for_own(self, organisation) -> "AgreementQuerySet":
        """Let each know the reader's `own_organisation`, by its pk or an expression of it."""
        return self.annotate(own_organisation=organisation)

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
        """Read document, letterhead, writer, locked version, parent and successor with them."""
        return self.select_related(
            "document__partnership__letterhead",
            "document__drafting_organisation",
            "document__locked_version",
            "parent",
            "replaced_by",
        ).defer("document__locked_version__content")
