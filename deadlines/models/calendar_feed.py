"""The address of a calendar that a person's own program fetches."""

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models import Partnership


def new_nonce() -> str:
    """Return the secret part of a new address."""
    return secrets.token_urlsafe(24)


class CalendarFeedQuerySet(models.QuerySet):
    """Finds feeds by whose they are."""

    def in_use(self) -> "CalendarFeedQuerySet":
        """Return those that have not been revoked."""
        return self.filter(revoked_at=None)

    def own(self, access) -> "CalendarFeedQuerySet":
        """Return those of the reader that are about the page's partnership, or about all."""
        about = models.Q(partnership=access.partnership) | models.Q(partnership=None)
        return self.filter(about, user=access.user)


class CalendarFeed(models.Model):
    """A calendar that is read without signing in, by whoever has its address.

    It shows what its owner sees today, in one partnership or (`partnership` None) in all of theirs:
    who leaves a partnership takes its days away. The address has a signature over `nonce`, so the
    database alone opens nothing.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds"
    )
    partnership = models.ForeignKey(
        Partnership, null=True, on_delete=models.CASCADE, related_name="calendar_feeds"
    )
    nonce = models.CharField(max_length=64, unique=True, default=new_nonce)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "partnership"],
                condition=models.Q(revoked_at=None),
                name="one_calendar_of_each_person_and_partnership",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(revoked_at=None, partnership=None),
                name="one_calendar_of_all_for_each_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.partnership or _("all partnerships"))
