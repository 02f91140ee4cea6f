"""The base row that every kind of document points to one-to-one."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.changes import open_change
from documents.choices import Reach, SharingKind, TextState, VersionKind
from documents.models.stored_file import StoredFile
from partnerships.models import Membership, Organisation, Partnership


class DocumentQuerySet(models.QuerySet):
    """Which documents a reader may see: asked by every list, page, print and export."""

    def visible_to(self, access) -> "DocumentQuerySet":
        """Return the documents of the reader's partnership that the reader's organisation sees.

        `access` is the `partnerships.access.Access` of the request. Source: decision 14 in
        `docs/architecture.md`.
        """
        own = access.organisation
        return self.filter(partnership=access.partnership).filter(_seen_by(own, own))

    def visible_to_member(self, user) -> "DocumentQuerySet":
        """Return what `user` sees in all their partnerships, in each for whom they act there."""
        own = Membership.objects.filter(user=user, partnership=models.OuterRef("partnership"))
        return self.alias(own=models.Subquery(own.values("organisation")[:1])).filter(
            _seen_by(models.F("own"), models.OuterRef("own")), own__isnull=False
        )


def _seen_by(own, own_in_subquery) -> models.Q:
    """Return the condition that an organisation sees a document of its partnership."""
    shared = Sharing.objects.filter(organisation=own_in_subquery).values("document")
    return (
        models.Q(drafting_organisation=own)
        | models.Q(reach__in=[Reach.PARTNERSHIP, Reach.PUBLIC])
        | models.Q(reach=Reach.NAMED, pk__in=shared)
    )


class Document(models.Model):
    """What all documents have: partnership, language, who writes it, who sees it, which texts.

    The live rows of a document are its working draft. `locked_version` names the stored version
    that they are held to; while it is set no row of the document can be written. `binding_version`
    names the text that binds, which goes on being read while the rows are revised. Both are written
    in `store_version`; `documents.choices.TextState` says what the two together mean.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="documents")
    #: The name of a kind that `documents.kinds` knows.
    kind = models.CharField(max_length=20)
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    language = models.CharField(_("language"), max_length=35, default="sv")
    drafting_organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("written by"),
        on_delete=models.PROTECT,
        related_name="drafts",
    )
    reach = models.CharField(_("seen by"), max_length=20, choices=Reach, default=Reach.DRAFTING)
    source = models.TextField(_("source"), blank=True, help_text="Where the facts were read.")
    locked_version = models.ForeignKey(
        "documents.Version", null=True, on_delete=models.PROTECT, related_name="+"
    )
    binding_version = models.ForeignKey(
        "documents.Version", null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_locked(self) -> bool:
        """Tell whether the rows are held to a stored version."""
        return self.locked_version_id is not None

    @property
    def is_binding(self) -> bool:
        """Tell whether the document has a binding text, also while it is being revised."""
        return self.binding_version_id is not None

    @property
    def is_revised(self) -> bool:
        """Tell whether the rows are written, or held to a proposal, beside a binding text."""
        return self.is_binding and self.locked_version_id != self.binding_version_id

    @property
    def has_draft(self) -> bool:
        """Tell whether there is a text that does not bind: a first draft, or a revision."""
        return self.is_revised or not self.is_binding

    @property
    def is_shown(self) -> bool:
        """Tell whether the draft has been shown outside the organisation that writes it.

        One query while a binding text is revised: the revision is shown anew.
        """
        if not self.is_revised:
            return self.reach != Reach.DRAFTING
        return self.sharings.filter(change__gt=self.binding_version.change_id).exists()

    @property
    def text_state(self) -> TextState:
        """What the rows are held to, and whether they stand beside a binding text."""
        if self.is_revised:
            return TextState.LOCKED_REVISION if self.is_locked else TextState.REVISION
        if self.is_binding:
            return TextState.BINDING
        return TextState.LOCKED if self.is_locked else TextState.DRAFT

    def is_drafted_by(self, organisation: Organisation) -> bool:
        """Tell whether the draft belongs to `organisation`."""
        return self.drafting_organisation_id == organisation.pk

    def store_version(
        self,
        *,
        kind: VersionKind,
        name: str,
        content: bytes,
        sha256: str,
        pdf: bytes,
        archive_pdf: bytes,
    ):
        """Store the text inside the open change, hold the document to it and return the version.

        `name` is what the text is called, `content` the canonical bytes and `sha256` their digest.
        The database refuses a second version with the same number, should two people lock at once.
        """
        change = open_change()
        previous = self.locked_version
        version = self.versions.create(
            number=self.versions.count() + 1,
            change=change.row,
            kind=kind,
            name=name,
            content=content,
            sha256=sha256,
            pdf=StoredFile.objects.store(pdf, "application/pdf"),
            archive_pdf=StoredFile.objects.store(archive_pdf, "application/pdf"),
            signed_text=_signed(previous) if kind == VersionKind.BINDING else None,
            replaces=self._replaced() if kind == VersionKind.BINDING else None,
            locked_at=timezone.now(),
        )
        change.note(
            row="version",
            key=f"{kind}-{sha256}",
            act="added",
            name=str(version.number),
            fields=[kind],
        )
        self.locked_version = version
        if kind == VersionKind.BINDING:
            self.binding_version = version
            if self.reach != Reach.PUBLIC:
                self.reach = Reach.PARTNERSHIP
        self.save(update_fields=["locked_version", "binding_version", "reach"])
        return version

    def _replaced(self):
        """Return the binding text whose place a text takes that is about to bind; None for none.

        The same text, printed anew with what is now known of it, takes the place of no other.
        """
        bound, held_to = self.binding_version, self.locked_version
        is_the_same = bound and held_to and _signed(bound) == _signed(held_to)
        return bound.replaces if is_the_same else bound

    def unbind(self) -> None:
        """Let the binding text bind no more, inside the open change: it had become so by mistake.

        What it took the place of binds again. The rows are held to the text that was adopted, and
        a draft is seen again by those it has been shown to.
        """
        bound = self.binding_version
        open_change().note(
            row="document",
            key=str(self.key),
            act="changed",
            name=str(bound.number),
            fields=["binding_version"],
        )
        self.locked_version, self.binding_version = bound.signed_text, bound.replaces
        if self.binding_version is None and self.reach == Reach.PARTNERSHIP:
            self.reach = Reach.NAMED if self.sharings.exists() else Reach.DRAFTING
        self.save(update_fields=["locked_version", "binding_version", "reach"])

    def release(self) -> None:
        """Let the rows be written again, inside the open change; stored versions stay.

        A binding text goes on binding.
        """
        open_change().note(
            row="document",
            key=str(self.key),
            act="changed",
            name=str(self.locked_version.number),
            fields=["locked_version"],
        )
        self.locked_version = None
        self.save(update_fields=["locked_version"])

    def hold_to(self, version) -> None:
        """Hold the rows again to a stored version that says what they say, in the open change."""
        open_change().note(
            row="document",
            key=str(self.key),
            act="changed",
            name=str(version.number),
            fields=["locked_version"],
        )
        self.locked_version = version
        self.save(update_fields=["locked_version"])

    def let_in(self, organisation: Organisation, *, kind: SharingKind, on, note: str = "") -> None:
        """Let `organisation` see the document, inside the open change.

        `on` is the date of the act. Every time is an act of its own: a second version that is sent
        is another record than the first.
        """
        change = open_change()
        self.sharings.create(
            organisation=organisation,
            kind=kind,
            on=on,
            note=note,
            change=change.row,
            version=self.locked_version,
        )
        change.note(
            row="sharing",
            key=f"{kind}-{organisation.pk}",
            act="added",
            name=organisation.name,
            fields=[kind],
        )
        if self.reach == Reach.DRAFTING:
            self.reach = Reach.NAMED
            self.save(update_fields=["reach"])


def _signed(previous):
    """Return the text that people signed, also when what came after it was only registered."""
    return previous.signed_text or previous if previous else None


class Sharing(models.Model):
    """That a draft was shown to another organisation: an act, since it may make it a public record.

    Source: Tryckfrihetsförordningen chapter 2; `domain.md` section 3b, public documents.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="sharings")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=SharingKind)
    on = models.DateField(_("date"))
    note = models.CharField(_("note"), max_length=500, blank=True)
    change = models.ForeignKey("documents.Change", on_delete=models.PROTECT, related_name="+")
    # The stored version that was shown, when the document was held to one.
    version = models.ForeignKey(
        "documents.Version", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("sharing")
        verbose_name_plural = _("sharings")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.organisation}"
