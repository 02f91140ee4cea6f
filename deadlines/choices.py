"""What duties are about, and how binding they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DutySubject(models.TextChoices):
    """What a duty is about (`domain.md` rows 33, 39, 50–51, 60–64, 70–73)."""

    SITUATIONAL_PICTURE = "situational_picture", _("Situational picture")
    PLAN = "plan", _("Plan")
    PLAN_REVISION = "plan_revision", _("Revision of the plan")
    PLAN_FOLLOWUP = "plan_followup", _("Follow-up of the plan")
    GOAL_FOLLOWUP = "goal_followup", _("Follow-up of the goals")
    PROMISES = "promises", _("Citizen promises")
    EVALUATION = "evaluation", _("Evaluation of the agreement")
    RENEWAL = "renewal", _("New agreement")
    WORKING_GROUPS = "working_groups", _("Working groups")
    SUPPORT = "support", _("Support")
    VISIBILITY = "visibility", _("Making the work visible")
    OTHER = "other", pgettext_lazy("duty", "Other")


class Strength(models.TextChoices):
    """*Ska* and *bör*, kept apart (`domain.md` row 71)."""

    MUST = "must", _("must")
    SHOULD = "should", _("should")
