"""Duties, from which deadlines are computed, and appendices."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.intervals import IntervalUnit
from deadlines.choices import DutySubject, Strength
from documents.models.ranked import RankedRow
from documents.models.sections import Section


class Duty(RankedRow):
    """Something the agreement says shall or should be done, as data (`domain.md` 33, 50–73).

    The wording stays in the running text; the row points to its section. Who does it
    (`responsible`), who decides it and who receives it are kept apart, each as printed.
    """

    ROW = "duty"

    subject = models.CharField(_("subject"), max_length=25, choices=DutySubject)
    strength = models.CharField(_("strength"), max_length=10, choices=Strength)
    every_n = models.PositiveIntegerField(_("at least every"), null=True, blank=True)
    every_unit = models.CharField(_("unit"), max_length=10, choices=IntervalUnit, blank=True)
    responsible = models.JSONField(_("responsible"), default=list, blank=True)
    decided_by = models.CharField(_("decided by"), max_length=300, blank=True)
    recipient = models.CharField(_("reported to"), max_length=300, blank=True)
    section = models.ForeignKey(
        Section,
        verbose_name=_("section that says it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="duties",
    )
    # What the imported file named the section by, when the agreement has none such.
    section_reference = models.CharField(max_length=500, blank=True, editable=False)
    text = models.TextField(_("wording"), blank=True)

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(every_n__isnull=True, every_unit="")
                | models.Q(every_n__isnull=False, every_n__gte=1) & ~models.Q(every_unit=""),
                name="duty_interval_is_whole",
                violation_error_message=_("An interval needs both a number and a unit."),
            )
        ]

    def __str__(self) -> str:
        return self.text or self.get_subject_display()


class Appendix(RankedRow):
    """An appendix: a title and, where known, its plain text."""

    ROW = "appendix"

    title = models.CharField(_("title"), max_length=500)
    text = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("appendix")
        verbose_name_plural = _("appendices")

    def __str__(self) -> str:
        return self.title
