"""Stable values and their words for agreements; the values are those of the exchange schema."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AgreementKind(models.TextChoices):
    """What sort of agreement it is."""

    AGREEMENT = "agreement", _("Partnership agreement")
    STRATEGIC = "strategic", _("Strategic agreement")
    OPERATIONAL = "operational", _("Operational agreement")
    LOCAL = "local", _("Local agreement")
    AMENDMENT = "amendment", _("Amendment")


class RenewalRule(models.TextChoices):
    """What happens after the last day (`domain.md` rows 68–69)."""

    NONE = "none", _("Ends on its last day")
    UNTIL_FURTHER_NOTICE = "until_further_notice", _("Extended until further notice")
    OPEN_ENDED = "open_ended", _("Has no last day")
    UNTIL_TERMINATED = "until_terminated", _("In force until terminated")
    YEARLY = "yearly", _("Extended one year at a time")
    BY_MUTUAL_CONSENT = "by_mutual_consent", _("Can be extended if the parties agree")
    UNKNOWN = "unknown", _("Renewal is not known")


class Block(models.TextChoices):
    """The structured blocks a section can hold."""

    PARTIES = "parties", _("Parties")
    GOALS = "goals", _("Goals")
    BODIES = "bodies", _("Bodies")
    DUTIES = "duties", _("Duties")
    VALIDITY = "validity", _("Validity")
    SIGNATURES = "signatures", _("Signatures")
    APPENDICES = "appendices", _("Appendices")


class GoalKind(models.TextChoices):
    """Whether a goal is about results or about ways of working (`domain.md` row 45)."""

    OUTCOME = "outcome", _("Outcome goal")
    PROCESS = "process", _("Process goal")


class Prevention(models.TextChoices):
    """The two kinds of prevention (`domain.md` row 46)."""

    SITUATIONAL = "situational", _("Situational")
    SOCIAL = "social", _("Social")
    BOTH = "both", _("Both")


class BodyKind(models.TextChoices):
    """What a body is (`domain.md` rows 22–26, 32)."""

    COUNCIL = "council", _("Crime prevention council")
    STEERING_GROUP = "steering_group", _("Steering group")
    PREPARATORY_GROUP = "preparatory_group", _("Preparatory group")
    WORKING_GROUP = "working_group", _("Working group")
    LOCAL_COUNCIL = "local_council", _("Local council")
    BOARD = "board", _("Board")
    OTHER = "other", pgettext_lazy("body", "Other")


class DecisionSubject(models.TextChoices):
    """What a body decides on (`domain.md` rows 23, 26)."""

    SITUATIONAL_PICTURE = "situational_picture", _("the situational picture")
    PLAN = "plan", _("the plan")
    PROMISES = "promises", _("the citizen promises")
    AGREEMENT = "agreement", _("the agreement")
    FOLLOWUP = "followup", _("the follow-up")


class SeatFunction(models.TextChoices):
    """What a person does in a body (`domain.md` rows 26–29)."""

    CHAIR = "chair", _("Chair")
    MEMBER = "member", _("Member")
    SUBSTITUTE = "substitute", _("Substitute")
    RAPPORTEUR = "rapporteur", _("Rapporteur")
    SECRETARY = "secretary", _("Secretary")


class Mandate(models.TextChoices):
    """On what ground someone signs (`domain.md` row 20)."""

    POLITICAL = "political", _("Elected")
    OFFICIAL = "official", _("Official")


class SigningMethod(models.TextChoices):
    """How a signature was given."""

    INK = "ink", _("Ink on paper")
    E_SIGNATURE = "e_signature", _("Electronic signature")
    CEREMONY = "ceremony", _("At a ceremony")


class ManuscriptSource(models.TextChoices):
    """Where the text of a manuscript came from."""

    WORD = "word", _("Word file")
    TEXT = "text", _("Text file")
    PASTED = "pasted", _("Pasted text")


class ParagraphRole(models.TextChoices):
    """What a paragraph of a manuscript becomes in the agreement."""

    TITLE = "title", _("Title")
    SUBTITLE = "subtitle", _("Subtitle")
    HEADING = "heading", _("Heading")
    TEXT = "text", _("Text")
    GOAL = "goal", _("Goal")
    SUB_GOAL = "sub_goal", _("Sub-goal")
    PARTY = "party", _("Party")
    SIGNATORY = "signatory", _("Signatory")
    VALIDITY = "validity", _("Validity")
    DUTY = "duty", _("Text with a duty")
    DOCUMENT_DATE = "document_date", _("Date of the document")
    REGISTRY_NUMBER = "registry_number", _("Registry number")
    SIGNING = "signing", _("Place and date of signing")
    LEFT_OUT = "left_out", _("Left out")
