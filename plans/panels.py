"""What the templates of a plan need on the pages of every document."""

from django.http import HttpRequest

from plans.carried import carried
from plans.models import Plan
from plans.tree import PlanTree


def panel_context(request: HttpRequest, _plan: Plan, content: PlanTree) -> dict:
    """Return since when activities have been in plans, where the reader sees those."""
    return {"carried": carried(content, Plan.objects.visible_to(request.access))}
