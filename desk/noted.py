"""What was noted beside the text said before, as the changes of the document have kept it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, DateField, Field, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.days import day
from documents.models import Change


@dataclass(frozen=True)
class Noted:
    """What one change did to a record: each column's name, what it said before and said then."""

    change: Change
    values: list[tuple[str, str, str]]


def past(changes: Iterable[Change], row: str, model: type[Model]) -> dict[int, list[Noted]]:
    """Return what `changes` noted in each record of `model`, by its number, in their order.

    `row` is what the changes call such a record. Changes that were made before the program kept
    the values of a record are left out.
    """
    found = defaultdict(list)
    for change in changes:
        for entry in change.entries:
            if entry["row"] == row and entry.get("values"):
                number = int(entry["key"].removeprefix(f"{row}-"))
                found[number].append(Noted(change, _in_words(entry["values"], model)))
    return found


def _in_words(values: dict[str, list], model: type[Model]) -> list[tuple[str, str, str]]:
    said = []
    for name, (before, now) in values.items():
        column = model._meta.get_field(name)
        label = str(column.verbose_name)
        said.append((capfirst(label), _value(column, before), _value(column, now)))
    return said


def _value(column: Field, value) -> str:
    if isinstance(column, BooleanField):
        return _("yes") if value else _("no")
    if isinstance(column, DateField) and value:
        return day(date.fromisoformat(value))
    return str(dict(column.flatchoices).get(value, value) or "–")
