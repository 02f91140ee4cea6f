"""The rows of an agreement. Every one of them is tracked; see `documents.models.row`."""

from agreements.models.agreement import Agreement, Supersession
from agreements.models.bodies import Body, Seat
from agreements.models.duties import Appendix, Duty
from agreements.models.goals import Goal
from agreements.models.manuscript import Manuscript
from agreements.models.parties import Party, Signatory

__all__ = [
    "Agreement",
    "Appendix",
    "Body",
    "Duty",
    "Goal",
    "Manuscript",
    "Party",
    "Seat",
    "Signatory",
    "Supersession",
]
