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


EVERYONE = frozenset(Role)
WRITERS = frozenset({Role.COORDINATOR})
RECORD_KEEPERS = frozenset({Role.COORDINATOR, Role.REGISTRAR})

ROLES_FOR: dict[Action, frozenset[Role]] = {
    Action.VIEW: EVERYONE,
    Action.CREATE: RECORD_KEEPERS,
    Action.EDIT: WRITERS,
    Action.SHARE: RECORD_KEEPERS,
    Action.LOCK: RECORD_KEEPERS,
    Action.REGISTER_SIGNED: RECORD_KEEPERS,
}


def may(role: Role, action: Action) -> bool:
    """Tell whether someone with `role` may do `action` in the partnership the role belongs to."""
    return role in ROLES_FOR[action]
