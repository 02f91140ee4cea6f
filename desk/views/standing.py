"""What the page of a document says of bodies and their decisions."""

from collections.abc import Iterable
from dataclasses import dataclass

from decisions.choices import Outcome
from decisions.models import Decision, Matter
from documents.choices import Command
from documents.models import Change, TopRow
from partnerships.access import Access

#: What leaves something to say: before that, nothing is asked of the database.
_LEAVES = {Command.SUBMIT, Command.DECIDE, Command.UNBIND}


@dataclass(frozen=True)
class Standing:
    """The decisions about the text that is read, what waits, and why a draft came back."""

    decisions: tuple[Decision, ...] = ()
    waiting: tuple[Matter, ...] = ()
    referred_back: Decision | None = None

    def __bool__(self) -> bool:
        return bool(self.decisions or self.waiting)


def standing(top: TopRow, access: Access, changes: Iterable[Change]) -> Standing:
    """Return what is to be said of `top` to its reader, who sees `changes`; at most two queries."""
    document, version = top.document, top.version_read
    if not (document.is_binding or any(one.command in _LEAVES for one in changes)):
        return Standing()
    known = list(Decision.objects.seen_by(access).filter(document=document))
    texts = {version.pk, version.signed_text_id} if version else set()
    last = known[-1] if known else None
    came_back = last and last.outcome == Outcome.REFERRED_BACK and version is None
    waiting = Matter.objects.seen_by(access).filter(document=document).waiting().with_all()
    return Standing(
        tuple(one for one in known if one.version_id in texts - {None}),
        tuple(waiting) if document.has_draft else (),
        last if came_back else None,
    )
