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

        Each knows its `reader`, the organisation, and in which change it was last shown to that
        one, from which follow whether they write the text (`may_write`) and read what is written
        beside a binding one (`sees_draft`).
        """
        shown = Sharing.objects.filter(
            document=models.OuterRef("document"), organisation=access.organisation
        ).order_by("-change_id")
        for_comments = shown.filter(kind=SharingKind.FOR_COMMENTS)
        return (
            self.seen_by(access)
            .annotate(
                reader=models.Value(access.organisation.pk),
                shown_in=models.Subquery(shown.values("change_id")[:1]),
                shown_for_comments_in=models.Subquery(for_comments.values("change_id")[:1]),
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


class TopRow(DocumentRow):
    """The row that is the document: its title and what else it says of itself."""

    #: Whose organisation reads, and in which change the document was last shown to it, at all and
    #: for comments; `visible_to` finds out.
    reader: int | None = None
    shown_in: int | None = None
    shown_for_comments_in: int | None = None

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
    def may_write(self) -> bool:
        """Tell whether the reader's organisation writes the text.

        The one whose draft it is, and those with which it is shared for comments. What was sent is
        handed over and only read. A revision is shown anew.
        """
        return self._is_readers_own or self._is_since_revised(self.shown_for_comments_in)

    @property
    def sees_draft(self) -> bool:
        """Tell whether the reader sees the rows also where they stand beside a binding text."""
        return self._is_readers_own or self._is_since_revised(self.shown_in)

    @property
    def _is_readers_own(self) -> bool:
        return self.document.drafting_organisation_id == self.reader

    def _is_since_revised(self, change: int | None) -> bool:
        """Tell whether `change` came after the text that binds, where that is being revised."""
        document = self.document
        since = document.binding_version.change_id if document.is_revised else 0
        return change is not None and change > since

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
