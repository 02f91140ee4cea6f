"""History tables for the rows of a document, and reading them as they were.

django-simple-history keeps the rows. Its own `as_of` cuts by time, through the middle of what a
person did at once, and is slow; here a moment is a change (`architecture.md`, decision 12).
"""

from django.db import models
from simple_history.manager import HistoricalQuerySet, HistoryDescriptor
from simple_history.models import HistoricalRecords


class RowHistoryQuerySet(HistoricalQuerySet):
    """History rows read as the rows of one document after one change."""

    def as_at(self, *, document_id: int, change_id: int) -> "RowHistoryQuerySet":
        """Return the document's rows as they stood once the change `change_id` was made.

        One query: the last history row of every row, deleted rows left out.
        """
        last = (
            self.filter(document_id=document_id, change_id__lte=change_id)
            .order_by()
            .values("id")
            .annotate(last=models.Max("history_id"))
            .values("last")
        )
        return self.filter(history_id__in=last).exclude(history_type="-").order_by()


class _Managers(HistoryDescriptor):
    """Gives the history of a row or a model by one class, made once.

    The library's own makes a class anew whenever it is asked, which is each time a row is written.
    """

    def __init__(self, model: type[models.Model], **options) -> None:
        super().__init__(model, **options)
        self.manager_of = self.manager_class.from_queryset(self.queryset_class)

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> models.Manager:
        return self.manager_of(self.model, instance)


class RowHistory(HistoricalRecords):
    """`history = RowHistory(bases=[…])` on an abstract model gives each of its rows a history."""

    def __init__(self, **options) -> None:
        super().__init__(inherit=True, historical_queryset=RowHistoryQuerySet, **options)

    def finalize(self, sender: type[models.Model], **kwargs) -> None:
        """Make the history table of a model, and let it be reached through `_Managers`."""
        super().finalize(sender, **kwargs)
        if isinstance(made := vars(sender).get(self.manager_name), HistoryDescriptor):
            managers = _Managers(
                made.model, manager=made.manager_class, queryset=made.queryset_class
            )
            setattr(sender, self.manager_name, managers)

    def get_meta_options(self, model: type[models.Model]) -> dict:
        """Add the index that `as_at` reads by."""
        index = models.Index(
            fields=["document", "id", "history_id"], name=f"{model._meta.model_name[:23]}_as_at"
        )
        return super().get_meta_options(model) | {"indexes": [index]}
