"""What only a plan can do, and what leads it on: shown, put before those who adopt it, adopted."""

from django.utils.translation import gettext_lazy as _

from documents.acts import ANY, DECISIONS, DRAFT, SHARE, SUBMIT, Act, Whose, is_shown_to_nobody
from partnerships.permissions import Action
from plans.models import Plan

RENEW = Act("renew", _("New plan from this one …"), Action.CREATE, ANY)
TAKE_IN_SHEET = Act(
    "take_in_sheet", _("Take in rows from Excel …"), Action.EDIT, DRAFT, Whose.WRITER
)
#: What is reported is no text: it is taken in also while that is locked.
TAKE_IN_REPORTS = Act("take_in_reports", _("Take in reports from Excel …"), Action.REPORT, ANY)


def next_act(plan: Plan) -> Act | None:
    """Return the act that leads a plan on its way to being adopted; None when it is."""
    document = plan.document
    if document.is_locked:
        return DECISIONS if document.has_draft else None
    return SHARE if is_shown_to_nobody(plan) else SUBMIT
