"""Who meets what at every address: written by hand, on purpose not from `permissions.py`.

A change of a permission must be made here too, where it is seen as a line of a diff.
"""

from collections.abc import Iterator
from typing import NamedTuple

#: Everyone, by the role of each.
COORDINATOR_KOMMUN, COORDINATOR_POLIS, REGISTRAR = "karin", "per", "rut"
MEMBERS = {"karin", "per", "stina", "rut", "malte", "ines"}
WRITERS = {"karin", "per"}
KEEPERS = {"karin", "per", "rut"}
COMMENTERS = MEMBERS - {"ines"}
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
    before it was shown to anyone, which is not there for others. `posts`: who may act, where more
    may read. `author`: an act of the coordinator whose comment it is.
    """

    may: set[str]
    draft: tuple[int, int]
    locked: tuple[int, int]
    binding: tuple[int, int]
    own: bool = False
    past: bool = False
    text: bool = False
    posts: set[str] | None = None
    author: bool = False


READ, ACT, NOT_NOW = (200, 405), (200, 302), (409, 409)
PRESS = (405, 302)

#: Pages of one agreement.     who       draft    locked   binding
PAGES = {
    "agreements:detail": Page(MEMBERS, READ, READ, READ),
    "agreements:pdf": Page(MEMBERS, READ, READ, READ),
    "agreements:export": Page(MEMBERS, READ, READ, READ),
    "agreements:word": Page(MEMBERS, READ, READ, READ),
    "agreements:html": Page(MEMBERS, READ, READ, READ),
    "agreements:take_in": Page(WRITERS, (200, 422), NOT_NOW, NOT_NOW, text=True),
    "agreements:replace": Page(WRITERS, (200, 422), NOT_NOW, NOT_NOW, text=True),
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
    "agreements:presence": Page(MEMBERS, (200, 200), (200, 200), (200, 200)),
    "agreements:change": Page(MEMBERS, READ, READ, READ),
    "agreements:compare": Page(MEMBERS, READ, READ, READ),
    # The latest change here is an act, which is not taken back, and did nothing to the row.
    "agreements:undo": Page(WRITERS, NOT_NOW, NOT_NOW, NOT_NOW, text=True),
    "agreements:restore": Page(WRITERS, (404, 404), (404, 404), (404, 404), text=True),
}

PAGES |= {
    "agreements:comments": Page(COMMENTERS, READ, READ, READ),
    "agreements:comment": Page(COMMENTERS, ACT, ACT, ACT),
    "agreements:answer": Page(COMMENTERS, ACT, ACT, ACT),
    "agreements:deal_with": Page(COMMENTERS, PRESS, PRESS, PRESS, text=True),
    "agreements:take_back": Page(COMMENTERS, PRESS, PRESS, PRESS, author=True),
    "agreements:propose": Page(COMMENTERS, ACT, ACT, ACT),
    "agreements:wording": Page(COMMENTERS, ACT, (200, 409), (200, 409), posts=WRITERS),
    "agreements:consultations": Page(KEEPERS, READ, READ, READ, own=True),
    "agreements:consult": Page(KEEPERS, ACT, ACT, NOT_NOW, own=True),
    "agreements:consultation": Page(KEEPERS, READ, READ, READ, own=True),
    "agreements:ask": Page(KEEPERS, ACT, ACT, NOT_NOW, own=True),
    "agreements:remind": Page(KEEPERS, ACT, ACT, ACT, own=True),
    "agreements:close_consultation": Page(KEEPERS, ACT, ACT, NOT_NOW, own=True),
    "agreements:revoke_link": Page(KEEPERS, ACT, ACT, ACT, own=True),
    "agreements:renew_link": Page(KEEPERS, ACT, ACT, NOT_NOW, own=True),
    "agreements:correspondence": Page(KEEPERS, READ, READ, READ, own=True),
}

PAGES |= {
    "agreements:amend": Page(KEEPERS, NOT_NOW, NOT_NOW, ACT),
    "agreements:extend": Page(KEEPERS, NOT_NOW, NOT_NOW, ACT),
    "agreements:terminate": Page(KEEPERS, NOT_NOW, NOT_NOW, ACT),
    "agreements:succeed": Page(KEEPERS, NOT_NOW, NOT_NOW, ACT),
    "agreements:timeline": Page(MEMBERS, READ, READ, READ),
    "agreements:attach": Page(KEEPERS, NOT_NOW, NOT_NOW, ACT),
    "agreements:attached_file": Page(MEMBERS, READ, READ, READ, past=True),
    "agreements:registration": Page(KEEPERS, ACT, ACT, ACT),
    "agreements:cover_sheet": Page(MEMBERS, READ, READ, READ),
    # Each of these drafts has been locked once, so it is kept.
    "agreements:discard": Page(KEEPERS, (200, 409), NOT_NOW, NOT_NOW, own=True),
}

#: What a personal link opens, signed in or not: GET and POST while comments are taken.
GUEST = {
    "guest:read": READ,
    "guest:enter": ACT,
    "guest:comment": ACT,
    "guest:propose": ACT,
    "guest:wording": READ,
    "guest:answer": ACT,
    "guest:take_back": PRESS,
    "guest:elsewhere": (404, 404),
}
#: And once the text is binding, when nothing is taken in any more.
GUEST_AFTERWARDS = GUEST | {
    "guest:comment": NOT_NOW,
    "guest:propose": NOT_NOW,
    "guest:answer": NOT_NOW,
    "guest:take_back": (405, 409),
}

#: Pages of a partnership: who may enter; GET and POST for them.
ROOMS = {
    "pages:overview": (MEMBERS, READ),
    "agreements:list": (MEMBERS, READ),
    "agreements:new": (KEEPERS, READ),
    "agreements:waiting": (KEEPERS, READ),
    "agreements:from_template": (KEEPERS, ACT),
    "agreements:archive": (KEEPERS, (200, 422)),
    "agreements:from_text": (KEEPERS, ACT),
    "agreements:check_file": (MEMBERS, (200, 422)),
    "agreements:import": (KEEPERS, (200, 422)),
    "agreements:letterhead": (KEEPERS, ACT),
}

#: Pages of what Luleå kommun has brought in and is not yet an agreement: there for nobody else.
MANUSCRIPTS = {
    "agreements:manuscript": (KEEPERS, ACT),
    "agreements:delete_manuscript": (KEEPERS, ACT),
}

#: Pages outside partnerships: GET and POST for whoever is signed in, and for anyone else. The start
#: page leads whoever has one partnership there; Ada, who has none, stays.
OUTSIDE = {
    "pages:start": ((302, 405), (302, 302)),
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
    # The second factor. To change it one is asked for the password again.
    "mfa_index": (200, 302),
    "mfa_authenticate": (302, 302),
    "mfa_reauthenticate": (302, 302),
    "mfa_activate_totp": (302, 302),
    "mfa_deactivate_totp": (404, 302),
    "mfa_view_recovery_codes": (404, 302),
    "mfa_generate_recovery_codes": (302, 302),
    "mfa_download_recovery_codes": (404, 302),
    "mfa_list_webauthn": (200, 302),
    "mfa_add_webauthn": (302, 302),
    "mfa_reauthenticate_webauthn": (302, 302),
    "mfa_edit_webauthn": (302, 302),
    "mfa_remove_webauthn": (302, 302),
    "mfa_login_webauthn": (302, 302),
}
ALLAUTH_TAKES = {
    "account_confirm_email": {"key": "x"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "x-y"},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
}
#: And for who has a second factor, as Ada.
ALLAUTH_IN_TWO_STEPS = ALLAUTH | {
    "mfa_reauthenticate": (200, 302),
    "mfa_deactivate_totp": (302, 302),
}

#: The administration pages: for Ada alone.
ADMIN_MODELS = {
    "auth_group",
    "accounts_user",
    "partnerships_organisation",
    "partnerships_partnership",
    "account_emailaddress",
    "mfa_authenticator",
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

    def refused(status: int) -> tuple[int, ...]:
        """What a view refuses comes after what it does not answer to at all."""
        return tuple(405 if usual == 405 else status for usual in (on_get, on_post))

    writes = who in WRITES.get(state, LULEA)
    shares_the_text = writes or state == "for comments"
    if who not in sees or (row.past and not writes):
        return refused(404)
    if (row.own and not writes) or (row.text and not shares_the_text):
        return refused(403)
    if row.author and who != (COORDINATOR_POLIS if WRITES.get(state) else COORDINATOR_KOMMUN):
        return refused(403)
    if row.posts is not None and not (who in row.posts and shares_the_text):
        return on_get, 403
    return on_get, on_post


def walks() -> Iterator[tuple[str, str, list[str]]]:
    """Give (state, who, pages): every page in every state in which its answer can differ.

    A door knows nothing of the document: whom it refuses, it refuses alike in every state. And to
    the members a published agreement is what a signed one is.
    """
    for state in STATES:
        for who in sorted(EVERYONE):
            pages = [page for page in PAGES if state in _told_apart(page, who)]
            if pages:
                yield state, who, pages


def _told_apart(page: str, who: str) -> set[str]:
    """Return the states in which `page` is tried by `who`."""
    if who not in PAGES[page].may:
        return {"draft", "published"}
    return set(STATES) if who == "ines" else set(STATES) - {"published"}
