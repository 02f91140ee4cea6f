"""Every page of the program that a person meets, by name: who opens it, where, and what then.

`{signed}`, `{draft}` and `{locked}` are agreements; `{goal}` and its like the address of a row.
"""

from typing import NamedTuple

from tests.browser.places import (
    AGREEMENTS,
    BODIES,
    COORDINATOR,
    EMPTY,
    LULEA,
    MEMBER,
    NEWCOMER,
    OPERATOR,
    READER,
    REGISTRAR,
)


class Place(NamedTuple):
    """Who (None: nobody signed in) opens which path; `then`: what is pressed there."""

    account: str | None
    path: str
    then: str = ""
    status: int = 200


SEND = "main form:last-of-type .ds-button[type=submit]"
#: A word of 150 letters.
LONG_TITLE = "Samverkansöverenskommelse" * 6
TOO_MANY = "&".join(f"a{number}" for number in range(1100))

PAGES = {
    # Signed out
    "sign in": Place(None, "/konto/login/"),
    "sign in, refused": Place(None, "/konto/login/", then=SEND),
    "forgotten password": Place(None, "/konto/password/reset/"),
    "forgotten password, sent": Place(None, "/konto/password/reset/done/"),
    "forgotten password, old link": Place(None, "/konto/password/reset/key/1-abc/"),
    "password set": Place(None, "/konto/password/reset/key/done/"),
    "no sign-up": Place(None, "/konto/signup/"),
    "account closed": Place(None, "/konto/inactive/"),
    # One's own
    "start, of two partnerships": Place(NEWCOMER, "/"),
    "start, of no partnership": Place(OPERATOR, "/"),
    "sign out": Place(COORDINATOR, "/konto/logout/"),
    "change password": Place(COORDINATOR, "/konto/password/change/"),
    "change password, refused": Place(COORDINATOR, "/konto/password/change/", then=SEND),
    "sign in again": Place(COORDINATOR, "/konto/reauthenticate/"),
    "two steps": Place(COORDINATOR, "/konto/2fa/"),
    "two steps, of an operator": Place(OPERATOR, "/admin/"),
    "passkeys": Place(COORDINATOR, "/konto/2fa/webauthn/"),
    # A partnership
    "overview": Place(COORDINATOR, f"/{LULEA}/"),
    "overview, nothing yet": Place(NEWCOMER, f"/{EMPTY}/"),
    "agreements": Place(COORDINATOR, AGREEMENTS),
    "agreements found": Place(COORDINATOR, f"{AGREEMENTS}?sok=samverkan"),
    "agreements, none found": Place(COORDINATOR, f"{AGREEMENTS}?sok=finnsinte"),
    "agreements, nothing yet": Place(NEWCOMER, f"/{EMPTY}/overenskommelser/"),
    "what waits to be registered": Place(REGISTRAR, f"{AGREEMENTS}att-registrera/"),
    "nothing waits to be registered": Place(NEWCOMER, f"/{EMPTY}/overenskommelser/att-registrera/"),
    "overview, of a reader": Place(READER, f"/{LULEA}/"),
    "new agreement": Place(COORDINATOR, f"{AGREEMENTS}ny/"),
    "from a template, refused": Place(COORDINATOR, f"{AGREEMENTS}ny/mall/", then=SEND),
    "from text, refused": Place(COORDINATOR, f"{AGREEMENTS}ny/text/", then=SEND),
    "archive, refused": Place(COORDINATOR, f"{AGREEMENTS}ny/arkiv/", then=SEND),
    "look through the text": Place(COORDINATOR, "{manuscript}"),
    "throw away the text": Place(COORDINATOR, "{manuscript}ta-bort/"),
    "letterhead": Place(COORDINATOR, f"{AGREEMENTS}brevhuvud/"),
    "import": Place(COORDINATOR, f"{AGREEMENTS}importera/"),
    "import, refused": Place(COORDINATOR, f"{AGREEMENTS}importera/", then=SEND),
    # An agreement
    "signed agreement": Place(READER, "{signed}"),
    "draft": Place(COORDINATOR, "{draft}"),
    "locked draft": Place(COORDINATOR, "{locked}"),
    "reading view": Place(COORDINATOR, "{draft}?las"),
    "history": Place(COORDINATOR, "{draft}historik/"),
    "history, of one day": Place(COORDINATOR, "{draft}historik/?till=2000-01-01"),
    "replace words": Place(COORDINATOR, "{draft}ersatt/?sok=samverkan&med=samarbete"),
    "as it was": Place(COORDINATOR, "{as_of}"),
    "what was changed": Place(COORDINATOR, "{as_of}andring/"),
    "compare": Place(COORDINATOR, "{draft}jamfor/"),
    "line of time": Place(READER, "{signed}tidslinje/"),
    "amend": Place(COORDINATOR, "{signed}tillagg/"),
    "extend, refused": Place(REGISTRAR, "{signed}forlangning/", then=SEND),
    "terminate, refused": Place(REGISTRAR, "{signed}uppsagning/", then=SEND),
    "attach, refused": Place(REGISTRAR, "{signed}filer/ny/", then=SEND),
    "registration": Place(REGISTRAR, "{signed}registrering/"),
    "check a file": Place(READER, f"{AGREEMENTS}kontrollera/"),
    "discard, kept": Place(COORDINATOR, "{draft}slang/"),
    "version": Place(REGISTRAR, "{signed}versioner/1/"),
    "start from": Place(COORDINATOR, "{signed}kopiera/"),
    "share": Place(COORDINATOR, "{draft}dela/"),
    "share, refused": Place(COORDINATOR, "{draft}dela/", then=SEND),
    "take in a Word file, refused": Place(COORDINATOR, "{draft}word/ta-in/", then=SEND),
    "lock": Place(COORDINATOR, "{draft}las/"),
    "reopen": Place(COORDINATOR, "{locked}oppna/"),
    "register as signed": Place(COORDINATOR, "{locked}undertecknad/"),
    # Comments and consultation
    "comments": Place(COORDINATOR, "{draft}kommentarer/"),
    "comment, refused": Place(COORDINATOR, "{draft}kommentarer/ny/", then=SEND),
    "proposed wording": Place(COORDINATOR, "{wording}"),
    "consultation": Place(COORDINATOR, "{consultation}"),
    "remind": Place(COORDINATOR, "{consultation}paminn/"),
    "send for comments, refused": Place(COORDINATOR, "{draft}samrad/ny/", then=SEND),
    "sent and received": Place(REGISTRAR, "{draft}skickat-och-mottaget/"),
    "asked": Place(None, "{guest}oppna/"),
    "draft, as asked": Place(None, "{guest}"),
    "wording, as asked": Place(None, "{guest_wording}"),
    "nothing there, as asked": Place(None, "{guest}finns-inte/", status=404),
    "broken link": Place(None, "/samrad/trasig/", status=404),
    # Bodies and what they decide
    "bodies": Place(READER, BODIES),
    "bodies, none yet": Place(NEWCOMER, f"/{EMPTY}/organ/"),
    "new body, refused": Place(COORDINATOR, f"{BODIES}nytt/", then=SEND),
    "body": Place(COORDINATOR, "{steering_group}"),
    "new member, refused": Place(COORDINATOR, "{steering_group}ledamot/", then=SEND),
    "decisions": Place(COORDINATOR, "{plan}beslut/"),
    "decisions, none yet": Place(COORDINATOR, "{draft}beslut/"),
    "submit": Place(COORDINATOR, "{draft}beslut/lamna/"),
    "already adopted, refused": Place(COORDINATOR, "{plan}beslut/redan-faststalld/", then=SEND),
    "before the meeting": Place(MEMBER, "{matter}"),
    "before the meeting, refused": Place(MEMBER, "{matter}", then=".answer .ds-button"),
    "before the meeting, of the coordinator": Place(COORDINATOR, "{matter}"),
    "change a matter": Place(COORDINATOR, "{matter}andra/"),
    "withdraw a matter": Place(COORDINATOR, "{matter}dra-tillbaka/"),
    "register a decision, refused": Place(COORDINATOR, "{matter}registrera/", then=SEND),
    "from the minutes": Place(COORDINATOR, "{minutes}"),
    # Rows, each form on a page of its own
    "edit agreement": Place(COORDINATOR, "{agreement}"),
    "edit section": Place(COORDINATOR, "{section}"),
    "edit text": Place(COORDINATOR, "{part}"),
    "edit goal": Place(COORDINATOR, "{goal}"),
    "edit party": Place(COORDINATOR, "{party}"),
    "edit signatory": Place(COORDINATOR, "{signatory}"),
    "edit body": Place(COORDINATOR, "{body}"),
    "edit seat": Place(COORDINATOR, "{seat}"),
    "edit duty": Place(COORDINATOR, "{duty}"),
    "new text": Place(COORDINATOR, "{new_part}"),
    "new text, refused": Place(COORDINATOR, "{new_part}", then=SEND),
    "new duty, refused": Place(COORDINATOR, "{draft}duty/ny/", then=SEND),
    "new appendix": Place(COORDINATOR, "{draft}appendix/ny/"),
    "move goal": Place(COORDINATOR, "{goal}flytta/"),
    "move party": Place(COORDINATOR, "{party}flytta/"),
    "delete section": Place(COORDINATOR, "{section}ta-bort/"),
    # What can go wrong
    "413": Place(COORDINATOR, f"{AGREEMENTS}?{TOO_MANY}", status=413),
    "403": Place(READER, f"{AGREEMENTS}ny/", status=403),
    "404": Place(COORDINATOR, "/finns-inte/", status=404),
    "404, signed out": Place(None, "/finns/inte/", status=404),
    "409": Place(COORDINATOR, "{locked}las/", status=409),
}

#: The pages of a draft once more, of one with a title and a subtitle too long for their lines.
LONG_PAGES = {
    f"{name}, of a long title": place._replace(path=place.path.replace("{draft}", "{long}"))
    for name, place in PAGES.items()
    if place.path.startswith("{draft}")
}
PAGES |= LONG_PAGES
