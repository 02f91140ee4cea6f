"""What the law, or an authority by it, asks of every partnership."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.intervals import IntervalUnit
from deadlines.choices import DutySubject, Strength


class LawDuty(models.Model):
    """A duty that no agreement needs to say: the law's own, or a yearly question of an authority.

    Operators keep the list in the administration: paragraphs get other numbers, and what was
    written here when it was made (`domain.md` 2a–2b) has not all been read in the law itself.
    """

    subject = models.CharField(_("subject"), max_length=25, choices=DutySubject)
    strength = models.CharField(
        _("strength"), max_length=10, choices=Strength, default=Strength.MUST
    )
    text = models.TextField(_("wording"))
    source = models.CharField(
        _("where it stands"), max_length=300, help_text=_("Such as: 4 § lag (2023:196)")
    )
    link = models.URLField(_("link"), blank=True)
    every_n = models.PositiveIntegerField(_("at least every"), null=True, blank=True)
    every_unit = models.CharField(_("unit"), max_length=10, choices=IntervalUnit, blank=True)
    since = models.DateField(_("holds from"), null=True, blank=True)
    until = models.DateField(_("holds until"), null=True, blank=True)

    class Meta:
        verbose_name = _("duty by law")
        verbose_name_plural = _("duties by law")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(every_n__isnull=True, every_unit="")
                | models.Q(every_n__isnull=False, every_n__gte=1) & ~models.Q(every_unit=""),
                name="law_duty_interval_is_whole",
                violation_error_message=_("An interval needs both a number and a unit."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.text}"
