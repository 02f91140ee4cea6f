"""The row that is the document: one for each, which every kind of document has a table of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.choices import SharingKind
from documents.models.document import Document, Sharing
from documents.models.registration import Registration
from documents.models.row import DocumentRow
from documents.models.version import Version
from partnerships.models import Membership


class TopRowQuerySet(models.QuerySet):
    """Documents of one kind, always fetched through what the reader may see."""

    def seen_by(self, access) -> "TopRowQuerySet":
        """Return the rows whose document the reader sees, as a list of them needs no more.

        Each carries the `secrecy_ground` that a registry has noted, or None.
        """
        secret = Registration.objects.filter(
            document=models.OuterRef("document"), is_secret=True
        ).order_by("pk")
        return self.filter(document__in=Document.objects.visible_to(access)).annotate(
            secrecy_ground=models.Subquery(secret.values("secrecy_ground")[:1])
        )

    def visible_to(self, access) -> "TopRowQuerySet":
        """Return the rows that are `seen_by` the reader, with their documents.

        Each knows whether the reader's organisation `may_write` its text: the organisation whose
        draft it is, and those with which it is shared for comments. What was sent is handed over
        and only read. Each knows whether the reader `sees_draft`, which matters where a binding
        text is revised: a revision is seen by the organisation that writes it, and by those to
        which it has been shown since it was begun.
        """
        is_own = models.Q(document__drafting_organisation=access.organisation)
        shown = Sharing.objects.filter(
            document=models.OuterRef("document"),
            organisation=access.organisation,
            change__gt=models.OuterRef("revised_from"),
        )
        return (
            self.seen_by(access)
            .alias(revised_from=_revised_from())
            .annotate(
                may_write=is_own | models.Exists(shown.filter(kind=SharingKind.FOR_COMMENTS)),
                sees_draft=models.Q(revised_from=0) | is_own | models.Exists(shown),
            )
            .with_document()
        )

    def visible_to_member(self, user) -> "TopRowQuerySet":
        """Return what `user` sees in all their partnerships, with their documents.

        Each knows its `own_organisation`, for which the user acts there.
        """
        own = Membership.objects.filter(
            user=user, partnership=models.OuterRef("document__partnership")
        )
        seen = self.filter(document__in=Document.objects.visible_to_member(user))
        return seen.for_own(models.Subquery(own.values("organisation")[:1])).with_document()

    def for_own(self, organisation) -> "TopRowQuerySet":
        """Let each know the reader's `own_organisation`, by its pk or an expression of it."""
        return self.annotate(own_organisation=organisation)

    def with_document(self) -> "TopRowQuerySet":
        """Read document, letterhead, writer and both its versions in the same query."""
        return self.select_related(
            "document__partnership__letterhead",
            "document__drafting_organisation",
            "document__locked_version",
            "document__binding_version",
        ).defer("document__locked_version__content", "document__binding_version__content")


def _revised_from() -> models.Case:
    """Return the change that made the text binding which is being revised; 0 where none is."""
    is_held_to_it = models.Q(document__locked_version=models.F("document__binding_version"))
    return models.Case(
        models.When(models.Q(document__binding_version=None) | is_held_to_it, then=0),
        default=models.F("document__binding_version__change"),
        output_field=models.BigIntegerField(),
    )


class TopRow(DocumentRow):
    """The row that is the document: its title and what else it says of itself."""

    #: Whether the reader sees what is written beside a binding text; `visible_to` finds out.
    sees_draft = False

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="%(class)s")
    title = models.CharField(_("title"), max_length=500)

    objects = TopRowQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> str:
        """What the document is called in lists and links: by the title of the text that is read."""
        return self.document.binding_version.name if self.reads_binding_text else self.title

    @property
    def reads_binding_text(self) -> bool:
        """Tell whether the reader reads the binding text while the rows say something else."""
        return self.document.is_revised and not self.sees_draft

    @property
    def reads_draft(self) -> bool:
        """Tell whether what the reader reads does not bind: the rows, or a proposal."""
        return self.document.has_draft and not self.reads_binding_text

    @property
    def version_read(self) -> Version | None:
        """The stored version that the reader reads, as `TextState` says; None for the rows."""
        document = self.document
        return document.binding_version if self.reads_binding_text else document.locked_version

    @property
    def is_draft(self) -> bool:
        """Tell whether it is still being written: nobody is bound by it."""
        return not self.document.is_binding
