"""What a change did to each row: how the row was before, and what it became.

Read from the rows' history, so that what a deletion took along is there too; `Change.entries`
names only what a person did.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from documents.kinds import kind_of
from documents.models import Change, DocumentRow


@dataclass(frozen=True)
class Step:
    """One row before and after a change; None where it was not there. They are not to be saved."""

    was: DocumentRow | None
    became: DocumentRow | None

    @property
    def row(self) -> DocumentRow:
        """The row as it became, or as it was when it was deleted."""
        return self.became or self.was

    @property
    def place(self) -> tuple[type[DocumentRow], int]:
        """The kind of the row and its number."""
        return type(self.row), self.row.pk

    @property
    def is_addition(self) -> bool:
        """Tell whether the change added the row."""
        return self.was is None

    @property
    def is_deletion(self) -> bool:
        """Tell whether the change deleted the row."""
        return self.became is None

    @property
    def fields(self) -> list[str]:
        """The columns that the change gave another value; empty when it added or deleted."""
        if self.was is None or self.became is None:
            return []
        return [name for name in columns(self.row) if differ(self.was, self.became, name)]


def columns(row: DocumentRow) -> list[str]:
    """Return the names of the columns of a row."""
    return [field.attname for field in row._meta.concrete_fields]


def differ(one: DocumentRow, other: DocumentRow, name: str) -> bool:
    """Tell whether two states of a row have different values in the column `name`."""
    return getattr(one, name) != getattr(other, name)


def steps_of(change: Change) -> list[Step]:
    """Return what `change` did, row by row; what others point to comes first.

    Two queries for each kind of row that it touched.
    """
    steps = []
    for model in models_in(change):
        of_document = model.history.filter(document_id=change.document_id)
        became = {one.id: one for one in of_document.filter(change_id=change.pk).order_by("pk")}
        if not became:
            continue
        # Numbers of changes rise within a document.
        before = model.history.as_at(document_id=change.document_id, change_id=change.pk - 1)
        was = {one.id: one.instance for one in before.filter(id__in=became)}
        found = [
            Step(was.get(pk), None if one.history_type == "-" else one.instance)
            for pk, one in became.items()
        ]
        steps += parents_first(found)
    return steps


def current_rows(steps: Iterable[Step]) -> dict[tuple[type[DocumentRow], int], DocumentRow]:
    """Return the rows of the steps that are there now, by the steps' places."""
    numbers: dict[type[DocumentRow], list[int]] = {}
    for step in steps:
        numbers.setdefault(type(step.row), []).append(step.row.pk)
    return {
        (model, row.pk): row
        for model, pks in numbers.items()
        for row in model.objects.filter(pk__in=pks)
    }


def models_in(change: Change) -> list[type[DocumentRow]]:
    """Return the kinds of rows that `change` can have touched, those others point to first."""
    named = {entry["row"] for entry in change.entries}
    takes_along = any(entry["act"] == "deleted" for entry in change.entries)
    models = kind_of(change.document).models
    return [model for model in models if takes_along or model.ROW in named]


def parents_first(steps: Iterable[Step]) -> list[Step]:
    """Return the steps of one kind of row so that none comes before the row that it stands under.

    A row that was moved is where it became.
    """
    left = {step.row.pk: step for step in steps}
    ordered: list[Step] = []
    while left:
        ready = [pk for pk, step in left.items() if _parent(step.row) not in left]
        ordered += [left.pop(pk) for pk in ready or list(left)]
    return ordered


def _parent(row: DocumentRow) -> int | None:
    return getattr(row, "parent_id", None)


def holders(row: DocumentRow) -> list[models.ForeignKey]:
    """Return the foreign keys by which `row` goes when what they point to goes."""
    return [
        field
        for field in row._meta.concrete_fields
        if field.is_relation and field.remote_field.on_delete is models.CASCADE
    ]
