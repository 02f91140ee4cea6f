"""A wording that someone proposes for a text, and what became of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultation.choices import WordingState
from consultation.models.comment import Comment
from documents.models import Change


class WordingProposal(models.Model):
    """A proposed wording of the row that `comment` is about; the comment says why, if anything.

    `base` is what the row said to the one who proposed. Both are normalised HTML. `change` is the
    one that let the row say it, or that took this back: then it waits for a decision again.
    """

    comment = models.OneToOneField(Comment, on_delete=models.PROTECT, related_name="wording")
    base = models.TextField(_("wording it began from"), blank=True)
    proposed = models.TextField(_("proposed wording"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=WordingState, default=WordingState.OPEN
    )
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    change = models.ForeignKey(Change, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("proposed wording")
        verbose_name_plural = _("proposed wordings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=WordingState.OPEN, decided_at__isnull=True)
                | (~models.Q(state=WordingState.OPEN) & models.Q(decided_at__isnull=False)),
                name="wording_is_decided_on_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.comment.place}"

    @property
    def anchor(self) -> str:
        """The id on a page of what became of it."""
        return f"wording-{self.comment_id}-decided"

    @property
    def is_open(self) -> bool:
        """Tell whether it waits for someone to decide."""
        return self.state == WordingState.OPEN
