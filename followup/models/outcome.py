"""What came of a row: a number, words, or both."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.columns import ends_after_it_begins
from followup.choices import Mark
from followup.models.report import Report
from followup.models.status import LONGEST_TEXT


class Outcome(Report):
    """A reported number of a period, as it was reported: “minst 200”, “drygt 20”, 26 %.

    `key` names the outcome and is the same through its corrections: the latest with a key counts,
    and one that `is_withdrawn` counts no longer. Numbers are decimal, since a level can be 61.5;
    `value_to` is the upper end of a range, alone where only that is
    known. `by` is the organisation or body whose report it is,
    which need not be that of the one who wrote it in.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    measure = models.CharField(_("what is counted"), max_length=300, blank=True)
    period_from = models.DateField(_("first day of the period"), null=True, blank=True)
    period_to = models.DateField(_("last day of the period"), null=True, blank=True)
    period_text = models.CharField(_("period in words"), max_length=300, blank=True)
    value = models.DecimalField(_("number"), max_digits=15, decimal_places=4, null=True, blank=True)
    value_to = models.DecimalField(
        _("at most, of a range"), max_digits=15, decimal_places=4, null=True, blank=True
    )
    mark = models.CharField(_("how exact"), max_length=10, choices=Mark, blank=True)
    words = models.CharField(_("number in words"), max_length=300, blank=True)
    text = models.TextField(_("description"), max_length=LONGEST_TEXT, blank=True)
    by = models.CharField(_("reported by"), max_length=300, blank=True)
    reported_on = models.DateField(_("reported on"), null=True, blank=True)
    is_withdrawn = models.BooleanField(_("withdrawn"), default=False)

    class Meta(Report.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        indexes = [models.Index(fields=["document", "row", "id"], name="outcomes_of_a_row")]
        constraints = [
            ends_after_it_begins("period_from", "period_to", name="outcome_ends_after_it_begins"),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True)
                | models.Q(value_to__isnull=True)
                | models.Q(value_to__gte=models.F("value")),
                name="outcome_range_goes_up",
                violation_error_message=_("The upper end of a range is not below the lower."),
            ),
        ]

    def __str__(self) -> str:
        return self.words or self.text or (str(self.value) if self.value is not None else "")
