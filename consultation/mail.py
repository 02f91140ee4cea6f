"""The letters of a consultation. A letter that cannot be sent is told of, and nothing is lost."""

import logging
from collections.abc import Callable, Iterable
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from consultation.links import link_to
from consultation.models import Consultation, Invitation
from consultation.models.consultation import READABLE_AFTER
from consultation.replies import Reply
from documents.models import Document

logger = logging.getLogger(__name__)


def send_invitations(invitations: Iterable[Invitation]) -> list[Invitation]:
    """Send each their link and note when; return those whose letter could not be sent.

    Called once the round is stored: outside a transaction, since a letter cannot be taken back.
    """

    def sent(invitation: Invitation) -> None:
        invitation.sent_at = timezone.now()
        invitation.save(update_fields=["sent_at"])

    return _send_each(invitations, "consultation/mail/invitation.txt", _("Comments wanted"), sent)


def send_reminders(invitations: Iterable[Invitation], kind: str = "asked") -> list[Invitation]:
    """Remind each and note when; return those whose letter could not be sent."""

    def sent(invitation: Invitation) -> None:
        reminder = {"at": timezone.now().isoformat(), "kind": kind}
        invitation.reminders = [*invitation.reminders, reminder]
        invitation.save(update_fields=["reminders"])

    return _send_each(invitations, "consultation/mail/reminder.txt", _("Reminder"), sent)


def send_replies(invitation: Invitation, replies: list[Reply]) -> bool:
    """Tell a guest what was answered to what they wrote; return whether it was sent.

    The caller has noted it: the letter must not go twice.
    """
    facts = {
        "answers": sum(not one.state for one in replies),
        "accepted": sum(one.is_accepted and not one.is_edited for one in replies),
        "edited": sum(one.is_edited for one in replies),
        "rejected": sum(bool(one.state) and not one.is_accepted for one in replies),
        "readable": invitation.until + READABLE_AFTER,
    }
    template = "consultation/mail/replies.txt"
    return not _send_each(
        [invitation], template, _("Answers to your comments"), lambda _one: None, facts
    )


def send_summary(consultation: Consultation, *, page: str) -> bool:
    """Tell whoever opened the round that its last day has passed; return whether it was sent.

    `page` is the address of the overview.
    """
    invitations = list(consultation.invitations.all())
    facts = {
        "consultation": consultation,
        "asked": len(invitations),
        "answered": sum(one.answered_at is not None for one in invitations),
        "page": page,
    }
    with translation.override(language_of(consultation.document)):
        return send_letter(
            consultation.opened_by.email,
            f"{_('The last day has passed')}: {consultation.title}",
            render_to_string("consultation/mail/summary.txt", facts),
            get_connection(),
        )


def _send_each(
    invitations: Iterable[Invitation],
    template: str,
    subject: str,
    sent: Callable[[Invitation], None],
    facts: dict | None = None,
) -> list[Invitation]:
    connection, unsent = get_connection(), []
    for invitation in invitations:
        consultation = invitation.consultation
        with translation.override(language_of(consultation.document)):
            text = render_to_string(
                template,
                {
                    "invitation": invitation,
                    "consultation": consultation,
                    "writer": consultation.document.drafting_organisation.name,
                    "link": link_to(invitation),
                }
                | (facts or {}),
            )
        heading = f"{subject}: {consultation.title}"
        if send_letter(
            invitation.email, heading, text, connection, answers_to=consultation.opened_by
        ):
            sent(invitation)
        else:
            unsent.append(invitation)
    return unsent


def language_of(document: Document) -> str:
    """Return the language of the letters about `document`: its own, or Swedish."""
    return "en" if document.language.lower().startswith("en") else "sv"


def send_letter(address: str, subject: str, text: str, connection, *, answers_to=None) -> bool:
    """Send a letter; tell whether it was sent.

    Whoever answers it writes to the account `answers_to`, a person.
    """
    letter = EmailMessage(
        " ".join(subject.split()),
        text,
        to=[address],
        reply_to=[answers_to.email] if answers_to and answers_to.email else None,
        connection=connection,
    )
    try:
        letter.send()
    except (SMTPException, OSError, ValueError) as error:
        # Neither the address nor the text: the text holds the personal link.
        logger.warning("A letter could not be sent: %s", type(error).__name__)
        return False
    return True
