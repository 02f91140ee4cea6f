"""What became of what a guest wrote: answers to their comments, decisions on their wordings.

The guest's page and the letter that tells of it ask here, so that they say the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from consultation.choices import WordingState
from consultation.models import Comment, Invitation
from consultation.threads import Thread


@dataclass(frozen=True)
class Reply:
    """An answer (`state` is empty), or what was decided on a proposed wording.

    `anchor` is its id on the guest's page; `about` the comment that it is a reply to.
    """

    about: Comment
    at: datetime
    anchor: str
    name: str
    state: str = ""

    @property
    def is_accepted(self) -> bool:
        """Tell whether it says that a wording was accepted, as proposed or with changes."""
        return self.state in (WordingState.ACCEPTED, WordingState.EDITED)

    @property
    def is_edited(self) -> bool:
        """Tell whether it says that a wording was accepted with changes."""
        return self.state == WordingState.EDITED


def replies_to(
    invitation: Invitation, threads: Iterable[Thread], since: datetime | None = None
) -> list[Reply]:
    """Return the replies in `threads` to what `invitation` wrote, after `since`; the oldest first.

    `threads` are those that the guest sees.
    """
    own = (one for one in threads if one.comment.invitation_id == invitation.pk)
    found = [reply for thread in own for reply in _replies(thread, invitation)]
    return sorted((one for one in found if since is None or one.at > since), key=lambda one: one.at)


def _replies(thread: Thread, invitation: Invitation) -> Iterable[Reply]:
    about = thread.comment
    for answer in thread.answers:
        # A member who was asked can go on with their own conversation from the draft's page.
        if answer.user_id is None or answer.user_id != invitation.user_id:
            yield Reply(about, answer.at, answer.anchor, answer.name)
    wording = about.proposal
    if wording and not wording.is_open:
        yield Reply(about, wording.decided_at, wording.anchor, wording.decided_by, wording.state)
