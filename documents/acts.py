"""What can be done to a document as a whole: in which states, by whom; one table for each kind.

The page that asks, the action area that offers and the method that writes read the same line, so
that nothing is offered that will be refused. An act's own method still enforces what only it knows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.changes import DocumentLocked, NotBindingYet, NotLockedYet, WrongState
from documents.choices import Command, TextState
from documents.models import Document
from partnerships.access import Access
from partnerships.permissions import Action


class Whose(StrEnum):
    """Whose act it is, among those whose role allows it."""

    DRAFTER = "drafter"  # the organisation that writes the draft
    WRITER = "writer"  # it, and those with which the draft is shared for comments
    READER = "reader"  # everyone who sees the document


@dataclass(frozen=True)
class Act:
    """An act: the states it begins in, the permission it takes, whose it is, how it is offered.

    `address` is the name of its page in the kind's namespace, `group` the heading that it is
    offered under beside others, `button` what it is called where it leads the text on, `command`
    what the history calls it where it moves the text to another state, `is_final` that it cannot
    be taken back. `offered_when` asks the kind's own row (with its `document`) for what the state
    alone does not tell; it offers only, and what must hold is enforced by the act itself.
    """

    address: str
    label: Any
    action: Action
    states: frozenset[TextState]
    whose: Whose = Whose.READER
    offered_when: Callable[[Any], bool] = lambda _text: True
    group: Any = ""
    button: Any = ""
    command: Command | None = None
    is_final: bool = False

    def check(self, document: Document) -> None:
        """Raise WrongState when `document` is not in a state the act begins in.

        It is DocumentLocked where the act writes in rows that are held to a stored version, and
        NotLockedYet or NotBindingYet where nobody has led the text as far as it begins.
        """
        if document.text_state in self.states:
            return
        if self.states == LOCKED and not document.versions.exists():
            raise NotLockedYet
        if self.states <= IN_FORCE and not document.binding_version_id:
            raise NotBindingYet
        raise DocumentLocked if self.whose == Whose.WRITER else WrongState

    def belongs_to(self, access: Access, text: Any) -> bool:
        """Tell whether the reader's role and organisation may do it to `text`, in some state."""
        whose = {
            Whose.DRAFTER: lambda: text.document.is_drafted_by(access.organisation),
            Whose.WRITER: lambda: text.may_write,
            Whose.READER: lambda: True,
        }
        return access.may(self.action) and whose[self.whose]()

    def is_offered(self, access: Access, text: Any) -> bool:
        """Tell whether the reader can do it to `text` now. `text` comes from `visible_to`."""
        return (
            text.document.text_state in self.states
            and self.belongs_to(access, text)
            and self.offered_when(text)
        )


#: The rows can be written: of a first draft, or beside a binding text.
DRAFT = frozenset({TextState.DRAFT, TextState.REVISION})
#: They are held to a proposal.
LOCKED = frozenset({TextState.LOCKED, TextState.LOCKED_REVISION})
#: They are held to the binding text.
BINDING = frozenset({TextState.BINDING})
#: There is a binding text, whatever is written beside it.
IN_FORCE = frozenset({TextState.BINDING, TextState.REVISION, TextState.LOCKED_REVISION})
ANY = frozenset(TextState)


def is_shown_to_nobody(text: Any) -> bool:
    """Tell whether only the organisation that writes the draft sees it."""
    return not text.document.is_shown


SHARE = Act(
    "share",
    _("Share or send …"),
    Action.SHARE,
    DRAFT | LOCKED,
    Whose.DRAFTER,
    button=pgettext_lazy("act", "Share"),
)
LOCK = Act(
    "lock",
    _("Lock a version …"),
    Action.LOCK,
    DRAFT,
    Whose.DRAFTER,
    button=pgettext_lazy("act", "Lock"),
    command=Command.LOCK,
)
REOPEN = Act(
    "reopen",
    _("Open for editing …"),
    Action.LOCK,
    LOCKED,
    Whose.DRAFTER,
    command=Command.REOPEN,
)
REVISE = Act("revise", _("Revise …"), Action.LOCK, BINDING, Whose.DRAFTER, command=Command.REVISE)
DISCARD = Act(
    "discard",
    _("Discard the draft …"),
    Action.CREATE,
    frozenset({TextState.DRAFT}),
    Whose.DRAFTER,
    offered_when=is_shown_to_nobody,
    is_final=True,
)
ATTACH = Act("attach", _("Attach the signed file …"), Action.REGISTER_SIGNED, IN_FORCE)
REGISTER = Act("registration", _("Registry number and secrecy …"), Action.REGISTER, ANY)
REPLACE = Act("replace", _("Find and replace …"), Action.EDIT, DRAFT, Whose.WRITER)
TAKE_IN = Act("take_in", _("Take in changes from Word …"), Action.EDIT, DRAFT, Whose.WRITER)
CONSULT = Act("consultations", _("Consultation"), Action.CONSULT, ANY, Whose.DRAFTER)
#: A decision can be about a text that has been left behind: what must hold is asked of the text.
SUBMIT = Act(
    "submit",
    _("Submit for decision …"),
    Action.SUBMIT,
    DRAFT | LOCKED,
    Whose.DRAFTER,
    button=pgettext_lazy("act", "Submit for decision"),
    command=Command.SUBMIT,
)
#: Offered to those who register decisions; the page is read by everyone who sees the text.
DECISIONS = Act(
    "decisions",
    _("Decisions"),
    Action.DECIDE,
    ANY,
    Whose.DRAFTER,
    button=pgettext_lazy("act", "Decisions"),
)
ADOPTED = Act(
    "adopted",
    _("Register as already adopted …"),
    Action.DECIDE,
    ANY,
    Whose.DRAFTER,
    command=Command.DECIDE,
)
CORRESPOND = Act("correspondence", _("Sent and received"), Action.REGISTER, ANY, Whose.DRAFTER)

#: What can be done to a document of any kind, in the order it is offered.
EVERY_ACT = (
    SHARE,
    LOCK,
    REOPEN,
    SUBMIT,
    DECISIONS,
    ATTACH,
    REGISTER,
    CONSULT,
    CORRESPOND,
    REPLACE,
    TAKE_IN,
    DISCARD,
)


def next_act_of_draft(text: Any) -> Act | None:
    """Return the act that leads a draft on: it is shown, then locked; None when it is there."""
    document = text.document
    if document.is_locked:
        return None
    return SHARE if is_shown_to_nobody(text) else LOCK
