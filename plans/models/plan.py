"""The plan itself: what it is called, whose it is and for which time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.columns import ends_after_it_begins
from core.intervals import IntervalUnit
from documents.models import TopRow


class Plan(TopRow):
    """An activity plan, an action plan or whatever the partnership calls it (`domain.md` 2e).

    A period can be said in words beside its days, or instead of them: the words are printed, the
    days are what the program reckons with.
    """

    ROW = "plan"

    label = models.CharField(_("kind of plan"), max_length=100, blank=True)
    period_from = models.DateField(_("first day"), null=True, blank=True)
    period_to = models.DateField(_("last day"), null=True, blank=True)
    period_text = models.CharField(_("period in words"), max_length=200, blank=True)
    areas = models.JSONField(_("areas"), default=list, blank=True)
    owner_organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    owner_body = models.CharField(_("body"), max_length=300, blank=True)
    owner_function = models.CharField(_("function"), max_length=300, blank=True)
    registry_number = models.CharField(_("registry number"), max_length=100, blank=True)
    signed = models.BooleanField(_("signed"), null=True, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    revised_every_n = models.PositiveIntegerField(_("revised every"), null=True, blank=True)
    revised_every_unit = models.CharField(
        _("unit"), max_length=20, choices=IntervalUnit, blank=True
    )
    # What it belongs to, by key or title; the link where the partnership has it.
    part_of_reference = models.CharField(max_length=500, blank=True, editable=False)
    part_of_title = models.CharField(max_length=1000, blank=True, editable=False)
    agreement = models.ForeignKey(
        "agreements.Agreement",
        verbose_name=_("belongs to the agreement"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="plans",
    )
    # The columns of its table, as they are headed on its own paper.
    columns = models.JSONField(_("columns"), default=list, blank=True)
    organisations = models.JSONField(_("other organisations"), default=list, editable=False)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        constraints = [
            ends_after_it_begins("period_from", "period_to", name="plan_ends_after_it_begins"),
            models.CheckConstraint(
                condition=models.Q(revised_every_n__isnull=True, revised_every_unit="")
                | models.Q(revised_every_n__isnull=False, revised_every_n__gte=1)
                & ~models.Q(revised_every_unit=""),
                name="plan_interval_is_whole",
                violation_error_message=_("An interval needs both a number and a unit."),
            ),
        ]
