"""That something was done, noted by hand."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deadlines.choices import DutySubject
from partnerships.models import Organisation, Partnership


class FulfilmentQuerySet(models.QuerySet):
    """Reads what was noted."""

    def counting(self) -> "FulfilmentQuerySet":
        """Return those that nobody has taken back."""
        return self.filter(taken_back_at=None)


class Fulfilment(models.Model):
    """“Gjord den …”: what a duty asks for was done on a day, here or elsewhere.

    It tells what was done (`matter`, as `deadlines.duties.Duty` has it) and not for which duty, so
    that it meets the agreement's and the law's, and goes on counting when the agreement is
    renewed. Who noted it is kept in words beside the account; a mistake is taken back, never
    deleted.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="fulfilments"
    )
    matter = models.CharField(max_length=100)
    on = models.DateField(_("done on"))
    words = models.CharField(_("by what"), max_length=300, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    taken_back_by = models.CharField(max_length=200, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = FulfilmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("noted as done")
        verbose_name_plural = _("noted as done")
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["partnership", "matter"], name="done_in_a_partnership")]

    @property
    def what(self) -> str:
        """What was done, in words: the subject of its duty."""
        return str(DutySubject(self.matter.partition(":")[0]).label)

    def __str__(self) -> str:
        return self.words or str(self.on)
