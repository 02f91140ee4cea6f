"""Putting a document before bodies and registering what they decided: acts of the document.

Each is one change by one actor. What a matter and a decision are stands in `decisions/`; here it
is said what they do to the text: it is locked, opened again, or binds.
"""

from collections.abc import Sequence

from django.utils import timezone

from consultation.rounds import close_with_the_text
from decisions.adoptions import Adoption, record_adoption
from decisions.choices import ADOPTING, Outcome, Part
from decisions.deciding import (
    ChangesNotWritten,
    Minutes,
    TextMovedOn,
    complete,
    is_left_to_others,
    keep_extract,
    record,
    refuse_taken_back,
    refuse_unless_waiting,
)
from decisions.models import Body, Decision, Matter
from decisions.submitting import (
    Step,
    alter,
    put_again,
    put_before,
    readers_of,
    withdraw,
    withdraw_settled,
)
from desk.workflow import lock_text, says_the_same, store_text
from documents.acts import ADOPTED, SUBMIT
from documents.changes import Actor, change
from documents.choices import AttachedKind, Command, SharingKind, TextState, VersionKind
from documents.files.papers import Paper
from documents.kinds import kind_of
from documents.models import AttachedFile, Document, TopRow, Version
from partnerships.models import Organisation


def submit(
    top: TopRow,
    *,
    steps: Sequence[Step],
    proposal: str,
    by: Actor,
    rapporteurs: str = "",
    address: str = "",
) -> list[Matter]:
    """Put the text before the bodies of `steps`, locked as a proposal unless it already is.

    Those who sit in them and sign in read that version, also from other organisations: it is sent
    to these, which is an act of its own. `address` is where letters to them lead.
    Raises NotReady as `workflow.lock` does, and BeforeThem when every body has the version.
    """
    document = top.document
    with change(by=by, document=document, command=Command.SUBMIT, while_locked=True):
        SUBMIT.check(document)
        version = document.locked_version or lock_text(top)
        made = put_before(
            version, steps, proposal=proposal, rapporteurs=rapporteurs, address=address
        )
        _send(document, [one.body for one in made])
        return made


def send_to_new_members(body: Body, *, by: Actor, organisation: Organisation) -> None:
    """Let those who have got a seat in `body` read what is before it already.

    Of the texts that `organisation` writes, which are its own to send.
    """
    waiting = body.matters.waiting().filter(document__drafting_organisation=organisation)
    for matter in waiting.select_related("document"):
        document = matter.document
        with change(by=by, document=document, command=Command.SEND, while_locked=True):
            if document.locked_version_id == matter.version_id:
                _send(document, [body])


def alter_matter(matter: Matter, *, by: Actor, **said) -> None:
    """Let a matter that waits say something else of its meeting or its proposed decision."""
    document = matter.document
    with change(by=by, document=document, command=Command.SUBMIT, while_locked=True):
        alter(matter, **said)


def withdraw_matter(matter: Matter, *, by: Actor, reason: str = "") -> None:
    """Take a matter back before the body has decided; the text stays locked."""
    document = matter.document
    with change(by=by, document=document, command=Command.SUBMIT, reason=reason, while_locked=True):
        withdraw(matter)


def register(
    top: TopRow, matter: Matter, minutes: Minutes, *, by: Actor, extract: Paper | None = None
) -> Decision:
    """Register what the body decided in `matter`, and let it have its effect; return the decision.

    - Adopted: what was put before it binds, once every body that is to decide has adopted it.
    - Adopted with changes: the draft as it now is, or the later version it is held to, is what was
      adopted. It is locked and binds in the same change.
    - Referred back: the draft is opened, and no other body goes on with that version.
    - Tabled: the same is put before the body again.

    Anything else is only recorded, as are all outcomes where no decision makes the kind binding.
    Raises DecidedBefore or NotWaiting when someone else was first, TextMovedOn and
    ChangesNotWritten when the text that was adopted is not the one that would bind.
    """
    document = top.document
    with change(by=by, document=document, command=Command.DECIDE, while_locked=True):
        refuse_unless_waiting(matter)
        adopts = minutes.outcome in ADOPTING and kind_of(document).binds_by_decision
        version = _adopted_text(top, matter, minutes.outcome) if adopts else matter.version
        decision = record(document, minutes, version=version, matter=matter, body=matter.body)
        if extract:
            keep_extract(decision, _attach(document, extract, version))
        if adopts:
            _adopt(top, matter, decision)
        elif minutes.outcome == Outcome.REFERRED_BACK:
            for other in matter.version.matters.waiting().with_all():
                withdraw(other)
            if document.locked_version_id == matter.version_id:
                document.release()
        elif minutes.outcome == Outcome.TABLED:
            put_again(matter)
        return decision


