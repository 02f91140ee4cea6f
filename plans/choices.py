"""Stable values and their words for plans; the values are those of the exchange schema."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class HeadingKind(models.TextChoices):
    """What a heading of a plan is (`plans.md`, *Rows*)."""

    FOCUS_AREA = "focus_area", _("Focus area")
    GOAL = "goal", _("Goal")
    EFFECT_GOAL = "effect_goal", _("Outcome goal")
    PROBLEM = "problem", _("Problem")
    THEME = "theme", _("Theme")
    PARTY = "party", _("Party")
    OTHER = "other", pgettext_lazy("heading", "Other")


class ResponsibleRole(models.TextChoices):
    """What someone has to do with an activity."""

    RESPONSIBLE = "responsible", _("Responsible")
    CONTRIBUTES = "contributes", _("Contributes")


class Block(models.TextChoices):
    """What a section of a plan can print besides text."""

    ACTIVITIES = "activities", _("Activities")
