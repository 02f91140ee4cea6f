"""The agreement itself and what it replaces."""

import re
from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import AgreementKind, RenewalRule
from agreements.querysets import AgreementQuerySet
from core.collation import CodePointCharField
from core.columns import ends_after_it_begins
from core.intervals import IntervalUnit
from core.text import SORT_KEY_LENGTH, search_key, sort_key
from documents.models import TopRow
from documents.models.ranked import RankedRow

SEARCH_KEY_LENGTH = 1100


class Agreement(TopRow):
    """A partnership agreement between a municipality, the police and others.

    `signed` follows the exchange schema: True; False, our own unsigned draft; None, an existing
    agreement whose signing is not documented. Rows 1–11, 66–69 and 72–75 of `domain.md`.
    """

    ROW = "agreement"
    #: Kept case-folded as well, for lists and searches.
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "subtitle")
    #: Its `State` today, where whoever fetched it has read it already.
    known_state = None

    subtitle = models.CharField(_("subtitle"), max_length=500, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=AgreementKind, blank=True)
    document_date = models.DateField(_("document date"), null=True, blank=True)
    signed = models.BooleanField(_("signed"), null=True, default=False)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_at = models.CharField(_("place of signing"), max_length=200, blank=True)
    valid_from = models.DateField(_("first day"), null=True, blank=True)
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    validity_text = models.CharField(
        _("validity as printed"),
        max_length=500,
        blank=True,
        help_text=_("For example “the years 2024–2027”."),
    )
    renewal_rule = models.CharField(
        _("after the last day"), max_length=30, choices=RenewalRule, blank=True
    )
    renewal_text = models.TextField(_("renewal as printed"), blank=True)
    revised_every_n = models.PositiveIntegerField(_("revised every"), null=True, blank=True)
    revised_every_unit = models.CharField(
        _("unit"), max_length=10, choices=IntervalUnit, blank=True
    )
    terminated_on = models.DateField(_("terminated from"), null=True, blank=True)
    terminated_by = models.CharField(_("terminated by"), max_length=200, blank=True)
    termination_notified_on = models.DateField(_("notified on"), null=True, blank=True)
    # Each later decision that moved the last day, as exchange `extensions`; a null `to` moved it
    # until further notice.
    extensions = models.JSONField(_("extensions"), default=list, blank=True)
    area = models.CharField(_("area"), max_length=500, blank=True)
    legal_basis = models.JSONField(_("legal basis"), default=list, blank=True)
    programmes = models.JSONField(_("programmes"), default=list, blank=True)
    # Organisations that the text names and that are no parties, as exchange `organisation`s.
    organisations = models.JSONField(_("other organisations"), default=list, blank=True)
    # The agreement above this one, as it was named and, when we have it, as a row.
    part_of_reference = models.CharField(max_length=500, blank=True, editable=False)
    part_of_title = models.CharField(max_length=1000, blank=True, editable=False)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
    )
    # Registered here of an older agreement whose successor does not name it; no part of the text.
    # One that does name it has a `Supersession`.
    replaced_by = models.ForeignKey(
        "self",
        verbose_name=_("replaced by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="known_to_replace",
    )
    sort_key = CodePointCharField(max_length=SORT_KEY_LENGTH, editable=False)
    search_key = models.CharField(max_length=SEARCH_KEY_LENGTH, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [
            ends_after_it_begins("valid_from", "valid_to", name="agreement_ends_after_it_starts"),
            models.CheckConstraint(
                condition=models.Q(revised_every_n__isnull=True, revised_every_unit="")
                | models.Q(revised_every_n__isnull=False, revised_every_n__gte=1)
                & ~models.Q(revised_every_unit=""),
                name="agreement_revision_interval_is_whole",
                violation_error_message=_("An interval needs both a number and a unit."),
            ),
        ]

    def save(self, *args, **kwargs) -> None:
        """Save with the keys that lists are sorted and searched by."""
        names = " ".join(getattr(self, name) for name in self.SEARCHED).strip()
        # Case-folded a text can be twice as long (“ß” becomes “ss”); what is cut off is not found.
        self.sort_key, self.search_key = sort_key(names), search_key(names)[:SEARCH_KEY_LENGTH]
        super().save(*args, **kwargs)

    def differing_fields(self) -> list[str]:
        """Return what differs, unless only derived keys do."""
        fields = super().differing_fields()
        return [] if {"sort_key", "search_key"}.issuperset(fields) else fields

    @property
    def period(self) -> str:
        """The years in words: “2024–2027”, “2024”, “från 2024”; empty when no date is known."""
        first, last = self.valid_from, self.valid_to
        if first and last:
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        return f"{first.year}–" if first else f"–{last.year}" if last else ""

    @property
    def name(self) -> str:
        """The title with the period, where the title does not say it; for lists and links.

        An amendment is called by its title alone, which has the years of the agreement.
        """
        years = re.sub(r"\D", "", self.period)
        if self.is_amendment or not years or years in re.sub(r"\D", "", self.title):
            return self.title
        return f"{self.title} {self.period}"

    @property
    def last_day(self) -> date | None:
        """The last day as the latest extension moved it; None when none is known or set."""
        if not self.extensions:
            return self.valid_to
        to = self.extensions[-1]["to"]
        return date.fromisoformat(to) if to else None

    @property
    def is_amendment(self) -> bool:
        """Tell whether this changes another agreement (tillägg)."""
        return self.kind == AgreementKind.AMENDMENT

    @property
    def is_draft(self) -> bool:
        """Tell whether this is our own text that is not signed."""
        return self.signed is False


class Supersession(RankedRow):
    """That this agreement replaces another (`domain.md` row 73): one to several.

    `reference` is what the file or the person named it by (a key or a title) and is kept for one
    we do not have; `predecessor` is the agreement when we do.
    """

    ROW = "supersession"

    reference = models.CharField(max_length=500)
    title = models.CharField(_("title"), max_length=1000)
    predecessor = models.ForeignKey(
        Agreement,
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="succeeded_by",
    )

    class Meta:
        verbose_name = _("replaced agreement")
        verbose_name_plural = _("replaced agreements")

    def __str__(self) -> str:
        return self.title
