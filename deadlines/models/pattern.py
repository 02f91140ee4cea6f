"""What comes back every year in the place itself: the end of school, Walpurgis night."""

from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from partnerships.models import Partnership

#: A year that has every day there is.
_LEAP_YEAR = 2024


class RecurringPattern(models.Model):
    """A time of every year that the work is planned by (`domain.md` 2c, *årshjul*).

    From a day to a day, without the year; a month without a day is the whole of it. What ends in a
    month before it begins goes on over the turn of the year.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="recurring_patterns"
    )
    name = models.CharField(_("name"), max_length=120)
    month = models.PositiveSmallIntegerField(_("month"), choices=MONTHS)
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True)
    to_month = models.PositiveSmallIntegerField(
        _("to month"), choices=MONTHS, null=True, blank=True
    )
    to_day = models.PositiveSmallIntegerField(_("to day"), null=True, blank=True)
    note = models.CharField(_("what to think of"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("recurring pattern")
        verbose_name_plural = _("recurring patterns")
        ordering = ["month", "day", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a day that its month does not have, and an end without a month."""
        if self.to_day and not self.to_month:
            raise ValidationError({"to_month": _("Choose the month of the last day.")})
        for month, name in ((self.month, "day"), (self.to_month, "to_day")):
            number = getattr(self, name)
            if month and number is not None:
                last = monthrange(_LEAP_YEAR, month)[1]
                if not 1 <= number <= last:
                    raise ValidationError(
                        {name: _("The month has %(last)d days.") % {"last": last}}
                    )

    def days_in(self, year: int) -> tuple[date, date]:
        """Return the first and the last day of it that begin in `year`."""
        first = _day(year, self.month, self.day, 1)
        month = self.to_month or self.month
        number = self.to_day if self.to_month else self.day
        last_year = year + 1 if month < self.month else year
        last = _day(last_year, month, number, monthrange(last_year, month)[1])
        return first, max(first, last)


def _day(year: int, month: int, number: int | None, otherwise: int) -> date:
    # 29 February is the last of the month where the year has none.
    return date(year, month, min(number or otherwise, monthrange(year, month)[1]))
