"""Who is in a document right now."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from documents.models.document import Document

#: A page tells every twenty seconds that it is open; after this long it is closed.
GONE_AFTER = timedelta(seconds=60)


class PresenceQuerySet(models.QuerySet):
    """Who was seen in a document a moment ago."""

    def tell(self, document: Document, *, user, organisation: str, writing_in=None) -> None:
        """Note that `user` has the document open; `writing_in` is the key of a row being edited."""
        self.update_or_create(
            document=document,
            user=user,
            defaults={
                "organisation": organisation,
                "writing_in": writing_in,
                "seen_at": timezone.now(),
            },
        )

    def others(self, document: Document, user) -> "PresenceQuerySet":
        """Return who else is in the document now."""
        return (
            self.filter(document=document, seen_at__gte=timezone.now() - GONE_AFTER)
            .exclude(user=user)
            .select_related("user")
            .order_by("pk")
        )


class Presence(models.Model):
    """That a person has a document open. It is forgotten; no history is kept of it."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    seen_at = models.DateTimeField()
    writing_in = models.UUIDField(null=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "user"], name="one_presence_per_document_and_user"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}"
