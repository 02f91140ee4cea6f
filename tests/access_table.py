"""Who meets what at every address. What only a person can say of it is written by hand.

In which states an act begins and whose it is, is read from the acts of the kind
(`documents.acts`), as the pages and the action area do. Who may do what stands here on purpose
beside `permissions.py`: a change of a permission must be made here too, where it is seen as a line
of a diff.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from agreements.kind import AGREEMENT
from documents.acts import ADOPTED, ANY, DRAFT, EVERY_ACT, LOCKED, REVISE, Act, Whose
from documents.choices import TextState
from documents.kinds import DocumentKind
from partnerships.permissions import Action

#: Everyone, by the role of each.
COORDINATOR_KOMMUN, COORDINATOR_POLIS, REGISTRAR = "karin", "per", "rut"
MEMBERS = {"karin", "per", "stina", "rut", "malte", "ines"}
WRITERS = {"karin", "per"}
KEEPERS = {"karin", "per", "rut"}
COMMENTERS = MEMBERS - {"ines"}
REPORTERS = {"karin", "per", "malte"}
OUTSIDERS = {"olof", "ada"}
EVERYONE = MEMBERS | OUTSIDERS | {"nobody"}
MAY = {
    Action.VIEW: MEMBERS,
    Action.CREATE: KEEPERS,
    Action.EDIT: WRITERS,
    Action.SHARE: KEEPERS,
    Action.LOCK: KEEPERS,
    Action.REGISTER_SIGNED: KEEPERS,
    Action.COMMENT: COMMENTERS,
    Action.REPORT: REPORTERS,
    Action.CONSULT: KEEPERS,
    Action.REGISTER: KEEPERS,
    Action.SET_LETTERHEAD: KEEPERS,
    Action.SUBMIT: KEEPERS,
    Action.DECIDE: KEEPERS,
    Action.SET_BODIES: KEEPERS,
    Action.KEEP_DEADLINES: KEEPERS,
}

LULEA = {"karin", "stina", "rut"}
POLICE = {"per"}


class State(NamedTuple):
    """A document that one meets: who sees it, who sees what is written in it, and who writes it."""

    sees: set[str]
    text: TextState
    writes: set[str] = LULEA
    #: Those with whom the draft is shared for comments write in it too.
    shared: set[str] = set()
    #: Where a binding text is revised: who sees the revision.
    sees_draft: set[str] = set()


STATES = {
    "draft": State(LULEA, TextState.DRAFT),
    "for comments": State(LULEA | POLICE, TextState.DRAFT, shared=POLICE),
    "sent": State(LULEA | POLICE, TextState.DRAFT),
    "locked": State(LULEA, TextState.LOCKED),
    "locked and sent": State(LULEA | POLICE, TextState.LOCKED),
    "draft of the police": State(POLICE, TextState.DRAFT, writes=POLICE),
    "signed": State(MEMBERS, TextState.BINDING),
    "published": State(MEMBERS, TextState.BINDING),
    "of another partnership": State(set(), TextState.DRAFT),
}
#: Of a kind whose binding text is revised.
REVISED = {
    "revised": State(MEMBERS, TextState.REVISION, sees_draft=LULEA),
    "revised for comments": State(
        MEMBERS, TextState.REVISION, shared=POLICE, sees_draft=LULEA | POLICE
    ),
    "revised and locked": State(MEMBERS, TextState.LOCKED_REVISION, sees_draft=LULEA),
}


class Page(NamedTuple):
    """Who may enter, and the status of GET and POST where what it does can be done.

    `states` are those of the text in which it can, `instead` is what is answered in others;
    `whose` it is as in `documents.acts`. `past`: a part of the draft's past, from before it was
    shown to anyone, which is not there for others; `latest`: the latest of what was done, which is
    not there for who does not see the draft. `posts`: who may act, where more may read. `author`:
    an act of the coordinator whose comment it is.
    """

    may: set[str]
    answers: tuple[int, int]
    states: frozenset[TextState] = ANY
    whose: Whose = Whose.READER
    instead: tuple[int, int] = (409, 409)
    past: bool = False
    latest: bool = False
    posts: set[str] | None = None
    author: bool = False


READ, ACT, NOT_NOW, NOT_THERE = (200, 405), (200, 302), (409, 409), (404, 404)
PRESS = (405, 302)
#: The round was opened about the first draft, and closed when its text became binding.
UNBOUND = frozenset({TextState.DRAFT, TextState.LOCKED})

#: Pages of one agreement.     who       where it can be done
PAGES = {
    "agreements:detail": Page(MEMBERS, READ),
    "agreements:pdf": Page(MEMBERS, READ),
    "agreements:export": Page(MEMBERS, READ),
    "agreements:word": Page(MEMBERS, READ),
    "agreements:html": Page(MEMBERS, READ),
    "agreements:history": Page(MEMBERS, READ),
    "agreements:as_of": Page(MEMBERS, READ, latest=True),
    "agreements:version": Page(MEMBERS, READ, past=True),
    "agreements:version_pdf": Page(MEMBERS, READ, past=True),
    "agreements:logo": Page(MEMBERS, READ),
    "agreements:add": Page(WRITERS, ACT, DRAFT, Whose.WRITER),
    "agreements:edit": Page(WRITERS, ACT, DRAFT, Whose.WRITER),
    "agreements:move": Page(WRITERS, ACT, DRAFT, Whose.WRITER),
    "agreements:delete": Page(WRITERS, ACT, DRAFT, Whose.WRITER),
    "agreements:presence": Page(MEMBERS, (200, 200)),
    "agreements:change": Page(MEMBERS, READ, latest=True),
    "agreements:compare": Page(MEMBERS, READ),
    # The latest change here is an act, which is not taken back, and did nothing to the row.
    "agreements:undo": Page(WRITERS, NOT_NOW, whose=Whose.WRITER),
    "agreements:restore": Page(WRITERS, NOT_THERE, whose=Whose.WRITER),
    "agreements:timeline": Page(MEMBERS, READ),
    "agreements:attached_file": Page(MEMBERS, READ, past=True),
    "agreements:cover_sheet": Page(MEMBERS, READ),
}

PAGES |= {
    "agreements:comments": Page(COMMENTERS, READ),
    "agreements:comment": Page(COMMENTERS, ACT),
    "agreements:answer": Page(COMMENTERS, ACT),
    "agreements:deal_with": Page(COMMENTERS, PRESS, whose=Whose.WRITER),
    "agreements:withdraw": Page(COMMENTERS, PRESS, author=True),
    "agreements:propose": Page(COMMENTERS, ACT, DRAFT | LOCKED),
    "agreements:wording": Page(COMMENTERS, ACT, DRAFT, instead=(200, 409), posts=WRITERS),
    "agreements:consult": Page(KEEPERS, ACT, DRAFT | LOCKED, Whose.DRAFTER),
    "agreements:consultation": Page(KEEPERS, READ, whose=Whose.DRAFTER),
    "agreements:ask": Page(KEEPERS, ACT, UNBOUND, Whose.DRAFTER),
    "agreements:remind": Page(KEEPERS, ACT, whose=Whose.DRAFTER),
    "agreements:close_consultation": Page(KEEPERS, ACT, UNBOUND, Whose.DRAFTER),
    "agreements:revoke_link": Page(KEEPERS, ACT, whose=Whose.DRAFTER),
    "agreements:renew_link": Page(KEEPERS, ACT, UNBOUND, Whose.DRAFTER),
}

#: How it goes with a row, of a kind that has rows of which that is reported. What is corrected here
#: was reported by the organisation that writes the document.
FOLLOWED = {
    "followed": Page(MEMBERS, READ),
    "report": Page(REPORTERS, ACT),
    "report_outcome": Page(REPORTERS, ACT),
    "correct_outcome": Page(REPORTERS, ACT, whose=Whose.DRAFTER),
    "withdraw_outcome": Page(REPORTERS, PRESS, whose=Whose.DRAFTER),
}
#: And of a kind that has none.
NOT_FOLLOWED = {
    name: Page(page.may, tuple(405 if usual == 405 else 404 for usual in page.answers))
    for name, page in FOLLOWED.items()
}

PAGES |= {
    # The matter is about version 1; the coordinator who wrote it sits in the body.
    "agreements:matter": Page(MEMBERS, ACT, past=True, posts=WRITERS),
    "agreements:read_matter": Page(MEMBERS, PRESS, past=True, posts=WRITERS),
    "agreements:alter_matter": Page(KEEPERS, ACT, whose=Whose.DRAFTER),
    "agreements:withdraw_matter": Page(KEEPERS, ACT, whose=Whose.DRAFTER),
    "agreements:decide": Page(KEEPERS, ACT, whose=Whose.DRAFTER),
    "agreements:minutes": Page(KEEPERS, ACT, whose=Whose.DRAFTER),
    "agreements:take_back_decision": Page(KEEPERS, ACT, whose=Whose.DRAFTER),
}

#: What an act answers that asks for more than a press, or is a page to read.
ANSWERS = {
    "replace": (200, 422),
    "take_in": (200, 422),
    "consultations": READ,
    "correspondence": READ,
    # Each of these drafts has been locked once, so it is kept.
    "discard": (200, 409),
}
#: The acts that every document has an address for, whether its kind has the act or not.
GENERAL = (*EVERY_ACT, ADOPTED, REVISE)


@cache
def pages_of(kind: DocumentKind) -> dict[str, Page]:
    """Return the pages of one document of `kind`, by the names that they have for an agreement."""
    not_there = {act.address: Page(MAY[act.action], NOT_THERE) for act in GENERAL}
    of_acts = not_there | {act.address: _page_of(act) for act in kind.acts}
    followed = FOLLOWED if kind.followed_rows else NOT_FOLLOWED
    pages = PAGES | {f"agreements:{name}": page for name, page in (of_acts | followed).items()}
    # Offered to who registers decisions, and read by everyone.
    return pages | {"agreements:decisions": Page(MEMBERS, READ)}


def _page_of(act: Act) -> Page:
    answers = ANSWERS.get(act.address, ACT)
    return Page(MAY[act.action], answers, act.states, act.whose)


PAGES = pages_of(AGREEMENT)

#: What a personal link opens, signed in or not: GET and POST while comments are taken.
GUEST = {
    "guest:read": READ,
    "guest:enter": ACT,
    "guest:comment": ACT,
    "guest:propose": ACT,
    "guest:wording": READ,
    "guest:answer": ACT,
    "guest:withdraw": PRESS,
    "guest:elsewhere": (404, 404),
}
#: And once the text is binding, when nothing is taken in any more.
GUEST_AFTERWARDS = GUEST | {
    "guest:comment": NOT_NOW,
    "guest:propose": NOT_NOW,
    "guest:answer": NOT_NOW,
    "guest:withdraw": (405, 409),
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
    "plans:new": (KEEPERS, (200, 422)),
    "pages:deadlines": (MEMBERS, READ),
    "pages:note_done": (KEEPERS, ACT),
    "pages:forget_done": (KEEPERS, PRESS),
    "pages:count_deadlines": (KEEPERS, PRESS),
    "pages:year": (MEMBERS, READ),
    "pages:new_pattern": (KEEPERS, ACT),
    "pages:pattern": (KEEPERS, ACT),
    "pages:forget_pattern": (KEEPERS, PRESS),
    "pages:subscribe": (MEMBERS, PRESS),
    # One of one's own: tests/deadlines.
    "pages:unsubscribe": (MEMBERS, (405, 404)),
    "bodies:list": (MEMBERS, READ),
    "bodies:new": (KEEPERS, ACT),
    "bodies:body": (KEEPERS, ACT),
    "bodies:new_seat": (KEEPERS, ACT),
    "bodies:seat": (KEEPERS, ACT),
}

#: Pages of what Luleå kommun has brought in and is not yet an agreement: there for nobody else.
MANUSCRIPTS = {
    "agreements:manuscript": (KEEPERS, ACT),
    "agreements:delete_manuscript": (KEEPERS, ACT),
}


def status_expected(
    page: str, state: str, who: str, kind: DocumentKind = AGREEMENT, own: Page | None = None
) -> tuple[int, int]:
    """Return the statuses of GET and POST for `who` at `page` of the document in `state`.

    `own` is the page where only its kind has it (`access_own.py`).
    """
    row = own or pages_of(kind)[page]
    met = (STATES | REVISED)[state]
    if who == "nobody":
        return 302, 403
    if who in OUTSIDERS:
        return 404, 404
    if who not in row.may:
        return 403, 403
    on_get, on_post = row.answers if met.text in row.states else row.instead

    def refused(status: int) -> tuple[int, ...]:
        """What a view refuses comes after what it does not answer to at all."""
        return tuple(405 if usual == 405 else status for usual in (on_get, on_post))

    writes = who in met.writes
    shares_the_text = writes or who in met.shared
    if who not in met.sees or (row.past and not writes):
        return refused(404)
    if row.latest and met.sees_draft and who not in met.sees_draft:
        return refused(404)
    if not {Whose.DRAFTER: writes, Whose.WRITER: shares_the_text}.get(row.whose, True):
        return refused(403)
    if row.author and who not in {COORDINATOR_KOMMUN, COORDINATOR_POLIS} & met.writes:
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
            pages = [page for page in PAGES if is_told_apart(page, state, who)]
            if pages:
                yield state, who, pages


def is_told_apart(page: str, state: str, who: str, kind: DocumentKind = AGREEMENT) -> bool:
    """Tell whether `page` is tried by `who` in `state`."""
    if who not in pages_of(kind)[page].may:
        return state in ("draft", "published")
    return who == "ines" or state != "published"
