"""The rows of a plan."""

from plans.models.activities import Activity, Responsible
from plans.models.headings import Heading
from plans.models.plan import Plan

__all__ = ["Activity", "Heading", "Plan", "Responsible"]
