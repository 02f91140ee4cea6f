"""What can be done to an agreement as a whole: the acts of every document, and its own."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.models import Agreement
from agreements.validity import has_ended
from documents.acts import (
    ANY,
    ATTACH,
    BINDING,
    CONSULT,
    CORRESPOND,
    DECISIONS,
    DISCARD,
    LOCK,
    LOCKED,
    REGISTER,
    REOPEN,
    REPLACE,
    SHARE,
    SUBMIT,
    TAKE_IN,
    Act,
    next_act_of_draft,
)
from documents.choices import Command
from partnerships.permissions import Action


def _is_no_amendment(agreement: Agreement) -> bool:
    return not agreement.is_amendment


def _holds(agreement: Agreement) -> bool:
    """Tell whether anything is left to extend or end: what is over is only put right."""
    return not has_ended(agreement)


def _can_be_amended(agreement: Agreement) -> bool:
    return _is_no_amendment(agreement) and _holds(agreement)


#: What follows on a signed text is offered under one heading.
ONWARDS = _("Change or end")

REGISTER_SIGNED = Act(
    "register_signed",
    _("Register as signed …"),
    Action.REGISTER_SIGNED,
    LOCKED,
    button=pgettext_lazy("act", "Register as signed"),
    command=Command.REGISTER_SIGNED,
)
AMEND = Act(
    "amend",
    _("Write an amendment …"),
    Action.CREATE,
    BINDING,
    offered_when=_can_be_amended,
    group=ONWARDS,
)
EXTEND = Act(
    "extend",
    _("Register an extension …"),
    Action.REGISTER_SIGNED,
    BINDING,
    offered_when=_holds,
    group=ONWARDS,
)
TERMINATE = Act(
    "terminate",
    _("Register a termination …"),
    Action.REGISTER_SIGNED,
    BINDING,
    offered_when=_holds,
    group=ONWARDS,
)
SUCCEED = Act(
    "succeed",
    _("Note what replaced it …"),
    Action.REGISTER_SIGNED,
    BINDING,
    offered_when=_is_no_amendment,
    group=ONWARDS,
)
COPY = Act("start_from", _("Copy to a new agreement …"), Action.CREATE, ANY)

#: In the order they are offered: what moves the text on, what follows on it, what is beside it, and
#: last what cannot be undone.
ACTS = (
    SHARE,
    LOCK,
    REGISTER_SIGNED,
    REOPEN,
    SUBMIT,
    DECISIONS,
    EXTEND,
    TERMINATE,
    AMEND,
    SUCCEED,
    ATTACH,
    REGISTER,
    CONSULT,
    CORRESPOND,
    REPLACE,
    TAKE_IN,
    COPY,
    DISCARD,
)


def next_act(agreement: Agreement) -> Act | None:
    """Return the act that leads a text on its way to being signed; None when it is there."""
    is_proposal = agreement.document.is_locked and not agreement.document.is_binding
    return REGISTER_SIGNED if is_proposal else next_act_of_draft(agreement)
