"""The base of every row that is part of a document's text."""

import copy
import uuid
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.deletion import Collector
from django.utils.functional import Promise
from django.utils.text import Truncator

from core.changes import change_if_open, open_change
from core.history import RowHistory
from documents.models.change import Change
from documents.models.document import Document


class HistoryRow(models.Model):
    """What every history row carries besides the row: the change it belongs to."""

    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        """Hand a new row to the open change, which writes all of them at its end."""
        if self._state.adding:
            open_change().keep(self)
        else:
            super().save(*args, **kwargs)

    def belong_to(self, change: Change) -> None:
        """Be part of `change`, with its person and time."""
        self.change = change
        self.history_date = change.at
        self.history_user_id = change.user_id


class DocumentRow(models.Model):
    """A tracked row of a document.

    It is written only inside `with change(…)`, at most once there, and not at all when nothing
    differs. `key` follows it through history, export and restoration; `copied_from` is the key of
    the row it was copied from.
    """

    #: Columns that say where a row stands, if it can move; a change of these alone is a move.
    PLACE: ClassVar[frozenset[str]] = frozenset()
    #: What the row is called in history, exchange and URLs; set by each model.
    ROW: ClassVar[str]

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    copied_from = models.UUIDField(null=True, editable=False)
    history = RowHistory(
        bases=[HistoryRow], user_db_constraint=False, user_model=settings.AUTH_USER_MODEL
    )

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        """Remember the stored values, so that `save` knows what differs, and how fresh it is."""
        row = super().from_db(db, field_names, values)
        row._stored = _kept(cls, dict(zip(field_names, values, strict=True)))
        row._read_in = change_if_open()
        return row

    def refresh_from_db(self, using=None, fields=None, from_queryset=None) -> None:
        """Read the row anew and remember what was read."""
        super().refresh_from_db(using, fields, from_queryset)
        names = None if fields is None else [self._meta.get_field(one).attname for one in fields]
        self._remember(names)

    def differing_fields(self) -> list[str]:
        """Return the column names whose value differs from what was read."""
        return [name for name, value in self._stored.items() if getattr(self, name) != value]

    def name_in_history(self) -> str:
        """Return what the row is called in the history list."""
        return str(self)

    def save(self, *args, **kwargs) -> None:
        """Write the row and its history inside the open change, if anything differs.

        What someone else wrote in other fields since the row was read is kept. Raises
        DoesNotExist when the row has been deleted since.
        """
        if self._state.adding:
            self._note("added", [])
            super().save(*args, **kwargs)
            self._remember()
            return
        if not self.differing_fields():
            return
        if self._read_in is not open_change():
            self._take_over()
        fields = self.differing_fields()
        if not fields:
            return
        self._note("moved" if self.PLACE.issuperset(fields) else "changed", fields)
        super().save(*args, update_fields=fields, **kwargs)
        self._remember()

    def delete(self, *args, **kwargs):
        """Delete the row and what hangs on it; history keeps them."""
        self._note("deleted", [])
        self._let_go()
        return super().delete(*args, **kwargs)

    def _remember(self, names: Iterable[str] | None = None) -> None:
        """Keep the values of the columns `names` (None: of all) as the stored ones."""
        if names is None:
            names = [field.attname for field in self._meta.concrete_fields]
            self._stored, self._read_in = {}, change_if_open()
        read = {name: self.__dict__[name] for name in names if name in self.__dict__}
        self._stored = getattr(self, "_stored", {}) | _kept(type(self), read)

    def _take_over(self) -> None:
        """Bring in what others wrote meanwhile: the history row is made of the whole row.

        What was read in the open change, under its lock, needs none of this.
        """
        current = type(self)._base_manager.get(pk=self.pk)
        for name, value in self._stored.items():
            if getattr(self, name) == value:
                setattr(self, name, getattr(current, name))
        self._stored = {name: current._stored[name] for name in self._stored}

    def _let_go(self) -> None:
        """Save the rows that point here and stay; Django's own SET_NULL would leave no history."""
        collector = Collector(using=self._state.db)
        collector.collect([self])
        for (field, value), found in collector.field_updates.items():
            for row in chain.from_iterable(found):
                setattr(row, field.attname, value)
                row.save()

    def _note(self, act: str, fields: list[str]) -> None:
        change = open_change()
        if self.document_id != change.document_id:
            raise ValueError("The open change belongs to another document.")
        change.note(
            row=self.ROW,
            key=str(self.key),
            act=act,
            name=_short(self.name_in_history()),
            fields=fields,
            values=self._said(fields) if act == "changed" else None,
        )
        change.names.pop((type(self), self.pk), None)

    def _said(self, fields: list[str]) -> dict[str, list]:
        """Return what each short column of `fields` said and says; a link as its row is called."""
        columns = [self._meta.get_field(name) for name in fields]
        return {
            column.attname: [
                _in_entry(column, self._stored[column.attname]),
                _in_entry(column, getattr(self, column.attname)),
            ]
            for column in columns
            if _is_told(column)
        }


def _is_told(column: models.Field) -> bool:
    """Tell whether what a column says can stand in a line of the history: short, with a label."""
    if not isinstance(column.verbose_name, Promise):
        return False
    if column.is_relation:
        return issubclass(column.related_model, DocumentRow)
    return not isinstance(column, models.TextField | models.JSONField)


def _in_entry(column: models.Field, value):
    """Return the value of a short column as JSON, a day as its text and a link as its words."""
    if column.is_relation:
        return _name_of(column.related_model, value) if value else ""
    if isinstance(value, str):
        return _short(value)
    return value if value is None or isinstance(value, bool | int) else str(value)


def _name_of(model: type[DocumentRow], pk: int) -> str:
    """Return what a row is called in the open change; asked once however many rows name it."""
    names = open_change().names
    if (model, pk) not in names:
        row = model._base_manager.filter(pk=pk).first()
        names[model, pk] = _short(row.name_in_history()) if row else ""
    return names[model, pk]


def _short(words: str) -> str:
    return Truncator(words).chars(120)


def _kept(model: type[DocumentRow], values: dict) -> dict:
    """Return `values` by column with copies of those that can change without being set."""
    for name in _changing_in_place(model).intersection(values):
        values[name] = copy.deepcopy(values[name])
    return values


@cache
def _changing_in_place(model: type[DocumentRow]) -> frozenset[str]:
    """Return the columns whose value can change without being set: lists and mappings."""
    fields = model._meta.concrete_fields
    return frozenset(one.attname for one in fields if isinstance(one, models.JSONField))
