"""Accepting a proposed wording with changes: the text's own form, filled with what is offered."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from consultation import proposals
from consultation.choices import WordingState
from consultation.models import Comment, WordingProposal
from core.text import printable
from desk.forms.comments import DecisionForm
from desk.forms.sections import TextForm
from desk.views.comments import get_comment, number_in
from desk.views.fetching import posted
from desk.views.returning import came_from
from documents.changes import Actor, WrongState
from documents.choices import Command
from documents.models import SectionPart, TopRow


@dataclass(frozen=True)
class Accepting:
    """A proposed wording that is accepted by saving the text, and the form that says why."""

    proposal: WordingProposal
    why: DecisionForm
    back: str

    @property
    def act(self) -> dict:
        """What the change is, that writes the text."""
        reason = self.why.cleaned_data.get("reason", "") if self.why.is_valid() else ""
        return {"command": Command.ACCEPT_WORDING, "reason": reason}

    def offer(self, part: SectionPart) -> proposals.Offer:
        """Return what the text would say, to be asked before the form writes into it."""
        return proposals.offer(self.proposal, part.text)

    def form(self, part: SectionPart) -> TextForm:
        """Return the form of the text with what is offered filled in."""
        return TextForm(instance=part, initial={"text": self.offer(part).text})

    def note(self, offered: proposals.Offer, part: SectionPart, by: Actor) -> None:
        """Mark the proposal as accepted by the open change; with changes unless as offered."""
        is_same = part.text == offered.text and not offered.clash
        state = WordingState.ACCEPTED if is_same else WordingState.EDITED
        proposals.accept_as(state, self.proposal, by=by, reason=self.act["reason"])


def accepting(request: HttpRequest, comment: Comment) -> Accepting:
    """Return the wording that comes with `comment`; WrongState when it has been decided on."""
    if not comment.proposal.is_open:
        raise WrongState
    initial = {"reason": printable(request.GET.get("reason", ""))}
    why = DecisionForm(posted(request), auto_id="accepting_%s", initial=initial)
    return Accepting(comment.proposal, why, came_from(request))


def asked_accepting(request: HttpRequest, top: TopRow, key) -> Accepting | None:
    """Return the wording of the text `key` that `?wording=` names; None when it names none.

    Raises Http404 for one that the reader does not see or that is about something else, WrongState
    for one that has been decided on.
    """
    if not request.GET.get("wording"):
        return None
    comment = get_comment(request, top, number_in(request.GET["wording"]))
    if comment.proposal is None or comment.key != key:
        raise Http404
    return accepting(request, comment)
