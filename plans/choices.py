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


class BasisKind(models.TextChoices):
    """What a plan rests on (`domain.md` 2d; Brå's knowledge base)."""

    CITIZEN_DIALOGUE = "citizen_dialogue", _("Citizen dialogue")
    STAFF_DIALOGUE = "staff_dialogue", _("Staff dialogue")
    SURVEY = "survey", _("Survey")
    STATISTICS = "statistics", _("Statistics")
    RESEARCH = "research", _("Research")
    METHOD = "method", _("Method")
    CAUSE_ANALYSIS = "cause_analysis", _("Cause analysis")
    MAPPING = "mapping", _("Mapping")
    SITUATIONAL_PICTURE = "situational_picture", _("Situational picture")
    LOCAL_COUNCIL = "local_council", _("Crime prevention council")
    AGREEMENT = "agreement", _("Agreement")
    FOLLOW_UP = "follow_up", _("Follow-up")
    INTELLIGENCE = "intelligence", _("Police intelligence")
    EVENT = "event", _("Event")
    OTHER = "other", pgettext_lazy("basis", "Other")


class Stance(models.TextChoices):
    """The position taken on a problem (law 2023:196 4 §)."""

    MEASURES = "measures", _("Measures are taken")
    NO_MEASURE_NEEDED = "no_measure_needed", _("No measure is needed")
    UNDECIDED = "undecided", _("Not decided yet")


class CauseKind(models.TextChoices):
    """Whether a cause lies in the place or in people (Brå)."""

    SITUATIONAL = "situational", pgettext_lazy("cause", "Situational")
    SOCIAL = "social", pgettext_lazy("cause", "Social")


class MeasureKind(models.TextChoices):
    """What a number is: of occasions, of what is going on, or a level."""

    COUNT = "count", _("Number of occasions")
    STOCK = "stock", _("Number going on")
    LEVEL = "level", _("Level")


class Comparator(models.TextChoices):
    """How what comes out is held against the value."""

    AT_LEAST = "at_least", _("At least")
    EXACTLY = "exactly", _("Exactly")
    AT_MOST = "at_most", _("At most")
    INCREASE = "increase", _("Increases")
    DECREASE = "decrease", _("Decreases")
    NONE = "none", _("No target")


class Part(models.TextChoices):
    """The time in which something is to be done so many times."""

    DAY = "day", _("Day")
    WEEK = "week", _("Week")
    MONTH = "month", _("Month")
    QUARTER = "quarter", _("Quarter")
    TERTIAL = "tertial", _("Four months")
    TERM = "term", _("School term")
    YEAR = "year", _("Year")
    PERIOD = "period", _("The whole period")


class Block(models.TextChoices):
    """What a section of a plan can print besides text."""

    BASIS = "basis", _("What the plan rests on")
    PROBLEMS = "problems", _("Problems and causes")
    ACTIVITIES = "activities", _("Activities")
    EXTENSIONS = "extensions", _("Extensions")
    SIGNATORIES = "signatories", _("Signatories")
