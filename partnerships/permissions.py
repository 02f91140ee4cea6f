"""The one table of who may do what: action → roles. `access.py` is the only one who asks it."""

from enum import StrEnum

from partnerships.choices import Role


class Action(StrEnum):
    """Everything a page may do inside a partnership."""

    VIEW = "view"
    CREATE = "create"
    EDIT = "edit"
    SHARE = "share"
    LOCK = "lock"
    REGISTER_SIGNED = "register_signed"
    COMMENT = "comment"
    REPORT = "report"
    CONSULT = "consult"
    REGISTER = "register"
    SET_LETTERHEAD = "set_letterhead"
    SUBMIT = "submit"
    DECIDE = "decide"
    SET_BODIES = "set_bodies"
    KEEP_DEADLINES = "keep_deadlines"


EVERYONE = frozenset(Role)
WRITERS = frozenset({Role.COORDINATOR})
REPORTERS = frozenset({Role.COORDINATOR, Role.CONTRIBUTOR})
RECORD_KEEPERS = frozenset({Role.COORDINATOR, Role.REGISTRAR})

ROLES_FOR: dict[Action, frozenset[Role]] = {
    Action.VIEW: EVERYONE,
    Action.CREATE: RECORD_KEEPERS,
    Action.EDIT: WRITERS,
    Action.SHARE: RECORD_KEEPERS,
    Action.LOCK: RECORD_KEEPERS,
    Action.REGISTER_SIGNED: RECORD_KEEPERS,
    Action.COMMENT: EVERYONE - {Role.READER},
    Action.REPORT: REPORTERS,
    Action.CONSULT: RECORD_KEEPERS,
    Action.REGISTER: RECORD_KEEPERS,
    Action.SET_LETTERHEAD: RECORD_KEEPERS,
    Action.SUBMIT: RECORD_KEEPERS,
    # Registered from the minutes: the body decides, at its meeting.
    Action.DECIDE: RECORD_KEEPERS,
    Action.SET_BODIES: RECORD_KEEPERS,
    # What was done elsewhere is noted by those who keep the papers.
    Action.KEEP_DEADLINES: RECORD_KEEPERS,
}


def may(role: Role, action: Action) -> bool:
    """Tell whether someone with `role` may do `action` in the partnership the role belongs to."""
    return role in ROLES_FOR[action]
