"""What a member of a body says before the meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.choices import AnswerKind
from decisions.models.body import Seat
from decisions.models.matter import Matter

LONGEST_COMMENT = 2_000


class Answer(models.Model):
    """That a member has read what is to be decided, and what they say; no vote and no decision.

    `name` is who answered, in words: the seat may have another holder later.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="answers")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="answers")
    name = models.CharField(max_length=200)
    read_at = models.DateTimeField(_("read"))
    said = models.CharField(_("answer"), max_length=10, choices=AnswerKind, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "seat"], name="one_answer_of_each_seat"),
            models.CheckConstraint(
                condition=models.Q(said="", answered_at__isnull=True)
                | (~models.Q(said="") & models.Q(answered_at__isnull=False)),
                name="an_answer_was_given_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_said_display()}"
