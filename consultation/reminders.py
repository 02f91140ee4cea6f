"""What is sent by itself once a day: reminders before the last day, word that it has passed, and
what was answered to those who commented.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from consultation.mail import send_reminders, send_replies, send_summary
from consultation.models import Comment, Consultation, Invitation
from consultation.models.consultation import READABLE_AFTER
from consultation.models.invitation import REPLIES
from consultation.replies import replies_to
from consultation.threads import threads

#: What is answered within so many days is told of in one letter.
DAYS_BETWEEN_LETTERS = 7
#: So many days before the last one a reminder goes out, to those who were asked before then.
DAYS_BEFORE = (7, 2)


@dataclass(frozen=True)
class Due:
    """How many letters of each kind were sent."""

    reminders: int
    summaries: int
    replies: int


def send_due(today: date, *, page_of: Callable[[Consultation], str]) -> Due:
    """Send what is due; return how many letters were sent.

    Running it again on the same day sends nothing more: what was sent is noted. A letter that
    failed is tried again the next time. `page_of` gives the address of a round's overview.
    """
    reminded = 0
    for invitation in _unanswered(today):
        kind = _due(invitation, today)
        if kind and _claim(invitation, kind):
            reminded += _remind(invitation, kind)
    summed_up = sum(_sum_up(one, page_of(one)) for one in _passed(today))
    told = sum(_tell(one) for one in _commented(today))
    return Due(reminded, summed_up, told)


def _unanswered(today: date):
    return (
        Invitation.objects.filter(answered_at=None, revoked_at=None, sent_at__isnull=False)
        .filter(Q(last_day__gte=today) | Q(consultation__last_day__gte=today))
        .filter(consultation__closed_at=None)
        .select_related("consultation__document__drafting_organisation", "consultation__opened_by")
    )


def _due(invitation: Invitation, today: date) -> str:
    """Return which reminder is due: "2", "7", or "" when none is."""
    left = (invitation.until - today).days
    if left < 0:
        return ""
    had = {one["kind"] for one in invitation.reminders}
    for days in sorted(DAYS_BEFORE):
        if left <= days:
            threshold = invitation.until - timedelta(days=days)
            asked_before = timezone.localdate(invitation.sent_at) < threshold
            return str(days) if asked_before and str(days) not in had else ""
    return ""


def _claim(invitation: Invitation, kind: str) -> bool:
    """Note the reminder before it is sent, so that two runs at once do not both send it."""
    with transaction.atomic():
        current = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if any(one["kind"] == kind for one in current.reminders):
            return False
        current.reminders = [*current.reminders, {"at": timezone.now().isoformat(), "kind": kind}]
        current.save(update_fields=["reminders"])
    invitation.reminders = current.reminders
    return True


def _remind(invitation: Invitation, kind: str) -> bool:
    invitation.reminders = [one for one in invitation.reminders if one["kind"] != kind]
    if send_reminders([invitation], kind):
        invitation.save(update_fields=["reminders"])  # without the note: to be tried again
        return False
    return True


def _passed(today: date):
    return Consultation.objects.filter(
        last_day__lt=today, closed_at=None, summed_up_at=None, opened_by__isnull=False
    ).select_related("document__partnership", "opened_by")


def _sum_up(consultation: Consultation, page: str) -> int:
    if not send_summary(consultation, page=page):
        return 0
    consultation.summed_up_at = timezone.now()
    consultation.save(update_fields=["summed_up_at"])
    return 1


def _commented(today: date):
    """Give those who have written something, whose link still works, and have not heard lately."""
    readable = today - READABLE_AFTER
    written = (
        Invitation.objects.filter(comments__withdrawn_at=None, comments__isnull=False)
        .filter(Q(last_day__gte=readable) | Q(consultation__last_day__gte=readable))
        .filter(revoked_at=None, sent_at__isnull=False)
        .select_related("consultation__document__drafting_organisation", "consultation__opened_by")
        .distinct()
    )
    lately = timezone.now() - timedelta(days=DAYS_BETWEEN_LETTERS)
    return [one for one in written if one.told_at is None or one.told_at < lately]


def _tell(invitation: Invitation) -> bool:
    """Tell one person what was answered since the letter before, in one letter."""
    before = invitation.told_at
    found = threads(Comment.objects.seen_by_guest(invitation))
    replies = replies_to(invitation, found, since=before)
    if not replies or not _claim_telling(invitation, before):
        return False
    if send_replies(invitation, replies):
        return True
    # Without the note: to be tried again.
    invitation.reminders = invitation.reminders[:-1]
    invitation.save(update_fields=["reminders"])
    return False


def _claim_telling(invitation: Invitation, before: datetime | None) -> bool:
    """Note the letter before it is sent, unless another run has told of something meanwhile."""
    with transaction.atomic():
        current = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if current.told_at != before:
            return False
        note = {"at": timezone.now().isoformat(), "kind": REPLIES}
        invitation.reminders = [*current.reminders, note]
        invitation.save(update_fields=["reminders"])
    return True
