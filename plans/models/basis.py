"""What a plan rests on: a picture, a dialogue, a survey."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.ranked import RankedRow
from plans.choices import BasisKind


class Basis(RankedRow):
    """A dialogue, a survey, a picture or whatever else the document rests on.

    What citizens wish is kept apart from what is found.
    """

    ROW = "basis"

    kind = models.CharField(_("kind"), max_length=30, choices=BasisKind)
    text = models.TextField(_("what it is"), blank=True)
    on = models.DateField(_("day"), null=True, blank=True)
    # Not “place”: that is the row's own, among its siblings.
    where = models.CharField(_("place"), max_length=300, blank=True)
    owner = models.CharField(_("whose it is"), max_length=300, blank=True)
    sent = models.PositiveIntegerField(_("number asked"), null=True, blank=True)
    answers = models.PositiveIntegerField(_("number of answers"), null=True, blank=True)
    response_rate = models.DecimalField(
        _("response rate, per cent"), max_digits=15, decimal_places=6, null=True, blank=True
    )
    ages = models.CharField(_("ages"), max_length=100, blank=True)
    findings = models.TextField(_("what was found"), blank=True)
    wishes = models.JSONField(_("wishes"), default=list, blank=True)

    class Meta:
        verbose_name = _("basis")
        verbose_name_plural = _("bases")

    def __str__(self) -> str:
        return self.text or self.get_kind_display()
