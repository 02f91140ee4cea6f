"""Goals."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import GoalKind, Prevention
from documents.models.ranked import TreeRow


class Goal(TreeRow):
    """A goal as printed, with the goals under it, to any depth (`domain.md` rows 43–46)."""

    ROW = "goal"

    text = models.TextField(_("goal"))
    kind = models.CharField(_("kind of goal"), max_length=10, choices=GoalKind, blank=True)
    prevention = models.CharField(
        _("kind of prevention"), max_length=15, choices=Prevention, blank=True
    )

    class Meta:
        verbose_name = _("goal")
        verbose_name_plural = _("goals")

    def __str__(self) -> str:
        return self.text
