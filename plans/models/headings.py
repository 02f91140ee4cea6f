"""A plan's own focus areas and goals."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models.ranked import TreeRow
from plans.choices import HeadingKind


class Heading(TreeRow):
    """A focus area, a goal or an outcome goal of the plan's own, with those under it."""

    ROW = "heading"

    text = models.CharField(_("heading"), max_length=500)
    kind = models.CharField(_("kind"), max_length=20, choices=HeadingKind, blank=True)
    description = models.TextField(_("description"), blank=True)
    problems = models.JSONField(_("problems"), default=list, blank=True)
    goals = models.JSONField(_("goals of the agreement"), default=list, blank=True)

    class Meta:
        verbose_name = _("heading")
        verbose_name_plural = _("headings")

    def __str__(self) -> str:
        return self.text
