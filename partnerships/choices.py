"""Stable values and their words for who works together."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class OrganisationKind(models.TextChoices):
    """What an organisation is (`domain.md` rows 12–16, 27; the exchange schema's list)."""

    MUNICIPALITY = "municipality", _("Municipality")
    REGION = "region", _("Region")
    POLICE = "police", _("Police")
    COUNTY_BOARD = "county_board", _("County administrative board")
    HOUSING_COMPANY = "housing_company", _("Housing company")
    PROPERTY_ASSOCIATION = "property_association", _("Property owners' association")
    BUSINESS = "business", _("Business")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    SCHOOL = "school", _("School")
    OTHER = "other", pgettext_lazy("organisation", "Other")


class Role(models.TextChoices):
    """What a person does in a partnership; `permissions.py` says what that allows."""

    COORDINATOR = "coordinator", _("Coordinator")
    CONTRIBUTOR = "contributor", _("Contributor")
    DECISION_MAKER = "decision_maker", _("Decision maker")
    REGISTRAR = "registrar", _("Registrar")
    READER = "reader", _("Reader")


class LetterheadColour(models.TextChoices):
    """Colours of headings and rules in print; each has contrast 7:1 or more against white."""

    BLACK = "black", _("Black")
    BLUE = "blue", _("Blue")
    GREEN = "green", _("Green")
    RED = "red", _("Red")
    PURPLE = "purple", _("Purple")


class LogoPlacement(models.TextChoices):
    """Where the parties' logotypes stand in print."""

    ABOVE = "above", _("Above the names")
    BESIDE = "beside", _("Beside the names")
    NONE = "none", _("No logotypes")
