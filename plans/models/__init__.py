"""The rows of a plan, and the ways to see its table."""

from plans.models.activities import Activity, Responsible
from plans.models.basis import Basis
from plans.models.headings import Heading
from plans.models.measures import Measure
from plans.models.paper import Extension, PlanSignatory
from plans.models.plan import Plan
from plans.models.problems import Cause, Problem
from plans.models.views import SavedView

__all__ = [
    "Activity",
    "Basis",
    "Cause",
    "Extension",
    "Heading",
    "Measure",
    "Plan",
    "PlanSignatory",
    "Problem",
    "Responsible",
    "SavedView",
]
