"""Bodies and their seats, as the agreement prints them (decision 9)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.choices import BodyKind, SeatFunction
from documents.models.ranked import RankedRow


class Body(RankedRow):
    """A council, a group or a board the agreement names (`domain.md` rows 22–26, 32).

    `decides` holds values of `choices.DecisionSubject`. The body above is `parent` when it is one
    of this agreement's, otherwise the name in `part_of_name`.
    """

    ROW = "body"

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=BodyKind, blank=True)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
    )
    part_of_name = models.CharField(max_length=300, blank=True, editable=False)
    area = models.CharField(_("area"), max_length=300, blank=True)
    number_text = models.CharField(
        _("number in words"),
        max_length=100,
        blank=True,
        help_text=_("Where one entry stands for several, such as “about ten”."),
    )
    mandate = models.TextField(pgettext_lazy("body", "mandate"), blank=True)
    decides = models.JSONField(_("decides on"), default=list, blank=True)
    meets = models.CharField(_("meets"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")

    def __str__(self) -> str:
        return self.name


class Seat(RankedRow):
    """A place in a body, by name or by function only, also from outside the parties (27–29)."""

    ROW = "seat"
    SIBLINGS_BY = ("body_id",)

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    name = models.CharField(_("name"), max_length=200, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    function = models.CharField(_("function"), max_length=15, choices=SeatFunction, blank=True)

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")

    def __str__(self) -> str:
        said = [self.name, self.title, self.organisation]
        return ", ".join(part for part in said if part) or str(_("unnamed seat"))
