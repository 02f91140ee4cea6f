"""A round in which a draft is sent out for comments (samråd, remiss)."""

import uuid
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultation.days import days_left, time_left
from documents.models import Change, Document, Version

#: So long after the last day those who were asked can still read what became of their comments.
READABLE_AFTER = timedelta(days=30)


class Consultation(models.Model):
    """That a wording of a document was sent out for comments, until when and with which words.

    The wording is the document as it stood once `change` had been made: those who are asked read
    that one, whatever is written in the draft meanwhile, so that what was sent can be shown. When
    the document was locked, `version` is the stored version that says the same.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="consultations")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, null=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=300)
    message = models.TextField(_("message"), blank=True)
    last_day = models.DateField(_("last day"))
    see_each_other = models.BooleanField(_("those who are asked see each other's comments"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Where the program was reached then: reminders are sent without a request to ask.
    address = models.CharField(max_length=300)
    closed_at = models.DateTimeField(_("closed"), null=True)
    # When whoever opened the round was told that its last day has passed.
    summed_up_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def time_left(self) -> str:
        """How long comments are still asked for, in words; empty when the last day has passed."""
        return time_left(self.last_day)

    @property
    def is_open(self) -> bool:
        """Tell whether comments are still asked for."""
        return self.closed_at is None and days_left(self.last_day) >= 0

    @property
    def ended_on(self) -> date:
        """The day on which it was closed, or its last day."""
        closed = self.closed_at and timezone.localdate(self.closed_at)
        return min(closed, self.last_day) if closed else self.last_day
