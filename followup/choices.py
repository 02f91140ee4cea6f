"""Stable values and their words for how it goes; the values are those of the exchange schema."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """How far a row has come. Late and in need of an update are reckoned and no states."""

    NOT_STARTED = "not_started", pgettext_lazy("how it goes", "Not begun")
    ONGOING = "ongoing", pgettext_lazy("how it goes", "Ongoing")
    DONE = "done", pgettext_lazy("how it goes", "Done")
    PARTLY_DONE = "partly_done", pgettext_lazy("how it goes", "Partly done")
    NOT_DONE = "not_done", pgettext_lazy("how it goes", "Not done")
    DROPPED = "dropped", pgettext_lazy("how it goes", "Dropped")
    REGULAR_WORK = "regular_work", pgettext_lazy("how it goes", "Now part of regular work")


class Attention(models.TextChoices):
    """What asks for attention; reckoned for the day and never stored (`standing.py`)."""

    LATE = "late", _("Late")
    STALE = "stale", _("Needs updating")


class Effect(models.TextChoices):
    """What it is thought to have done."""

    GOOD = "good", _("Good effect")
    SOME = "some", _("Some effect")
    NONE = "none", _("No effect")
    UNKNOWN = "unknown", _("The effect is not known")


class Mark(models.TextChoices):
    """How exact a reported number is."""

    EXACT = "exact", _("Exactly")
    AT_LEAST = "at_least", _("At least")
    ABOUT = "about", _("About")


class MeasureKind(models.TextChoices):
    """What a number says, which decides how several become one (`totals.py`)."""

    COUNT = "count", _("Number of times")
    STOCK = "stock", _("How many there are")
    LEVEL = "level", _("Level or share")
