"""Two who edit one row at once: what can be put together is, and where they meet a person chooses.

A form knows what the row said when it was opened (`RowForm.seen`). What it was is found again in
the row's history, and from there both edits are told apart: field by field, and inside a text
paragraph by paragraph (`core.merge`), sentence by sentence and word by word (`core.merge_words`).
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.forms import Field, Textarea, model_to_dict
from django.http import QueryDict
from django.utils.formats import date_format

from core.merge import as_written, merge, saved_first, where_they_met
from core.merge_words import merge_words
from core.richtext import normalise, plain
from core.richtext_blocks import join, split
from core.text import printable
from core.textdiff import Paragraph, textdiff
from desk.forms.fields import RichTextField
from desk.forms.row import RowForm
from documents.models import Change, DocumentRow

#: How many of the latest states of a row are looked through for the one that a form was opened on.
STATES = 100


@dataclass(frozen=True)
class Conflict:
    """A field in which both have changed the same thing.

    `saved` and `written` show what each has changed. `both` is the field's value with both in it,
    what was written after what is saved only where they met; empty where the two cannot stand
    beside each other.
    """

    name: str
    label: str
    saved: list[Paragraph]
    written: list[Paragraph]
    both: str = ""


@dataclass(frozen=True)
class Together:
    """A stale edit put together with what was saved since.

    `data` is the form to send on: what both have changed, and where they met what was written
    last. `changes` were made since the form was opened, the latest first.
    """

    data: QueryDict
    changes: list[Change]
    conflicts: list[Conflict]


def put_together(form_class: type[RowForm], row: DocumentRow, data: QueryDict, files) -> Together:
    """Put what was sent in `data` together with what `row` says now.

    To be called under the lock of a change, with the row as it is stored. Where what was sent is
    no good, or what the form was opened on is not found, every field that differs is a conflict.
    """
    base, changes = _opened_on(form_class, row, data.get("seen", ""))
    now = form_class(instance=row)
    again = data.copy()
    again["seen"] = now.fingerprint()
    form = form_class(data, files, instance=copy.copy(row))
    if base is None or not form.is_valid():
        return Together(again, changes, list(_side_by_side(now, form)))
    conflicts = []
    before, saved, written = (
        model_to_dict(one, fields=now.edited) for one in (base, row, form.instance)
    )
    for name in now.edited:
        if written[name] == before[name]:
            _set(again, name, now, saved[name])
        elif saved[name] not in (before[name], written[name]):
            conflict = _merge(again, name, now, before[name], saved[name], written[name])
            conflicts += [conflict] if conflict else []
    return Together(again, changes, conflicts)


def _opened_on(
    form_class: type[RowForm], row: DocumentRow, seen: str
) -> tuple[DocumentRow | None, list[Change]]:
    """Return what the row was when the form was opened, or None, and the changes made since."""
    states = type(row).history.filter(document_id=row.document_id, id=row.pk)
    changes: list[Change] = []
    for state in states.select_related("change").order_by("-history_id")[:STATES]:
        if form_class(instance=state.instance).fingerprint() == seen:
            return state.instance, changes
        changes.append(state.change)
    return None, changes[:1]


def _merge(data: QueryDict, name: str, form: RowForm, before, saved, written) -> Conflict | None:
    """Put a field that both have changed into `data`; return the conflict if they met there."""
    field = form.fields[name]
    is_text = isinstance(field.widget, Textarea) and isinstance(written, str)
    sides = (_apart(field, value) for value in (before, saved, written))
    pieces = merge_words(*sides) if is_text else merge(*sides)
    _set(data, name, form, _joined(field, as_written(pieces), written))
    if not any(piece.is_conflict for piece in pieces):
        return None
    both = ""
    if isinstance(field.widget, Textarea):
        both = field.prepare_value(_joined(field, saved_first(pieces), written))
    # Only what met is shown: the rest of a long text is put together already.
    was, theirs, ours = (
        in_words(field, _joined(field, parts, written)) for parts in where_they_met(pieces)
    )
    return Conflict(name, str(form[name].label), textdiff(was, theirs), textdiff(was, ours), both)


def _side_by_side(now: RowForm, sent: RowForm) -> Iterator[Conflict]:
    """Give each field that differs, what was sent marked against what is saved."""
    for name in now.edited:
        field = now.fields[name]
        saved, written = (in_words(field, form[name].value()) for form in (now, sent))
        if saved != written:
            yield Conflict(
                name, str(now[name].label), textdiff(saved, saved), textdiff(saved, written)
            )


def _set(data: QueryDict, name: str, form: RowForm, value) -> None:
    """Put a value into `data` as a browser would send it."""
    shown = form.fields[name].prepare_value(value)
    if isinstance(shown, list):
        data.setlist(name, shown)
    else:
        data[name] = "" if shown is None else str(shown)


def _apart(field: Field, value) -> list:
    """Take a value apart into what is compared: blocks, paragraphs, lines; else it is one."""
    if isinstance(field, RichTextField):
        return split(value)
    if isinstance(value, str):
        return value.split("\n\n")
    return value if isinstance(value, list) else [value]


def _joined(field: Field, parts: list, like):
    """Put the parts of a value together again; `like` is one of the values they come from."""
    if isinstance(field, RichTextField):
        return join(parts)
    if isinstance(like, str):
        return "\n\n".join(parts)
    return parts if isinstance(like, list) else (parts or [None])[-1]


def in_words(field: Field, value) -> str:
    """Return a value as its reader sees it: the words of a choice, lines of a list, plain text."""
    if isinstance(field, RichTextField):
        try:
            return plain(normalise(printable(value or "")))
        except ValidationError:  # longer than a text may be: shown as it came
            return printable(value)
    words = {str(one): str(label) for one, label in getattr(field, "choices", ())}
    value = field.prepare_value(value)
    if isinstance(value, list):
        return "\n".join(words.get(str(one), str(one)) for one in value)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return "" if value is None else words.get(str(value), printable(str(value)))
