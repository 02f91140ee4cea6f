"""What was decided of a plan's time, and who signs it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.ranked import RankedRow


class Extension(RankedRow):
    """A decision that moved the last day, also one taken after the plan had ended.

    Without a day it was moved until further notice.
    """

    ROW = "extension"

    to = models.DateField(_("new last day"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    text = models.TextField(_("in words"), blank=True)

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")

    def __str__(self) -> str:
        return self.text or str(self.to or _("until further notice"))


class PlanSignatory(RankedRow):
    """Who signs a plan, for which organisation; not only the parties of an agreement do."""

    ROW = "plan_signatory"

    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    unit = models.CharField(_("unit"), max_length=300, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")

    def __str__(self) -> str:
        return self.name or self.title or self.organisation
