"""That a member was written to about what is before their body."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.choices import LetterKind
from decisions.models.body import Seat
from decisions.models.matter import Matter


class Letter(models.Model):
    """A letter to the holder of a seat about a matter: of each kind one.

    It is noted before it is sent, so that two who send at once do not both write, and the note is
    taken away again when the letter could not be sent.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="letters")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=10, choices=LetterKind)
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "seat", "kind"], name="one_letter_of_each_kind_to_a_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.seat}"
