"""A stored version before a body (ärende): what it is asked to decide, and when."""

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from decisions.choices import Part
from decisions.models.body import Body, Seat
from documents.models import Change, Document, Version
from documents.visibility import versions_seen_by


class MatterQuerySet(models.QuerySet):
    """Which matters a reader sees, and which wait."""

    def seen_by(self, access) -> "MatterQuerySet":
        """Return the matters about versions that the reader sees."""
        return self.filter(version__in=versions_seen_by(access).values("pk"))

    def waiting(self) -> "MatterQuerySet":
        """Return those that nothing has been decided in."""
        return self.filter(withdrawn_at__isnull=True, decision__isnull=True)

    def with_all(self) -> "MatterQuerySet":
        """Read body, version and decision in the same query, without the text."""
        return self.select_related("body", "version", "change", "decision").defer(
            "version__content"
        )

    def with_answers(self) -> "MatterQuerySet":
        """Let each know how many members are asked, and how many have answered, as numbers."""
        # What is counted is not ordered as rows are.
        return self.order_by(*self.model._meta.ordering).annotate(
            asked=_number_of(Seat.objects.asked()),
            answered=models.Count("answers", filter=~models.Q(answers__said="")),
        )


def _number_of(rows) -> Coalesce:
    """Return how many of `rows` belong to the body of each matter."""
    counted = rows.filter(body=models.OuterRef("body")).order_by().values("body")
    return Coalesce(
        models.Subquery(counted.annotate(number=models.Count("pk")).values("number")), 0
    )


class Matter(models.Model):
    """One version that one body is to prepare, propose, decide or be told of.

    Bodies with the same `place` take it up side by side, others one after the other. `proposal` is
    the proposed decision in clauses (att-satser), one on each line. The version is the one that
    was handed over, whatever is written in the draft meanwhile.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="matters")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="matters")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="matters")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="matters")
    part = models.CharField(_("part"), max_length=10, choices=Part)
    place = models.PositiveSmallIntegerField(_("order"), default=1)
    meeting_on = models.DateField(_("day of the meeting"), null=True, blank=True)
    number = models.CharField(_("item on the agenda"), max_length=20, blank=True)
    proposal = models.TextField(_("proposed decision"), blank=True)
    rapporteurs = models.CharField(_("presented by"), max_length=300, blank=True)
    # Where the program was reached, as https://example.org: letters sent by themselves lead there.
    address = models.CharField(max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("matter")
        verbose_name_plural = _("matters")
        ordering = ["-version_id", "place", "pk"]

    def __str__(self) -> str:
        return f"{self.body}: {self.version.name}"

    @property
    def decided(self) -> "object | None":
        """What the body decided, or None."""
        return getattr(self, "decision", None)

    @property
    def is_waiting(self) -> bool:
        """Tell whether nothing has been decided and it has not been withdrawn."""
        return self.withdrawn_at is None and self.decided is None
