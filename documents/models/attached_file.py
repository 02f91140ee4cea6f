"""Files that came from outside and belong to a document: above all the signed paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.changes import open_change
from documents.choices import AttachedKind
from documents.models.change import Change
from documents.models.document import Document
from documents.models.stored_file import StoredFile
from documents.models.version import Version


class AttachedFileManager(models.Manager):
    """Attaches files inside the open change."""

    def attach(
        self,
        document: Document,
        *,
        content: bytes,
        media_type: str,
        name: str,
        kind: AttachedKind,
        version=None,
    ) -> "AttachedFile":
        """Keep `content` with the document and the text that binds, or else that is locked.

        With a `version` it belongs to that one.
        """
        stored = StoredFile.objects.store(content, media_type)
        change = open_change()
        change.note(
            row="attached_file",
            key=f"attached-{stored.sha256}",
            act="added",
            name=name[:120],
            fields=[kind],
        )
        return self.create(
            document=document,
            change=change.row,
            version=version or document.binding_version or document.locked_version,
            file=stored,
            kind=kind,
            name=name,
        )


class AttachedFile(models.Model):
    """A file kept with a document, bound by its SHA-256; never changed, never deleted.

    `version` is the stored text that the file belongs to, as the signed original of it.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="attached_files")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(
        Version, null=True, on_delete=models.PROTECT, related_name="attached_files"
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=AttachedKind)
    name = models.CharField(_("file name"), max_length=255)

    objects = AttachedFileManager()

    class Meta:
        verbose_name = _("attached file")
        verbose_name_plural = _("attached files")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
