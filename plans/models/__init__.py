"""The rows of a plan."""

from plans.models.activities import Activity, Responsible
from plans.models.basis import Basis
from plans.models.headings import Heading
from plans.models.measures import Measure
from plans.models.paper import Extension, PlanSignatory
from plans.models.plan import Plan
from plans.models.problems import Cause, Problem

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
]
