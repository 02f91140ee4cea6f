"""How often: at least once in so many days, months or years."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class IntervalUnit(models.TextChoices):
    """The units in which rhythms are counted."""

    DAY = "day", _("day")
    WEEK = "week", _("week")
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    TERTIAL = "tertial", _("four-month period")
    YEAR = "year", _("year")


@dataclass(frozen=True)
class Interval:
    """At least once in `n` units; `unit` is a value of `IntervalUnit`."""

    n: int
    unit: str
