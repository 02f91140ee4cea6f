"""What can be done to a plan besides what can be done to every document."""

from django.utils.translation import gettext_lazy as _

from documents.acts import DRAFT, Act, Whose
from partnerships.permissions import Action

TAKE_IN_SHEET = Act(
    "take_in_sheet", _("Take in rows from Excel …"), Action.EDIT, DRAFT, Whose.WRITER
)
