"""Parties and those who sign for them, as printed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.choices import Mandate, SigningMethod
from documents.models import StoredFile
from documents.models.ranked import RankedRow
from partnerships.choices import OrganisationKind
from partnerships.models import Organisation


class Party(RankedRow):
    """One side of the agreement: a copy of the organisation as this agreement names it.

    `register` links to the organisation register for access and lists; nothing that is printed
    is read from there (`domain.md` rows 3–5, 12–16, 77).
    """

    ROW = "party"

    register = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="parties"
    )
    organisation = models.CharField(_("organisation"), max_length=300)
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind)
    display_name = models.CharField(
        _("name as printed"),
        max_length=300,
        blank=True,
        help_text=_("Where the agreement calls the party something else, such as “Polisen”."),
    )
    part_of = models.JSONField(
        _("part of"), default=list, blank=True, help_text=_("Organisations above, nearest first.")
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    registry_number = models.CharField(
        _("registry number"),
        max_length=200,
        blank=True,
        help_text=_("The number in this party's own registry, as the registrar writes it."),
    )
    logo = models.ForeignKey(
        StoredFile,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    logo_alternative_text = models.CharField(
        _("alternative text of the logo"), max_length=300, blank=True
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(logo__isnull=True) | ~models.Q(logo_alternative_text=""),
                name="party_logo_has_alternative_text",
                violation_error_message=_("A logo needs a text for those who cannot see it."),
            )
        ]

    def __str__(self) -> str:
        return self.display_name or self.organisation


class Signatory(RankedRow):
    """Someone who signs for a party; title and unit are kept as printed (rows 17–21)."""

    ROW = "signatory"
    SIBLINGS_BY = ("party_id",)

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="signatories")
    name = models.CharField(_("name"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    unit = models.CharField(
        pgettext_lazy("signatory", "unit"),
        max_length=300,
        blank=True,
        help_text=_("The line printed under the title."),
    )
    mandate = models.CharField(
        pgettext_lazy("signatory", "mandate"), max_length=10, choices=Mandate, blank=True
    )
    order = models.PositiveIntegerField(
        _("order"),
        null=True,
        blank=True,
        help_text=_("Order of the signatures across all parties, from 1."),
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_at = models.CharField(_("place of signing"), max_length=200, blank=True)
    method = models.CharField(_("method"), max_length=15, choices=SigningMethod, blank=True)

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")

    def __str__(self) -> str:
        return self.name or self.title or str(_("unnamed signatory"))
