"""What a registrar notes of a document, for each organisation that keeps it."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.changes import open_change
from documents.choices import Retention
from documents.models.document import Document
from partnerships.models import Organisation


class RegistrationManager(models.Manager):
    """Writes registrations inside the open change."""

    def note(self, document: Document, organisation: Organisation, **values) -> "Registration":
        """Set the registration of `document` at `organisation`; return it.

        Nothing is written when nothing differs. `values` are columns of `Registration`; what they
        said before is kept with the change.
        """
        found = self.filter(document=document, organisation=organisation).first()
        row = found or Registration(document=document, organisation=organisation)
        fields = [name for name, value in values.items() if getattr(row, name) != value]
        if not fields:
            return row
        differing = {name: [_kept(getattr(row, name)), _kept(values[name])] for name in fields}
        for name in fields:
            setattr(row, name, values[name])
        open_change().note(
            row="registration",
            key=f"registration-{organisation.pk}",
            act="changed" if found else "added",
            name=organisation.name,
            fields=fields,
            values=differing,
        )
        row.full_clean()
        row.save()
        return row


class Registration(models.Model):
    """The record of a document in one organisation's registry.

    Each party has its own registry, its own secrecy decision and its own rules of retention
    (`domain.md` section 3b: public documents, secrecy, archive). It is no part of the text: it can
    be noted also when the text is binding. The number that the paper itself prints stands with
    the party.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="registrations")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )
    registry_number = models.CharField(_("registry number"), max_length=200, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    is_secret = models.BooleanField(_("secrecy mark"), default=False)
    secrecy_ground = models.CharField(
        _("ground for secrecy"),
        max_length=300,
        blank=True,
        help_text=_("Chapter and section of the law, for example “OSL 18 kap. 1 §”."),
    )
    retention = models.CharField(
        _("preserved or weeded"), max_length=10, choices=Retention, blank=True
    )
    retention_note = models.CharField(
        _("note on retention"),
        max_length=300,
        blank=True,
        help_text=_("For example from which year it is weeded, and by which decision."),
    )

    objects = RegistrationManager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "organisation"],
                name="one_registration_per_document_and_organisation",
            ),
            models.CheckConstraint(
                condition=models.Q(is_secret=False) | ~models.Q(secrecy_ground=""),
                name="secrecy_has_a_ground",
                violation_error_message=_("A secrecy mark needs its ground in law."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.registry_number}"


def _kept(value):
    """Return the value of a column as it is kept with a change: a day as its text."""
    return value.isoformat() if isinstance(value, date) else value
