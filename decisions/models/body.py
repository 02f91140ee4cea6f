"""A body of a partnership that prepares or decides, and who sits in it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from decisions.choices import ASKED, BodyKind, SeatRole
from partnerships.models import Membership, Partnership


class Body(models.Model):
    """A steering group, a board, or a function that decides alone on delegation.

    Source: `product.md`, principle 3; `domain.md` rows 22–29. What an agreement prints of its
    bodies is the agreement's own text; this register is who meets and decides today.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="bodies")
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=BodyKind)
    organisation = models.CharField(
        _("organisation"),
        max_length=300,
        blank=True,
        help_text=_("When it belongs to one of you, such as a board; empty for a joint body."),
    )
    delegation = models.CharField(
        _("delegation"),
        max_length=300,
        blank=True,
        help_text=_("For a function that decides alone: what gives it the right."),
    )
    ended_on = models.DateField(
        _("ended on"), null=True, blank=True, help_text=_("Nothing is put before it from then on.")
    )

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"],
                name="one_body_of_a_name_in_a_partnership",
                violation_error_message=_("There is already a body with this name."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_ended(self) -> bool:
        """Tell whether it no longer meets."""
        return self.ended_on is not None and self.ended_on <= timezone.localdate()


class SeatQuerySet(models.QuerySet):
    """Who sits where."""

    def sitting(self) -> "SeatQuerySet":
        """Return the seats whose holders have not left."""
        today = timezone.localdate()
        return self.filter(models.Q(left_on__isnull=True) | models.Q(left_on__gt=today))

    def asked(self) -> "SeatQuerySet":
        """Return those of the sitting who are asked before a meeting."""
        return self.sitting().filter(role__in=ASKED)

    def signing_in(self) -> "SeatQuerySet":
        """Return those whose holders have an account that is let in to the partnership."""
        member = Membership.objects.filter(
            user=models.OuterRef("user"), partnership=models.OuterRef("body__partnership")
        )
        return self.filter(models.Exists(member), user__is_active=True)


class Seat(models.Model):
    """A place in a body, held by function; with an account when its holder signs in.

    `organisation` is whom the holder acts for, also one that is no party. A seat is never deleted
    once someone has answered from it: who left stays with the day.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    title = models.CharField(
        _("function"), max_length=300, help_text=_("For example: head of the local police area.")
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    organisation = models.CharField(
        _("acts for"),
        max_length=300,
        blank=True,
        help_text=_("The organisation, also one that is no party."),
    )
    role = models.CharField(_("role"), max_length=20, choices=SeatRole, default=SeatRole.MEMBER)
    stands_in_for = models.ForeignKey(
        "self",
        verbose_name=_("stands in for"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="substitutes",
        help_text=_("For a substitute: for whom. Empty for any of them."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="seats",
        help_text=_("Empty for one who never signs in."),
    )
    left_on = models.DateField(_("left on"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "user"],
                condition=models.Q(left_on__isnull=True),
                name="one_seat_for_each_account_in_a_body",
                violation_error_message=_("This account already has a seat in the body."),
            )
        ]

    def __str__(self) -> str:
        who = f"{self.name}, {self.title}" if self.name else self.title
        return f"{who}, {self.organisation}" if self.organisation else who

    @property
    def has_left(self) -> bool:
        """Tell whether its holder is no longer in the body."""
        return self.left_on is not None and self.left_on <= timezone.localdate()

    @property
    def is_asked(self) -> bool:
        """Tell whether its holder is asked before a meeting."""
        return self.role in ASKED and not self.has_left
