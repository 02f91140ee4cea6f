"""A text from outside on its way to become an agreement."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.choices import ManuscriptSource
from partnerships.models import Organisation, Partnership


class ManuscriptQuerySet(models.QuerySet):
    """Manuscripts, always fetched through what the reader may see."""

    def of(self, access) -> "ManuscriptQuerySet":
        """Return the manuscripts of the reader's own organisation."""
        return self.filter(partnership=access.partnership, organisation=access.organisation)

    def visible_to(self, access) -> "ManuscriptQuerySet":
        """Return the manuscripts of the reader's own organisation that are not yet agreements."""
        return self.of(access).filter(agreement=None)

    def without_text(self) -> "ManuscriptQuerySet":
        """Fetch what a list shows, and not the texts, which can be long."""
        return self.defer("paragraphs", "decisions", "notes")


class Manuscript(models.Model):
    """A Word file or a text that was brought in, while a person decides what its parts are.

    `paragraphs` is the text as `intake.paragraphs` reads it; `decisions` what the
    person has decided so far, over what the program proposed; `notes` what was done with the file
    (comments left out, tracked changes accepted), as sentences. It becomes an agreement once.
    """

    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="manuscripts"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField(_("name"), max_length=255)
    source = models.CharField(max_length=10, choices=ManuscriptSource)
    paragraphs = models.JSONField(default=list)
    decisions = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    agreement = models.OneToOneField(
        "agreements.Agreement", null=True, on_delete=models.CASCADE, related_name="manuscript"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ManuscriptQuerySet.as_manager()

    class Meta:
        verbose_name = _("manuscript")
        verbose_name_plural = _("manuscripts")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
