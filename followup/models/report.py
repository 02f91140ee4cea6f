"""What every report of a row has: which row, who reported, and when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import Document
from partnerships.models import Organisation


class ReportIsFinal(Exception):
    """A report was about to be changed or deleted."""


class ReportQuerySet(models.QuerySet):
    """Reads and adds reports; one that was made is never changed."""

    def update(self, **values) -> int:
        """Refuse: what was reported stays."""
        raise ReportIsFinal

    def delete(self):
        """Refuse: what was reported stays."""
        raise ReportIsFinal

    def seen_by(self, access) -> "ReportQuerySet":
        """Return the reports of the documents that the reader sees, the latest first.

        A page shows those of the rows that it shows: a row of a revision that the reader does not
        see takes its reports with it.
        """
        return self.filter(document__in=Document.objects.visible_to(access))


class Report(models.Model):
    """Someone's word, on a day, of how it goes with a row. It is no part of the text.

    `row` is the key of the row, which follows it from one version of the text to the next, so a
    report can be made while the text is locked or binding, and is never in its hash. Reports are
    only added: the latest counts, those before it are its history. Who reported is kept in words
    beside the account.
    """

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="%(class)s_reports"
    )
    row = models.UUIDField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisation_name = models.CharField(_("organisation"), max_length=300, blank=True)
    at = models.DateTimeField(_("time"))

    objects = ReportQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-pk"]

    def save(self, *args, **kwargs) -> None:
        """Insert a new report; raise ReportIsFinal for one that is stored."""
        if not self._state.adding:
            raise ReportIsFinal
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Refuse: what was reported stays."""
        raise ReportIsFinal
