"""The rows of a plan, and the ways to see its table."""

from plans.models.activities import Activity, Responsible
from plans.models.headings import Heading
from plans.models.plan import Plan
from plans.models.views import SavedView

__all__ = ["Activity", "Heading", "Plan", "Responsible", "SavedView"]
