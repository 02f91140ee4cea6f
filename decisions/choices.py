"""Stable values and their words for bodies and what they decide (`product.md`, principle 3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BodyKind(models.TextChoices):
    """What a body is; a function with delegation decides alone, without a meeting."""

    STEERING_GROUP = "steering_group", _("Steering group")
    PREPARATORY_GROUP = "preparatory_group", _("Preparatory group")
    COUNCIL = "council", _("Crime prevention council")
    BOARD = "board", _("Board")
    FUNCTION = "function", _("Function with delegation")
    OTHER = "other", pgettext_lazy("body", "Other")


class SeatRole(models.TextChoices):
    """What someone is in a body."""

    CHAIR = "chair", _("Chair")
    MEMBER = "member", pgettext_lazy("seat", "Member")
    SUBSTITUTE = "substitute", _("Substitute")
    RAPPORTEUR = "rapporteur", _("Rapporteur")
    SECRETARY = "secretary", _("Secretary")


#: Who is asked before a meeting. Those who present a matter or write the minutes do not decide.
ASKED = frozenset({SeatRole.CHAIR, SeatRole.MEMBER, SeatRole.SUBSTITUTE})


class Part(models.TextChoices):
    """What a body does with a text that is on its way to being decided."""

    PREPARES = "prepares", _("prepares")
    PROPOSES = "proposes", _("proposes")
    DECIDES = "decides", pgettext_lazy("body", "decides")
    INFORMED = "informed", _("is informed")


class AnswerKind(models.TextChoices):
    """What a member says before the meeting."""

    NO_REMARKS = "no_remarks", pgettext_lazy("member", "No remarks")
    RAISE = "raise", _("Wants to raise it at the meeting")
    ABSTAINS = "abstains", _("Does not take part in the decision")
    BIASED = "biased", _("Declares a conflict of interest")


class LetterKind(models.TextChoices):
    """Why a member is written to."""

    ASKED = "asked", _("asked before the meeting")
    REMINDER = "reminder", _("reminded before the meeting")
    OPENED = "opened", _("told that the draft is written in")


class Outcome(models.TextChoices):
    """What a body decided."""

    ADOPTED = "adopted", _("adopted")
    ADOPTED_WITH_CHANGES = "adopted_with_changes", _("adopted with changes")
    APPROVED = "approved", pgettext_lazy("decision", "approved")
    REFERRED_BACK = "referred_back", _("referred back")
    TABLED = "tabled", _("tabled")
    REJECTED = "rejected", pgettext_lazy("decision", "rejected")
    NOTED = "noted", _("noted and filed")
    ENDORSED = "endorsed", _("endorsed and passed on")
    DROPPED = "dropped", _("dropped from the agenda")


#: What makes the text of a plan binding.
ADOPTING = frozenset({Outcome.ADOPTED, Outcome.ADOPTED_WITH_CHANGES})
#: What takes a stand on the text itself: the next time the body meets it, it is what is new.
SETTLING = ADOPTING | {Outcome.APPROVED, Outcome.ENDORSED}
#: What does not follow the proposed decision.
NOT_FOLLOWED = frozenset({Outcome.REFERRED_BACK, Outcome.TABLED, Outcome.REJECTED, Outcome.DROPPED})