def register_adopted(
    top: TopRow,
    minutes: Minutes,
    *,
    by: Actor,
    body: Body | None = None,
    body_name: str = "",
    extract: Paper | None = None,
) -> Decision:
    """Register that a body adopted the text elsewhere, perhaps years ago; return the decision.

    The text as it now is binds; one that already binds is printed anew with the decision.
    """
    document = top.document
    with change(by=by, document=document, command=Command.DECIDE, while_locked=True):
        ADOPTED.check(document)
        held_to = document.locked_version or lock_text(top)
        version = held_to.signed_text or held_to
        decision = record(document, minutes, version=version, body=body, body_name=body_name)
        if extract:
            keep_extract(decision, _attach(document, extract, version))
        _bind(top)
        return decision


def take_over_adoptions(top: TopRow, adoptions: Sequence[Adoption], *, by: Actor) -> None:
    """Keep who adopted a document that came from a file; one that somebody adopted binds."""
    document = top.document
    if not adoptions:
        return
    with change(by=by, document=document, command=Command.DECIDE, while_locked=True):
        if not document.is_locked:
            lock_text(top)
        for one in adoptions:
            record_adoption(document, one)
        _bind(top)


def complete_decision(
    top: TopRow, decision: Decision, *, by: Actor, extract: Paper | None = None, **said
) -> None:
    """Add or correct what the minutes say; a binding text is printed anew with it.

    Raises TakenBackBefore when the decision has been taken back.
    """
    document = top.document
    with change(by=by, document=document, command=Command.DECIDE, while_locked=True):
        refuse_taken_back(decision)
        if extract:
            said["extract"] = _attach(document, extract, decision.version)
        if complete(decision, **said):
            print_anew(top, decision)


def _adopted_text(top: TopRow, matter: Matter, outcome: Outcome) -> Version:
    """Return the version that was adopted, and hold the rows to it."""
    document, proposed = top.document, matter.version
    binding, held_to = document.binding_version, document.locked_version
    if binding and binding.signed_text_id == proposed.pk and outcome == Outcome.ADOPTED:
        return proposed  # one more body adopts what already binds
    same = held_to.sha256 == proposed.sha256 if held_to else says_the_same(top, proposed)
    if outcome == Outcome.ADOPTED:
        if not same:
            raise TextMovedOn
        if held_to is None:
            document.hold_to(proposed)
        return document.locked_version
    if same:
        raise ChangesNotWritten
    return held_to or lock_text(top)


def _adopt(top: TopRow, matter: Matter, decision: Decision) -> None:
    """Let what was adopted bind, unless another body that is to decide has not yet done so."""
    binding, version = top.document.binding_version, decision.version
    if version.pk != matter.version_id:
        _pass_on(matter, version)
    if binding and binding.signed_text_id == version.pk:
        print_anew(top, decision)
    elif not is_left_to_others(version):
        _bind(top)


def _pass_on(matter: Matter, version: Version) -> None:
    """Put the text with the changes before those who have still to decide, or to be told."""
    waiting = matter.version.matters.waiting().filter(part__in=(Part.DECIDES, Part.INFORMED))
    others = list(waiting.with_all())
    for one in others:
        withdraw(one)
        put_again(one, version=version)
    _send(matter.document, [one.body for one in others])


def _bind(top: TopRow) -> None:
    document = top.document
    held_to = document.locked_version
    store_text(top, VersionKind.BINDING)
    close_with_the_text(document)
    withdraw_settled(document, held_to.signed_text or held_to)


def print_anew(top: TopRow, decision: Decision) -> None:
    """Store the text that binds once more, if `decision` is about it, with all that is now known.

    While it is revised its rows say something else: then it is printed anew with the revision.
    """
    if top.document.text_state != TextState.BINDING:
        return
    binding = top.document.binding_version
    if decision.version in (binding, binding.signed_text):
        store_text(top, VersionKind.BINDING)


def _send(document: Document, bodies: Sequence[Body]) -> None:
    """Let the organisations of those who sit in `bodies` read the locked version."""
    sent = document.sharings.filter(version=document.locked_version_id, kind=SharingKind.SENT)
    have_it = set(sent.values_list("organisation", flat=True))
    for organisation in readers_of(bodies):
        if not document.is_drafted_by(organisation) and organisation.pk not in have_it:
            document.let_in(organisation, kind=SharingKind.SENT, on=timezone.localdate())


def _attach(document: Document, paper: Paper, version: Version | None) -> AttachedFile:
    return AttachedFile.objects.attach(
        document,
        content=paper.content,
        media_type=paper.media_type,
        name=paper.name,
        kind=AttachedKind.MINUTES,
        version=version,
    )
