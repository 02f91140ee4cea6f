"""What leads a plan on: it is shown, put before those who adopt it, and adopted."""

from django.utils.translation import gettext_lazy as _

from documents.acts import ANY, DECISIONS, SHARE, SUBMIT, Act, is_shown_to_nobody
from partnerships.permissions import Action
from plans.models import Plan

RENEW = Act("renew", _("New plan from this one …"), Action.CREATE, ANY)


def next_act(plan: Plan) -> Act | None:
    """Return the act that leads a plan on its way to being adopted; None when it is."""
    document = plan.document
    if document.is_locked:
        return DECISIONS if document.has_draft else None
    return SHARE if is_shown_to_nobody(plan) else SUBMIT
