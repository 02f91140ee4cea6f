"""How much of an activity is meant."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.ranked import RankedRow
from plans.choices import Comparator, MeasureKind, Part
from plans.models.activities import Activity


class Measure(RankedRow):
    """A number that an activity aims at: a count, a stock that is going on, or a level.

    “Two, one in each school term” is the value 2 per period, and each 1 per term. What is printed
    is `words` where there are any: *two* is never printed as *at least two*.
    """

    ROW = "measure"
    SIBLINGS_BY = ("activity_id",)

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="measures")
    name = models.CharField(_("what is counted"), max_length=300, blank=True)
    kind = models.CharField(
        _("kind"), max_length=20, choices=MeasureKind, default=MeasureKind.COUNT
    )
    comparator = models.CharField(
        _("target"), max_length=20, choices=Comparator, default=Comparator.AT_LEAST
    )
    value = models.DecimalField(_("value"), max_digits=15, decimal_places=6, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    per = models.CharField(_("per"), max_length=20, choices=Part, blank=True)
    each = models.DecimalField(
        _("in each part"), max_digits=15, decimal_places=6, null=True, blank=True
    )
    each_per = models.CharField(_("each"), max_length=20, choices=Part, blank=True)
    words = models.CharField(_("target in words"), max_length=300, blank=True)
    shares_with = models.JSONField(_("counted together with"), default=list, blank=True)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")

    def __str__(self) -> str:
        return self.words or self.name or self.get_kind_display()
