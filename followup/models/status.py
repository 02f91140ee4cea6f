"""How far a row has come."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from followup.choices import Effect, State
from followup.models.report import Report

#: As long as a text of a report may be.
LONGEST_TEXT = 5_000


class Status(Report):
    """How far a row has come, what it is thought to have done, and why it went otherwise.

    Any part may be unknown, but not all: a file can tell why something was not done without
    saying in which state it is.
    """

    state = models.CharField(_("status"), max_length=15, choices=State, blank=True)
    effect = models.CharField(_("effect"), max_length=10, choices=Effect, blank=True)
    deviation = models.TextField(_("deviation"), max_length=LONGEST_TEXT, blank=True)
    follow_on = models.TextField(_("what it led to"), max_length=LONGEST_TEXT, blank=True)

    class Meta(Report.Meta):
        verbose_name = _("status")
        verbose_name_plural = _("statuses")
        indexes = [models.Index(fields=["document", "row", "id"], name="status_of_a_row")]

    def __str__(self) -> str:
        return self.get_state_display() or self.deviation or self.follow_on
