"""What has been sent and received about a draft, for the registrar.

Nothing is noted twice: the list is read from the sharings, the consultations and the comments. A
draft that is sent for comments and an answer that is received differ in law
(Tryckfrihetsförordningen chapter 2), so each line says which it is.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from consultation.models import Comment, Invitation
from consultation.models.invitation import REPLIES
from core.richtext import plain
from documents.choices import SharingKind
from documents.models import Document, Sharing


@dataclass(frozen=True)
class Item:
    """One thing that left the organisation or came to it.

    `version` is the number of the stored version and `change` the change after which the document
    said what was sent; None where neither is the point.
    """

    at: datetime
    is_sent: bool
    who: str
    what: str
    words: str = ""
    version: int | None = None
    change: int | None = None


def correspondence(document: Document) -> list[Item]:
    """Return everything that was sent and received about `document`, the latest first.

    As its writing organisation sees it; three queries.
    """
    items = [*_sharings(document), *_invitations(document), *_comments(document)]
    return sorted(items, key=lambda item: item.at, reverse=True)


def shown_to(document: Document) -> list[Sharing]:
    """Return how the draft last reached each organisation that has it, the latest first."""
    found: dict[int, Sharing] = {}
    rows = Sharing.objects.filter(document=document).select_related("organisation")
    for row in rows.order_by("-on", "-pk"):
        found.setdefault(row.organisation_id, row)
    return list(found.values())


def _sharings(document: Document):
    rows = Sharing.objects.filter(document=document).select_related(
        "organisation", "change", "version"
    )
    words = {
        SharingKind.FOR_COMMENTS: _("The draft, shared for comments"),
        SharingKind.SENT: _("The draft, handed over"),
    }
    for row in rows.defer("version__content"):
        # The day is the one that was stated; the hour only orders the list.
        at = timezone.make_aware(datetime.combine(row.on, timezone.localtime(row.change.at).time()))
        version = row.version and row.version.number
        who = row.organisation.name
        yield Item(at, True, who, words[row.kind], row.note, version, row.change_id)


def _invitations(document: Document):
    rows = Invitation.objects.filter(consultation__document=document)
    for row in rows.select_related("consultation__version").defer("consultation__version__content"):
        current = row.consultation
        version = current.version and current.version.number
        who = _who(row.name, row.organisation)
        if row.sent_at:
            words = _("The draft, sent for comments")
            yield Item(row.sent_at, True, who, words, current.title, version, current.change_id)
        for reminder in row.reminders:
            is_told = reminder["kind"] == REPLIES
            what = _("Word of what was answered") if is_told else _("Reminder")
            yield Item(parse_datetime(reminder["at"]), True, who, what, current.title)
        answers = [*row.earlier_answers]
        if row.answered_at:
            answers.append(
                {
                    "at": row.answered_at.isoformat(),
                    "answer": row.answer,
                    "remark": row.remark,
                    "name": row.answered_by,
                }
            )
        labels = dict(Invitation._meta.get_field("answer").flatchoices)
        for said in answers:
            what = _("Answer: %(answer)s") % {"answer": labels[said["answer"]]}
            who_answers = _who(said.get("name") or row.writes_as, row.organisation)
            yield Item(parse_datetime(said["at"]), False, who_answers, what, said["remark"])


def _comments(document: Document):
    """Give the comments that crossed the border of the organisation that writes the draft."""
    own = document.drafting_organisation_id
    received = ~Q(organisation=own) | Q(organisation=None)
    to_guest = Q(parent__invitation__isnull=False, organisation=own)
    rows = Comment.objects.filter(document=document, reach="everyone").filter(received | to_guest)
    for row in rows.select_related("wording", "parent"):
        is_sent = row.organisation_id == own
        if is_sent:
            who, what = (
                _who(row.parent.name, row.parent.organisation_name),
                _("Answer to a comment"),
            )
        else:
            who = _who(row.name, row.organisation_name)
            what = _("Proposed wording") if row.proposal else _("Comment")
        if row.withdrawn_at:
            what = _("%(what)s (taken back)") % {"what": what}
        words = [row.text, row.proposal and plain(row.proposal.proposed)]
        place = row.place and f"{row.place}: "
        yield Item(row.at, is_sent, who, what, f"{place}{chr(10).join(filter(None, words))}")
        if row.proposal and row.proposal.decided_at and not is_sent:
            yield _decision(row, who)


def _decision(row: Comment, who: str) -> Item:
    """Return what was decided on a proposed wording, which whoever proposed it is told."""
    proposal = row.proposal
    what = _("Decision on the wording: %(state)s") % {"state": proposal.get_state_display()}
    return Item(proposal.decided_at, True, who, what, proposal.reason)


def _who(name: str, organisation: str) -> str:
    return f"{name}, {organisation}" if organisation else name
