"""Stored versions: the text that was proposed, signed or decided, as bytes that never change."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.choices import VersionKind
from documents.models.change import Change
from documents.models.document import Document
from documents.models.stored_file import StoredFile


class VersionChanged(Exception):
    """The stored bytes of a version are not those that were hashed when it was locked."""


class VersionIsFinal(Exception):
    """A stored version was about to be changed or deleted."""


class VersionQuerySet(models.QuerySet):
    """Reads and adds versions; a stored one is never changed."""

    def update(self, **values) -> int:
        """Refuse: a stored version is final."""
        raise VersionIsFinal

    def delete(self):
        """Refuse: a stored version is final."""
        raise VersionIsFinal


class Version(models.Model):
    """A frozen text: canonical bytes, their SHA-256 and the two PDFs made of them.

    Written once, by `Document.store_version`. There is no page and no admin that edits one, and
    `read` notices a byte that was changed behind the program's back.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=20, choices=VersionKind)
    # What the text is called: lists name it without reading it.
    name = models.CharField(_("name"), max_length=600)
    content = models.BinaryField()
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    archive_pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    # The proposal that was signed, when this is the binding text registered from it.
    signed_text = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    # The text that bound until this one did, of a binding text that took the place of another.
    replaces = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    locked_at = models.DateTimeField(_("locked"))

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="one_version_per_number_and_document"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    @property
    def is_binding(self) -> bool:
        """Tell whether this is a binding text (gällande lydelse)."""
        return self.kind == VersionKind.BINDING

    def save(self, *args, **kwargs) -> None:
        """Insert a new version; raise VersionIsFinal for one that is stored."""
        if not self._state.adding:
            raise VersionIsFinal
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Refuse: a stored version is final."""
        raise VersionIsFinal

    def read(self) -> bytes:
        """Return the canonical bytes, or raise VersionChanged when they were tampered with."""
        content = bytes(self.content)
        if sha256(content).hexdigest() != self.sha256:
            raise VersionChanged(f"Version {self.number} of document {self.document_id}")
        return content
