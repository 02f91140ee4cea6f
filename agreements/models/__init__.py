"""The rows of an agreement. Every one of them is tracked; see `documents.models.row`."""

from agreements.models.agreement import Agreement, Supersession
from agreements.models.bodies import Body, Seat
from agreements.models.duties import Appendix, Duty
from agreements.models.goals import Goal
from agreements.models.manuscript import Manuscript
from agreements.models.parties import Party, Signatory
from agreements.models.sections import Section, SectionPart

#: Every tracked model, those that others point to first.
ROW_MODELS = (
    Agreement,
    Supersession,
    Section,
    SectionPart,
    Goal,
    Party,
    Signatory,
    Body,
    Seat,
    Duty,
    Appendix,
)

__all__ = [
    "ROW_MODELS",
    "Agreement",
    "Appendix",
    "Body",
    "Duty",
    "Goal",
    "Manuscript",
    "Party",
    "Seat",
    "Section",
    "SectionPart",
    "Signatory",
    "Supersession",
]
