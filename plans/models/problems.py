"""What the plan is to change, and what it comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.ranked import RankedRow
from plans.choices import CauseKind, Stance


class Problem(RankedRow):
    """A problem, what is known of it and which position is taken on it."""

    ROW = "problem"

    title = models.CharField(_("problem"), max_length=500)
    priority = models.PositiveIntegerField(_("priority"), null=True, blank=True)
    description = models.TextField(_("description"), blank=True)
    area = models.CharField(_("area"), max_length=300, blank=True)
    when = models.CharField(_("season, weekday or time of day"), max_length=300, blank=True)
    stance = models.CharField(_("position"), max_length=20, choices=Stance, blank=True)
    stance_reason = models.TextField(_("reason for the position"), blank=True)
    carried_from = models.CharField(_("carried on from"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("problem")
        verbose_name_plural = _("problems")

    def __str__(self) -> str:
        return self.title


class Cause(RankedRow):
    """A cause of a problem; its printed number ties it to an activity in Brå's template."""

    ROW = "cause"
    SIBLINGS_BY = ("problem_id",)

    problem = models.ForeignKey(Problem, on_delete=models.CASCADE, related_name="causes")
    number = models.CharField(_("number"), max_length=50, blank=True)
    text = models.TextField(_("cause"))
    kind = models.CharField(_("kind"), max_length=20, choices=CauseKind, blank=True)

    class Meta:
        verbose_name = _("cause")
        verbose_name_plural = _("causes")

    def __str__(self) -> str:
        return self.text
