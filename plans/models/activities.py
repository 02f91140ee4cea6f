"""What is to be done, and who does it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.columns import ends_after_it_begins
from documents.models.ranked import RankedRow
from plans.choices import ResponsibleRole
from plans.models.headings import Heading


class Activity(RankedRow):
    """A row of a plan (`plans.md`, *Rows*): only its text is needed.

    `number` is what is printed and said (“punkt 12”); the order is the rank. When it is done
    is said in words, in days, or both: the words are printed, the days sort.
    """

    ROW = "activity"

    heading = models.ForeignKey(
        Heading,
        verbose_name=_("heading"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="activities",
    )
    # What a file calls its heading, where the plan has none such.
    heading_words = models.CharField(
        _("heading in words"), max_length=500, blank=True, editable=False
    )
    # What the rows are called that these name: `documents.fields.Links`.
    part_of = models.JSONField(_("part of"), default=list, blank=True)
    problems = models.JSONField(_("problems"), default=list, blank=True)
    causes = models.JSONField(_("causes"), default=list, blank=True)
    goals = models.JSONField(_("goals of the agreement"), default=list, blank=True)
    number = models.CharField(_("number"), max_length=50, blank=True)
    text = models.TextField(_("activity"))
    description = models.TextField(_("description"), blank=True)
    operative_goal = models.TextField(_("operative goal"), blank=True)
    area = models.CharField(_("area"), max_length=300, blank=True)
    target_group = models.CharField(_("target group"), max_length=300, blank=True)
    method = models.CharField(_("method"), max_length=300, blank=True)
    when_from = models.DateField(_("begins"), null=True, blank=True)
    when_to = models.DateField(_("done by"), null=True, blank=True)
    when_text = models.CharField(_("when, in words"), max_length=300, blank=True)
    tags = models.JSONField(_("tags"), default=list, blank=True)
    cost = models.CharField(_("cost"), max_length=300, blank=True)
    followed_up = models.TextField(_("follow-up"), blank=True)
    documentation = models.TextField(_("documentation"), blank=True)
    contact = models.CharField(_("contact"), max_length=300, blank=True)
    origin = models.TextField(_("where it came from"), blank=True)
    promised_by = models.JSONField(_("promises it carries out"), default=list, blank=True)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints = [
            ends_after_it_begins("when_from", "when_to", name="activity_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return self.text


class Responsible(RankedRow):
    """Who does an activity: an organisation, a body or a function, and what its own part is."""

    ROW = "responsible"
    SIBLINGS_BY = ("activity_id",)

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="responsible")
    organisation = models.CharField(_("organisation"), max_length=300, blank=True)
    body = models.CharField(_("body or group"), max_length=300, blank=True)
    function = models.CharField(_("unit or function"), max_length=300, blank=True)
    person = models.CharField(_("person"), max_length=200, blank=True)
    does = models.TextField(_("own part"), blank=True)
    role = models.CharField(_("role"), max_length=20, choices=ResponsibleRole, blank=True)

    class Meta:
        verbose_name = _("responsible")
        verbose_name_plural = _("responsible")

    def __str__(self) -> str:
        return self.organisation or self.body or self.function
