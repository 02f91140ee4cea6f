"""Someone who is asked in a consultation, and what came of it."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultation.choices import AnswerKind
from consultation.days import days_left, time_left
from consultation.models.consultation import READABLE_AFTER, Consultation

#: The kind of a letter in `Invitation.reminders` that tells what was answered.
REPLIES = "replies"


class Invitation(models.Model):
    """A person who was asked, with or without an account, and their personal link.

    The link is `nonce`, signed with the server's secret (`consultation.links`): neither the
    database alone nor a guess opens it. A new nonce is a new link, and the old one is void.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.PROTECT, related_name="invitations"
    )
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"))
    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    nonce = models.CharField(max_length=40, unique=True)
    # A last day of their own, for someone who was given longer.
    last_day = models.DateField(_("own last day"), null=True)
    invited_at = models.DateTimeField(_("asked"))
    sent_at = models.DateTimeField(_("sent"), null=True)
    # Each as {"at": time, "kind": "7" or "2" days before, "asked" by someone, or "replies": not a
    # reminder but a letter that tells what was answered}.
    reminders = models.JSONField(default=list)
    opened_at = models.DateTimeField(_("opened"), null=True)
    # Who says to be answering, where it is someone else than `name`: a link can be passed on.
    answers_as = models.CharField(_("answers instead"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)
    answer = models.CharField(_("answer"), max_length=15, choices=AnswerKind, blank=True)
    remark = models.TextField(_("remark"), blank=True)
    # As `writes_as` was then: the link may have been passed on since.
    answered_by = models.CharField(max_length=450, blank=True)
    # What has been received stays: each earlier answer as {"at", "answer", "remark", "name"}.
    earlier_answers = models.JSONField(default=list)
    revoked_at = models.DateTimeField(_("revoked"), null=True)

    class Meta:
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "email"], name="one_invitation_per_address_and_round"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def writes_as(self) -> str:
        """The name that comments and answers are kept with."""
        if self.answers_as:
            names = {"name": self.answers_as, "asked": self.name}
            return gettext("%(name)s (for %(asked)s)") % names
        return self.name

    @property
    def times_reminded(self) -> int:
        """How many reminders have been sent."""
        return sum(one["kind"] != REPLIES for one in self.reminders)

    @property
    def told_at(self) -> datetime | None:
        """When a letter last told what was answered, or None."""
        told = (one["at"] for one in self.reminders if one["kind"] == REPLIES)
        return max((datetime.fromisoformat(at) for at in told), default=None)

    @property
    def until(self) -> date:
        """The last day on which comments are taken."""
        return max(self.last_day or self.consultation.last_day, self.consultation.last_day)

    @property
    def time_left(self) -> str:
        """How long comments are still taken, in words; empty when the last day has passed."""
        return time_left(self.until)

    @property
    def may_write(self) -> bool:
        """Tell whether comments are still taken through the link."""
        is_asked = self.consultation.closed_at is None and self.revoked_at is None
        return is_asked and days_left(self.until) >= 0

    @property
    def has_expired(self) -> bool:
        """Tell whether the link no longer shows anything."""
        return days_left(self.until + READABLE_AFTER) < 0
