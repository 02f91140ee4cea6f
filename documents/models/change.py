"""What one person did at once."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.choices import ACTS, Command


class ChangeQuerySet(models.QuerySet):
    """Changes of a document, the latest first."""

    def of(self, document) -> "ChangeQuerySet":
        """Return the changes of `document`, the latest first."""
        found = self.filter(document=document).select_related("document", "undoes")
        return found.order_by("-pk")

    def acts_and_latest(self, number: int) -> "ChangeQuerySet":
        """Return, of the changes of one document, every act (locking …) and the `number` latest."""
        latest = self.values("pk")[:number]
        return self.filter(models.Q(command__in=ACTS) | models.Q(pk__in=latest))


class Change(models.Model):
    """One act of one person on one document; every history row points to its change.

    Written by `documents.changes.change` only. Numbers rise with time within a document,
    since the document row is locked while a change is made.
    """

    partnership = models.ForeignKey(
        "partnerships.Partnership", on_delete=models.PROTECT, related_name="changes"
    )
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="changes"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Kept beside the user so that history stays readable when the account is gone.
    name = models.CharField(_("name"), max_length=200)
    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    on_behalf_of = models.CharField(
        _("registered on behalf of"),
        max_length=300,
        blank=True,
        help_text=_("When the act is another organisation's: whose, and how you know of it."),
    )
    at = models.DateTimeField(_("time"))
    command = models.CharField(max_length=20, choices=Command)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    entries = models.JSONField(
        default=list, help_text="What happened to each row, as `OpenChange.note` takes it."
    )

    # The change that this one took back, when it is an undo. One can be taken back once.
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["document", "-id"], name="change_of_document"),
            models.Index(fields=["document", "command"], name="change_by_command"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.get_command_display()}"
