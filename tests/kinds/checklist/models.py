"""A checklist: stages, some inside others, and the steps of each."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.intervals import IntervalUnit
from documents.models import TopRow
from documents.models.ranked import RankedRow, TreeRow


class Weight(models.TextChoices):
    """How much a step matters."""

    MUST = "must", _("must be done")
    MAY = "may", _("may be done")


class Checklist(TopRow):
    """The row that is the document."""

    ROW = "checklist"

    starts_on = models.DateField(_("begins"), null=True, blank=True)

    class Meta:
        verbose_name = "checklist"
        verbose_name_plural = "checklists"


class Stage(TreeRow):
    """A stage, with the stages in it."""

    ROW = "stage"

    title = models.CharField(_("title"), max_length=200)
    due_on = models.DateField(_("done by"), null=True, blank=True)

    class Meta:
        verbose_name = "stage"
        verbose_name_plural = "stages"

    def __str__(self) -> str:
        return self.title


class Step(RankedRow):
    """A step of a stage."""

    ROW = "step"
    SIBLINGS_BY = ("stage_id",)

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="steps")
    text = models.TextField(_("what is done"))
    weight = models.CharField(_("weight"), max_length=10, choices=Weight, blank=True)
    every_n = models.PositiveIntegerField(_("at least every"), null=True, blank=True)
    every_unit = models.CharField(_("unit"), max_length=10, choices=IntervalUnit, blank=True)

    class Meta:
        verbose_name = "step"
        verbose_name_plural = "steps"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(every_n__isnull=True, every_unit="")
                | (models.Q(every_n__isnull=False, every_n__gte=1) & ~models.Q(every_unit="")),
                name="step_interval_is_whole",
                violation_error_message=_("An interval needs both a number and a unit."),
            )
        ]

    def __str__(self) -> str:
        return self.text
