"""Who meets what at every address: written by hand, on purpose not from `permissions.py`.

A change of a permission must be made here too, where it is seen as a line of a diff.
"""

from typing import NamedTuple

#: Everyone, by the role of each.
COORDINATOR_KOMMUN, COORDINATOR_POLIS, REGISTRAR = "karin", "per", "rut"
MEMBERS = {"karin", "per", "stina", "rut", "malte", "ines"}
WRITERS = {"karin", "per"}
KEEPERS = {"karin", "per", "rut"}
OUTSIDERS = {"olof", "ada"}
EVERYONE = MEMBERS | OUTSIDERS | {"nobody"}

LULEA = {"karin", "stina", "rut"}
POLICE = {"per"}
#: State of an agreement: who sees it, and which columns of PAGES hold.
STATES = {
    "draft": (LULEA, "draft"),
    "for comments": (LULEA | POLICE, "draft"),
    "sent": (LULEA | POLICE, "draft"),
    "locked": (LULEA, "locked"),
    "locked and sent": (LULEA | POLICE, "locked"),
    "draft of the police": (POLICE, "draft"),
    "signed": (MEMBERS, "binding"),
    "published": (MEMBERS, "binding"),
    "of another partnership": (set(), "draft"),
}
WRITES = {"draft of the police": POLICE}  # the organisation whose draft it is; all others Luleå's


class Page(NamedTuple):
    """Who may enter, and the status of GET and POST in each state of the text.

    `own`: an act of the organisation that writes it. `text`: a change of the text, for it and for
    those with which the draft is shared for comments. `past`: a part of the draft's past, from
    before it was shown to anyone, which is not there for others.
    """

    may: set[str]
    draft: tuple[int, int]
    locked: tuple[int, int]
    binding: tuple[int, int]
    own: bool = False
    past: bool = False
    text: bool = False


READ, ACT, NOT_NOW = (200, 405), (200, 302), (409, 409)

#: Pages of one agreement.     who       draft    locked   binding
PAGES = {
    "agreements:detail": Page(MEMBERS, READ, READ, READ),
    "agreements:pdf": Page(MEMBERS, READ, READ, READ),
    "agreements:export": Page(MEMBERS, READ, READ, READ),
    "agreements:history": Page(MEMBERS, READ, READ, READ),
    "agreements:as_of": Page(MEMBERS, READ, READ, READ),
    "agreements:version": Page(MEMBERS, READ, READ, READ, past=True),
    "agreements:version_pdf": Page(MEMBERS, READ, READ, READ, past=True),
    "agreements:logo": Page(MEMBERS, READ, READ, READ),
    "agreements:start_from": Page(KEEPERS, ACT, ACT, ACT),
    "agreements:share": Page(KEEPERS, ACT, ACT, NOT_NOW, own=True),
    "agreements:lock": Page(KEEPERS, ACT, NOT_NOW, NOT_NOW, own=True),
    "agreements:reopen": Page(KEEPERS, NOT_NOW, ACT, NOT_NOW, own=True),
    "agreements:register_signed": Page(KEEPERS, NOT_NOW, ACT, NOT_NOW),
    "agreements:add": Page(WRITERS, ACT, NOT_NOW, NOT_NOW, text=True),
    "agreements:edit": Page(WRITERS, ACT, NOT_NOW, NOT_NOW, text=True),
    "agreements:move": Page(WRITERS, ACT, NOT_NOW, NOT_NOW, text=True),
    "agreements:delete": Page(WRITERS, ACT, NOT_NOW, NOT_NOW, text=True),
}

#: Pages of a partnership: who may enter; GET and POST for them.
ROOMS = {
    "pages:overview": (MEMBERS, READ),
    "agreements:list": (MEMBERS, READ),
    "agreements:new": (KEEPERS, ACT),
    "agreements:import": (KEEPERS, (200, 422)),
}

#: Pages outside partnerships: GET and POST for whoever is signed in, and for anyone else.
OUTSIDE = {
    "pages:start": (READ, (302, 302)),
    "pages:health": (READ, READ),
    "set_language": ((302, 302), (302, 302)),
}

#: django-allauth's pages: GET for whoever is signed in, and for anyone else.
#: 302 leads the signed in away from what they need not, and the others to the sign-in page.
ALLAUTH = {
    "account_login": (302, 200),
    "account_logout": (200, 302),
    "account_signup": (302, 200),  # says that it is closed
    "account_inactive": (200, 200),
    "account_reauthenticate": (200, 302),
    "account_email": (200, 302),
    "account_email_verification_sent": (200, 200),
    "account_confirm_email": (200, 200),
    "account_change_password": (200, 302),
    "account_set_password": (302, 302),
    "account_reset_password": (200, 200),
    "account_reset_password_done": (200, 200),
    "account_reset_password_from_key": (200, 200),
    "account_reset_password_from_key_done": (200, 200),
    "account_confirm_login_code": (302, 302),
}

#: The administration pages: for Ada alone.
ADMIN_MODELS = {
    "auth_group",
    "accounts_user",
    "partnerships_organisation",
    "partnerships_partnership",
    "account_emailaddress",
}
ADMIN_ACTS = {"changelist", "add", "history", "delete", "change"}
ADMIN = (
    {f"admin:{model}_{act}" for model in ADMIN_MODELS for act in ADMIN_ACTS}
    | {f"admin:{word}" for word in ("index", "app_list", "autocomplete", "jsi18n", "view_on_site")}
    | {"admin:password_change", "admin:password_change_done", "admin:auth_user_password_change"}
    | {"admin:login", "admin:logout"}
    # Old addresses that lead on, and the catch-all that hides which addresses exist.
    | {"admin:None"}
)


def status_expected(page: str, state: str, who: str) -> tuple[int, int]:
    """Return the statuses of GET and POST for `who` at `page` of the agreement in `state`."""
    row = PAGES[page]
    sees, column = STATES[state]
    if who == "nobody":
        return 302, 302
    if who in OUTSIDERS:
        return 404, 404
    if who not in row.may:
        return 403, 403
    on_get, on_post = getattr(row, column)
    writes = who in WRITES.get(state, LULEA)
    if who not in sees or (row.past and not writes):
        return 404, 405 if on_post == 405 else 404
    if row.own and not writes:
        return 403, 403
    if row.text and not writes and state != "for comments":
        return 403, 403
    return on_get, on_post
