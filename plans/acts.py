"""What leads a plan on: it is shown, put before those who adopt it, and adopted."""

from documents.acts import DECISIONS, SHARE, SUBMIT, Act, is_shown_to_nobody
from plans.models import Plan


def next_act(plan: Plan) -> Act | None:
    """Return the act that leads a plan on its way to being adopted; None when it is."""
    document = plan.document
    if document.is_locked:
        return DECISIONS if document.has_draft else None
    return SHARE if is_shown_to_nobody(plan) else SUBMIT
