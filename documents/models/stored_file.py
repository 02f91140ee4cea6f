"""Files stored by content."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StoredFileChanged(Exception):
    """The bytes on disk are gone or are no longer those that were stored."""


class StoredFileManager(models.Manager):
    """Stores bytes."""

    def store(self, content: bytes, media_type: str) -> "StoredFile":
        """Return the stored file with exactly these bytes, written now unless it exists."""
        digest = sha256(content).hexdigest()
        stored, _created = self.get_or_create(
            sha256=digest, defaults={"media_type": media_type, "size": len(content)}
        )
        stored.write(content)
        return stored


class StoredFile(models.Model):
    """A file under `FILES_DIR`, named by the SHA-256 of its content, written once.

    It is served only by views that check who may see what it belongs to.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    stored_at = models.DateTimeField(auto_now_add=True)

    objects = StoredFileManager()

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")

    def __str__(self) -> str:
        return self.sha256

    @property
    def path(self) -> Path:
        """Where the bytes lie."""
        return settings.FILES_DIR / self.sha256

    def write(self, content: bytes) -> None:
        """Put the bytes in place, whole or not at all; an intact file is left alone."""
        if self.path.exists() and sha256(self.path.read_bytes()).hexdigest() == self.sha256:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(self.path)

    def read(self) -> bytes:
        """Return the bytes, or raise StoredFileChanged when they are not those once stored."""
        try:
            content = self.path.read_bytes()
        except FileNotFoundError as error:
            raise StoredFileChanged(f"The file {self.sha256} is missing.") from error
        if sha256(content).hexdigest() != self.sha256:
            raise StoredFileChanged(f"The file {self.sha256} has been changed.")
        return content
