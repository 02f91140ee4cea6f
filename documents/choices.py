"""Stable values and their words for documents of every kind."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reach(models.TextChoices):
    """Who can see a document (`architecture.md`, decision 14).

    A binding text is seen by every member of its partnership: each party has its own copy.
    """

    DRAFTING = "drafting", _("Only the organisation that writes it")
    NAMED = "named", _("The organisations it has been shared with or sent to")
    PARTNERSHIP = "partnership", _("Everyone in the partnership")
    PUBLIC = "public", _("Published")


class SharingKind(models.TextChoices):
    """How a draft left the organisation that writes it; the two differ in law."""

    FOR_COMMENTS = "for_comments", _("Shared for comments")
    SENT = "sent", _("Sent")


class VersionKind(models.TextChoices):
    """What a stored version is."""

    PROPOSAL = "proposal", _("Proposal")
    BINDING = "binding", _("Binding text")


class TextState(StrEnum):
    """Which texts a document has: the only meanings of its two versions.

    ================ ============== =============== ====================== =======================
    state            locked_version binding_version the rows                who reads which text
    ================ ============== =============== ====================== =======================
    DRAFT            none           none            are written             drafters the rows
    LOCKED           a proposal     none            are held to a proposal  drafters the proposal
    BINDING          the binding    the same        are held to it          everyone the binding
    REVISION         none           a binding       are written             drafters the rows,
                                                                            all others the binding
    LOCKED_REVISION  a proposal     a binding       are held to a proposal  drafters the proposal,
                                                                            all others the binding
    ================ ============== =============== ====================== =======================

    Drafters: the organisation that writes the document, and those to which the draft in hand has
    been shown; a revision is a draft of its own, and is shown anew. Everyone: the partnership.
    """

    DRAFT = "draft"
    LOCKED = "locked"
    BINDING = "binding"
    REVISION = "revision"
    LOCKED_REVISION = "locked_revision"


class Command(models.TextChoices):
    """What a person did; the history list says it in words."""

    CREATE = "create", _("created the document")
    COPY = "copy", _("created the document from an earlier one")
    IMPORT = "import", _("imported the document")
    EDIT = "edit", _("edited the document")
    SHARE = "share", _("shared the document for comments")
    SEND = "send", _("sent the document")
    LOCK = "lock", _("locked a version")
    REOPEN = "reopen", _("reopened the document for editing")
    REVISE = "revise", _("began to revise the binding text")
    REGISTER_SIGNED = "register_signed", _("registered the document as signed")
    UNDO = "undo", _("took back a change")
    REDO = "redo", _("made a change again")
    RESTORE = "restore", _("restored an earlier wording")
    TAKE_IN = "take_in", _("took in a Word file")
    REPLACE = "replace", _("replaced words")
    CONSULT = "consult", _("opened a consultation")
    CLOSE_CONSULTATION = "close_consultation", _("closed a consultation")
    ACCEPT_WORDING = "accept_wording", _("accepted a proposed wording")
    EXTEND = "extend", _("registered an extension")
    TERMINATE = "terminate", _("registered a termination")
    REGISTER = "register", _("noted the registration")
    ATTACH = "attach", _("attached a file")
    SUBMIT = "submit", _("submitted the document for decision")
    DECIDE = "decide", _("registered a decision")
    UNBIND = "unbind", _("took back the decision by which the text was binding")


#: What is neither an edit nor the beginning: acts that change who sees or may change the document.
ACTS = frozenset(
    {
        Command.SHARE,
        Command.SEND,
        Command.LOCK,
        Command.REOPEN,
        Command.REVISE,
        Command.REGISTER_SIGNED,
        Command.CONSULT,
        Command.CLOSE_CONSULTATION,
        Command.EXTEND,
        Command.TERMINATE,
        Command.SUBMIT,
        Command.DECIDE,
        Command.UNBIND,
    }
)


#: The acts that move a document from one `TextState` to another.
MOVES = frozenset(
    {
        Command.LOCK,
        Command.REOPEN,
        Command.REVISE,
        Command.REGISTER_SIGNED,
        Command.SUBMIT,
        Command.DECIDE,
        Command.UNBIND,
    }
)


#: What is done with the text that binds, whatever is written beside it.
ABOUT_BINDING = frozenset({Command.ATTACH, Command.REGISTER})


#: What a person can take back: a change of the text and nothing else.
UNDOABLE = frozenset(
    {
        Command.EDIT,
        Command.TAKE_IN,
        Command.REPLACE,
        Command.ACCEPT_WORDING,
        Command.RESTORE,
        Command.REDO,
    }
)


class Retention(models.TextChoices):
    """Whether an archive keeps a document (`domain.md` section 3b, archive)."""

    PRESERVE = "preserve", _("Preserved")
    WEED = "weed", _("Weeded")


class AttachedKind(models.TextChoices):
    """What a file from outside is."""

    SIGNED = "signed", _("Signed original")
    RECEIVED = "received", _("Received")
    MINUTES = "minutes", _("Extract of the minutes")
    OTHER = "other", pgettext_lazy("file", "Other")


class PartKind(models.TextChoices):
    """What a part of a section is."""

    TEXT = "text", _("Running text")
    BLOCK = "block", _("Structured block")


class BlockStyle(models.TextChoices):
    """How a list in a block is printed."""

    DASH = "dash", _("Dashes")
    NUMBERED = "numbered", _("Numbers")
    PLAIN = "plain", _("Plain")
