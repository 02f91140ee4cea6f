"""Who works together: the organisation register, partnerships and their members."""

from collections.abc import Iterable
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.collation import CodePointCharField
from core.text import SORT_KEY_LENGTH, search_key, sort_key
from partnerships.choices import LetterheadColour, LogoPlacement, OrganisationKind, Role
from partnerships.reserved import RESERVED_SLUGS, refuse_reserved_slug


class OrganisationQuerySet(models.QuerySet):
    """Finds organisations by name."""

    def named(self, name: str) -> "Organisation | None":
        """Return the organisation with this name, whatever its case, or None."""
        return self.filter(search_key=search_key(name)).first()


class Organisation(models.Model):
    """An authority, a part of one, a company or an association: one line of the global register.

    Operators edit the register. Documents keep their own wording of every name (`domain.md`
    rows 5 and 21), so that a change here never changes a document.
    """

    #: Kept case-folded as well, for lists and searches.
    SEARCHED: ClassVar[tuple[str, ...]] = ("name",)

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=30, choices=OrganisationKind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    successors = models.ManyToManyField(
        "self",
        verbose_name=_("successors"),
        symmetrical=False,
        related_name="predecessors",
        blank=True,
    )
    sort_key = CodePointCharField(max_length=SORT_KEY_LENGTH, editable=False, db_index=True)
    search_key = models.CharField(max_length=300, editable=False, unique=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        """Save with the keys that lists are sorted and searched by."""
        self.sort_key = sort_key(self.name)
        self.search_key = search_key(self.name)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a name that is taken and a hierarchy that bites its own tail."""
        same = Organisation.objects.filter(search_key=search_key(self.name))
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("The register already has this organisation.")})
        above, seen = self.parent, {self.pk}
        while above is not None:
            if above.pk in seen:
                raise ValidationError(
                    {"parent": _("An organisation cannot be part of one of its own parts.")}
                )
            seen.add(above.pk)
            above = above.parent


class PartnershipQuerySet(models.QuerySet):
    """Partnerships a person may see."""

    def visible_to(self, user) -> "PartnershipQuerySet":
        """Return the partnerships `user` is a member of."""
        return self.filter(memberships__user=user)


class Partnership(models.Model):
    """One standing collaboration between municipalities and the police, with its own pages."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("address"), unique=True, validators=[refuse_reserved_slug])
    municipalities = models.ManyToManyField(
        Organisation,
        verbose_name=_("municipalities"),
        related_name="partnerships",
        blank=True,
    )
    is_example = models.BooleanField(
        _("example"),
        default=False,
        help_text=_("Pages and prints say that this is an example."),
    )
    counts_by_the_day = models.BooleanField(
        _("deadlines by the day"),
        default=False,
        help_text=_(
            "What is to be done every second year falls due two years to the day after it was "
            "last done. Otherwise by calendar year: before the year has ended."
        ),
    )

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def free_slug(cls, name: str) -> str:
        """Return an address made from `name` that no partnership and no page of ours has."""
        wish = slugify(name)[:40] or "samverkan"
        slug, number = wish, 2
        while slug in RESERVED_SLUGS or cls.objects.filter(slug=slug).exists():
            slug, number = f"{wish}-{number}", number + 1
        return slug


class Letterhead(models.Model):
    """The letterhead of a partnership's agreements, in PDF, Word and HTML.

    A partnership without a row has the defaults. Stored versions keep the PDF they were locked
    with; a new letterhead never changes them.
    """

    partnership = models.OneToOneField(
        Partnership, on_delete=models.CASCADE, related_name="letterhead"
    )
    colour = models.CharField(
        _("colour"), max_length=20, choices=LetterheadColour, default=LetterheadColour.BLACK
    )
    logos = models.CharField(
        _("logotypes"), max_length=20, choices=LogoPlacement, default=LogoPlacement.ABOVE
    )
    # Names of organisations; parties that are not named come after, in the order of the text.
    order = models.JSONField(_("order of the parties"), default=list, blank=True)

    class Meta:
        verbose_name = _("letterhead")
        verbose_name_plural = _("letterheads")

    def __str__(self) -> str:
        return f"{self.partnership}"


class MembershipQuerySet(models.QuerySet):
    """Memberships with what the door needs."""

    def with_names(self) -> "MembershipQuerySet":
        """Return memberships with partnership and organisation read in the same query."""
        return self.select_related("partnership", "organisation")


class Membership(models.Model):
    """A person's role in a partnership, on behalf of one organisation."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partnership"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="memberships",
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "partnership"],
                name="one_membership_per_user_and_partnership",
                violation_error_message=_("This person is already a member of the partnership."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.organisation}"


def register_organisations(rows: Iterable[tuple[str, str, str | None]]) -> None:
    """Add the organisations that the register lacks; never change one that is there.

    `rows` holds (name, kind, name of the organisation above or None), the one above first.
    """
    for name, kind, parent in rows:
        if Organisation.objects.named(name) is None:
            above = Organisation.objects.named(parent) if parent else None
            Organisation.objects.create(name=name, kind=kind, parent=above)
