"""Puts the draft of Luleå's next agreement out for comments, and lets some be made."""

from datetime import timedelta

from django.utils import timezone

from agreements.models import Agreement, Goal
from consultation.choices import CommentReach
from consultation.commenting import Author, Spot, answer_to, comment, propose
from consultation.models import Invitation
from consultation.rounds import Recipient, answer, open_link, open_round
from demo import lulea_consultation as said
from documents.changes import Actor
from documents.models import SectionPart
from partnerships.access import Access

#: Where `make run` serves the demonstration; the pages show each link as they are reached.
ADDRESS = "http://127.0.0.1:8000"


def consult(draft: Agreement, coordinator: Access) -> None:
    """Hold the consultation of `lulea_consultation` about `draft`. No letter is sent."""
    opened = open_round(
        draft.document,
        title=said.TITLE,
        message=said.MESSAGE,
        last_day=timezone.localdate() + timedelta(days=said.DAYS),
        recipients=[Recipient(*facts) for facts in said.RECIPIENTS.values()],
        see_each_other=False,
        address=ADDRESS,
        by=Actor.of(coordinator),
    )
    asked = dict(zip(said.RECIPIENTS, opened.invitations.order_by("pk"), strict=True))
    for invitation in asked.values():
        invitation.sent_at = invitation.invited_at
        invitation.save(update_fields=["sent_at"])
        open_link(invitation)
    for one in said.COMMENTS:
        _comment(draft, one, asked[one["by"]], coordinator)
    _propose(draft, asked[said.WORDING["by"]])
    for word, kind, remark in said.ANSWERS:
        answer(asked[word], kind=kind, remark=remark)


def _comment(draft: Agreement, one: dict, invitation: Invitation, coordinator: Access) -> None:
    goal = Goal.objects.get(document=draft.document, text=one["goal"])
    made = comment(
        draft.document,
        by=Author.guest(invitation),
        spot=Spot("goal", goal.key, goal.text),
        quote=one["quote"],
        text=one["text"],
        reach=CommentReach.EVERYONE,
    )
    if one["answer"]:
        by = Author.of(coordinator)
        answer_to(made, by=by, text=one["answer"], reach=CommentReach.EVERYONE)


def _propose(draft: Agreement, invitation: Invitation) -> None:
    one = said.WORDING
    part = SectionPart.objects.get(
        document=draft.document, section__heading=one["section"], text__contains=one["old"]
    )
    propose(
        draft.document,
        by=Author.guest(invitation),
        spot=Spot("part", part.key, one["section"]),
        base=part.text,
        proposed=part.text.replace(one["old"], one["new"]),
        text=one["text"],
        reach=CommentReach.EVERYONE,
    )
