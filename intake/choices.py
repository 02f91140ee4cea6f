"""Stable values and their words for texts from outside."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ParagraphKind(models.TextChoices):
    """What a paragraph of a manuscript is, as its source says."""

    HEADING = "heading", _("Heading")
    TEXT = "text", _("Text")
    ITEM = "item", _("List item")
