"""The plan itself: what it is called, whose it is and for which time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.columns import ends_after_it_begins
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

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        constraints = [
            ends_after_it_begins("period_from", "period_to", name="plan_ends_after_it_begins")
        ]
