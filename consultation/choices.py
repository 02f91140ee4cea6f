"""Stable values and their words for comments and consultations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommentReach(models.TextChoices):
    """Who reads a comment besides its writer.

    A draft can be shared after a comment was made: what was meant for one's own organisation must
    not follow with it, so each comment keeps what its writer chose.
    """

    INTERNAL = "internal", _("Only my organisation")
    EVERYONE = "everyone", _("Everyone who sees the draft")


class AnswerKind(models.TextChoices):
    """What someone who was asked in a consultation answers as a whole."""

    NO_REMARKS = "no_remarks", _("No remarks")
    REMARKS = "remarks", _("Has left remarks")
    ABSTAINS = "abstains", _("Abstains from answering")


class WordingState(models.TextChoices):
    """What became of a proposed wording."""

    OPEN = "open", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    EDITED = "edited", _("Accepted with changes")
    REJECTED = "rejected", _("Rejected")
