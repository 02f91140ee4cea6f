"""What a body decided about a text."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from decisions.choices import ADOPTING, Outcome
from decisions.models.body import Body
from decisions.models.matter import Matter
from documents.models import AttachedFile, Change, Document, Version
from documents.visibility import versions_seen_by


class DecisionQuerySet(models.QuerySet):
    """Which decisions a reader sees, and which are about a text."""

    def seen_by(self, access) -> "DecisionQuerySet":
        """Return the decisions about texts that the reader sees: as decided, or as they bind."""
        seen = versions_seen_by(access)
        return self.filter(
            models.Q(version__in=seen.values("pk"))
            | models.Q(version__in=seen.exclude(signed_text=None).values("signed_text"))
            | models.Q(version=None),
            document__in=Document.objects.visible_to(access),
        )

    def about(self, version: Version) -> "DecisionQuerySet":
        """Return the decisions about what `version` says, in the order they were registered.

        A binding version says the same as the one that was decided on.
        """
        return self.filter(version__in=[version.pk, version.signed_text_id or version.pk])

    def adopting(self) -> "DecisionQuerySet":
        """Return those by which a text was adopted."""
        return self.filter(outcome__in=ADOPTING)


class StandingDecisions(models.Manager.from_queryset(DecisionQuerySet)):
    """What has been decided, without what was registered by mistake."""

    def get_queryset(self) -> DecisionQuerySet:
        """Leave out what was taken back."""
        return super().get_queryset().filter(taken_back=None)


class Decision(models.Model):
    """A decision as the minutes have it, registered afterwards by the one who keeps the text.

    `version` is the text that was decided on. `matter` is None for what was decided before the
    text came here, of which body and day are all that is known, the day perhaps only as a month or
    a year (`on_text`). `body_name` is what the body was called then. The § comes with the minutes.

    One that was registered by mistake stays, with the change by which it was taken back
    (`taken_back`) and the matter it was registered in; `registered` has these too, `objects` not.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="decisions")
    # One body decides once in a matter, also when two people register it in the same second.
    matter = models.OneToOneField(
        Matter, null=True, on_delete=models.PROTECT, related_name="decision"
    )
    version = models.ForeignKey(
        Version, null=True, on_delete=models.PROTECT, related_name="decisions"
    )
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, null=True, on_delete=models.PROTECT, related_name="decisions")
    body_name = models.CharField(_("body"), max_length=300, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    on = models.DateField(_("date of the decision"), null=True, blank=True)
    on_text = models.CharField(_("day in words"), max_length=100, blank=True)
    paragraph = models.CharField(_("paragraph of the minutes"), max_length=50, blank=True)
    wording = models.TextField(_("wording"), blank=True)
    took_part = models.TextField(_("took part"), blank=True)
    reservation = models.TextField(_("reservation or dissent"), blank=True)
    note = models.CharField(_("note"), max_length=1000, blank=True)
    extract = models.ForeignKey(
        AttachedFile,
        verbose_name=_("extract of the minutes"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_back = models.ForeignKey(Change, null=True, on_delete=models.PROTECT, related_name="+")
    registered_in = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")

    objects = StandingDecisions()
    registered = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]
        constraints = [
            # Its matter waits again, and another decision can be registered in it.
            models.CheckConstraint(
                condition=models.Q(taken_back__isnull=True, registered_in__isnull=True)
                | models.Q(taken_back__isnull=False, matter__isnull=True),
                name="what_was_taken_back_decides_no_matter",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.body_name}"
