"""An activity of a plan as a snippet: the twelve columns, drafts, revisions and a workflow."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, WorkflowMixin
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

#: As `bench.plan_content.COLUMNS` has them.
COLUMNS = (
    *("number", "text", "heading", "problems", "operative_goal", "responsible"),
    *("when", "area", "target_group", "method", "followed_up", "contact"),
)


class Activity(WorkflowMixin, DraftStateMixin, RevisionMixin, models.Model):
    """A row."""

    number = models.CharField(max_length=50, blank=True)
    text = models.TextField()
    heading = models.CharField(max_length=300, blank=True)
    problems = models.TextField(blank=True)
    operative_goal = models.TextField(blank=True)
    responsible = models.TextField(blank=True)
    when = models.CharField(max_length=300, blank=True)
    area = models.CharField(max_length=300, blank=True)
    target_group = models.CharField(max_length=300, blank=True)
    method = models.CharField(max_length=300, blank=True)
    followed_up = models.TextField(blank=True)
    contact = models.CharField(max_length=300, blank=True)

    panels = [FieldPanel(name) for name in COLUMNS]

    def __str__(self) -> str:
        return self.text


class ActivityViewSet(SnippetViewSet):
    """Its pages: all rows on one, with every column."""

    model = Activity
    list_display = list(COLUMNS)
    list_per_page = 200


register_snippet(ActivityViewSet)
