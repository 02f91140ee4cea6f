"""A notebook: the least document there can be, a text and one list of rows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.models import TopRow
from documents.models.ranked import RankedRow


class Notebook(TopRow):
    """The row that is the document."""

    ROW = "notebook"

    class Meta:
        verbose_name = "notebook"
        verbose_name_plural = "notebooks"


class Entry(RankedRow):
    """An entry: a title and, where there is more to say, a text."""

    ROW = "entry"

    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = "entry"
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return self.title
