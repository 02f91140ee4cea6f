"""Ways to see the table of a plan that people have kept."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models import Partnership


class SavedViewQuerySet(models.QuerySet):
    """Kept views, always fetched through what the reader may see."""

    def seen_by(self, access) -> "SavedViewQuerySet":
        """Return the reader's own in the partnership, and those that others share there."""
        own = models.Q(owner=access.user)
        found = self.filter(own | models.Q(is_shared=True), partnership=access.partnership)
        return found.order_by("is_shared", "name", "pk")

    def own(self, access) -> "SavedViewQuerySet":
        """Return those that the reader can change."""
        return self.filter(owner=access.user, partnership=access.partnership)


class SavedView(models.Model):
    """Columns, filters, grouping and order under a name, for every plan of a partnership.

    It is the query of an address (`plans.table.view.View`) and no part of any plan: nobody decides
    on it, and it has no history.
    """

    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("name of the view"), max_length=100)
    query = models.TextField(blank=True)
    is_shared = models.BooleanField(_("Show it to everyone in the partnership"), default=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "owner", "name"], name="one_saved_view_of_a_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
