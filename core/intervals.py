"""How often: at least once in so many days, months or years."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext, ngettext
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


def in_words(value: Interval) -> str:
    """Say how often: “at least every second year”."""
    sentences = {
        "day": ngettext("at least every day", "at least every %(n)s days", value.n),
        "week": ngettext("at least every week", "at least every %(n)s weeks", value.n),
        "month": ngettext("at least every month", "at least every %(n)s months", value.n),
        "quarter": ngettext("at least every quarter", "at least every %(n)s quarters", value.n),
        "tertial": ngettext(
            "at least every four months", "at least every %(n)s four-month periods", value.n
        ),
        "year": ngettext("at least every year", "at least every %(n)s years", value.n),
    }
    if value.unit == "year" and value.n == 2:
        return gettext("at least every second year")
    return sentences[value.unit] % {"n": value.n}
