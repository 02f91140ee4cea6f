"""What a change did, for its reader: row by row, each field as it was and as it became."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from core.richtext import plain
from core.textdiff import Paragraph, textdiff
from desk.history.restoring import content_differs
from desk.history.steps import Step, current_rows, holders, steps_of
from documents.kinds import DocumentKind, kind_of
from documents.models import Change, DocumentRow, SectionPart, StoredFile

#: How much of a change is shown on its page: rows, and characters of their texts. The rest is in
#: the document as it was.
MOST_ROWS, MOST_TEXT = 60, 60_000


@dataclass(frozen=True)
class FieldDifference:
    """A field before and after, in words; `redline` where it is a text."""

    label: str
    old: str
    new: str
    redline: list[Paragraph]


@dataclass(frozen=True)
class RowDifference:
    """What a change did to one row. The row can be brought back to how it was, or how it became."""

    words: str
    row: DocumentRow
    fields: list[FieldDifference]
    can_be_as_before: bool
    can_be_as_after: bool


def differences_of(change: Change) -> tuple[list[RowDifference], int]:
    """Return what `change` did, and how many rows of it are left out because they are too many."""
    kind = kind_of(change.document)
    steps = steps_of(change)
    current = current_rows(steps)
    acts = {entry["key"]: entry for entry in change.entries}
    gone = {step.place for step in steps if step.is_deletion}
    shown: list[RowDifference] = []
    text = 0
    for step in steps[:MOST_ROWS]:
        found = list(_fields(kind, step))
        text += sum(len(one.old) + len(one.new) for one in found)
        if text > MOST_TEXT and shown:
            break
        now = current.get(step.place)
        goes_along = any(
            (field.related_model, getattr(step.row, field.attname)) in gone
            for field in holders(step.row)
        )
        shown.append(
            RowDifference(
                _words(kind, step, acts.get(str(step.row.key))),
                step.row,
                found,
                not goes_along and content_differs(now, step.was),
                content_differs(now, step.became),
            )
        )
    return shown, len(steps) - len(shown)


def _words(kind: DocumentKind, step: Step, entry: dict | None) -> str:
    act = "added" if step.is_addition else "deleted" if step.is_deletion else "changed"
    act, name = (entry["act"], entry["name"]) if entry else (act, str(step.row))
    phrase = kind.rows_by_name[step.row.ROW].phrases.get(act, "%(name)s")
    return capfirst(str(phrase) % {"name": Truncator(name).chars(120)})


def _fields(kind: DocumentKind, step: Step) -> Iterator[FieldDifference]:
    within = {field.attname for field in holders(step.row)} if not step.fields else set()
    for field in kind.rows_by_name[step.row.ROW].said_columns:
        if field.attname in within or (step.fields and field.attname not in step.fields):
            continue
        old, new = (in_words(kind, field, row) if row else "" for row in (step.was, step.became))
        if old != new:
            is_text = isinstance(field, models.TextField)
            redline = textdiff(old, new) if is_text else []
            yield FieldDifference(capfirst(str(field.verbose_name)), old, new, redline)


def in_words(kind: DocumentKind, field: models.Field, row: DocumentRow) -> str:
    """Return what `row` says in a field, as its reader would say it; empty when nothing."""
    value = getattr(row, field.attname)
    if value in (None, "", []):
        return ""
    if field.is_relation:
        return _linked(field, value)
    if of := kind.rows_by_name[row.ROW].links.get(field.name):
        return _named(kind.rows_by_name[of].model, value)
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, date):
        return date_format(value, "j F Y")
    words = kind.rows_by_name[row.ROW].values.get(field.name) or dict(field.flatchoices)
    if isinstance(value, list):
        return ", ".join(_item(one, words) for one in value)
    if isinstance(row, SectionPart) and field.name == "text":
        return plain(value)
    if isinstance(row, SectionPart) and field.name == "block":
        return str(kind.blocks[value].label)
    return str(words.get(value, value))


def _linked(field: models.ForeignKey, pk: int) -> str:
    """Return what a link leads to, as it is called now."""
    if field.related_model is StoredFile:
        return str(_("a picture"))
    found = field.related_model._base_manager.filter(pk=pk).first()
    return str(found or _("something that is no longer there"))


def _named(model: type[DocumentRow], links: list[dict]) -> str:
    """Return what rows are called that another names by their keys (`documents.fields.Links`)."""
    keys = [one["row"] for one in links if "row" in one]
    names = {str(row.key): str(row) for row in model._base_manager.filter(key__in=keys)}
    gone = str(_("something that is no longer there"))
    return ", ".join(names.get(one["row"], gone) if "row" in one else one["words"] for one in links)


def _item(one, words: Mapping) -> str:
    if isinstance(one, dict):
        return " ".join(str(part) for part in one.values() if part)
    return str(words.get(one, one))
