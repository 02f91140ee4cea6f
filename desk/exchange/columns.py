"""What the columns of the database hold, asked of the models: the limits of a file's texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from django.db import models

from decisions.models import Decision
from desk.exchange.strict import Path
from documents.fields import Field, RunningText
from documents.kinds import DocumentKind, kinds
from documents.row_kinds import RowKind
from documents.values import alternatives, is_needed
from followup.models import Outcome, Status
from partnerships.models import Organisation, Partnership

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """What is asked of a text in a file."""

    #: The column that it goes to, if it has one to itself.
    column: models.Field | None = None
    #: It must say something; the schema only asks for one character, and a space is one.
    is_needed: bool = False
    #: It is HTML, which is normalised.
    is_running: bool = False

    @property
    def is_decimal(self) -> bool:
        """Tell whether it is no text but a number with decimals."""
        return isinstance(self.column, models.DecimalField)

    @property
    def max_length(self) -> int | None:
        """How many characters fit."""
        return getattr(self.column, "max_length", None)

    @property
    def is_searched(self) -> bool:
        """Tell whether it is also kept case-folded, in a column that is as long: “ß” is “ss”."""
        return self.column is not None and self.column.name in getattr(
            self.column.model, "SEARCHED", ()
        )


def text_at(path: Path) -> Text:
    """Return what is asked of the text at `path` in an exchange file."""
    keys = tuple(step for step in path if isinstance(step, str))
    return _texts().get((keys[0], *keys[-2:]), Text())


@cache
def _texts() -> Mapping[Keys, Text]:
    """Return the texts of a file by their first key and their last two.

    What a text stands in is told by one key: a section in a section is a section.
    """
    name = Organisation._meta.get_field("name")
    found = {
        ("partnership", "partnership", "name"): Text(
            Partnership._meta.get_field("name"), is_needed=True
        ),
        ("partnership", "partnership", "municipalities"): Text(name),
        ("organisations", "organisations", "name"): Text(name, is_needed=True),
        ("organisations", "organisations", "part_of"): Text(name),
    }
    for kind in kinds().values():
        for root in kind.keys_in_file:
            for keys, text in _texts_of_rows(kind, kind.top, (root,)):
                found[root, *keys[-2:]] = text
            for keys, column in _told_beside(kind):
                found.setdefault((root, *keys[-2:]), Text(column))
    return found


def _told_beside(kind: DocumentKind) -> Iterator[tuple[Keys, models.Field]]:
    """Give the columns of what is told beside the text (`beside`), by their keys."""
    adopted = {"body": "body_name"} | {one: one for one in ("on_text", "paragraph", "note")}
    for key, name in adopted.items():
        yield ("adopted", key), Decision._meta.get_field(name)
    for row in kind.followed_rows.values():
        for name in ("deviation", "follow_on"):
            yield (row.in_file.list or row.name, name), Status._meta.get_field(name)
        for name in ("measure", "value", "value_to", "words", "text", "by"):
            yield ("outcomes", name), Outcome._meta.get_field(name)


def _texts_of_rows(kind: DocumentKind, row: RowKind, keys: Keys) -> Iterator[tuple[Keys, Text]]:
    """Give the texts of the rows that a file says under `keys`, and of those below them."""
    for field in row.all_fields:
        needed = () if isinstance(field, RunningText) else tuple(_needed(field))
        for path, column in field.columns_in_file(row.model).items():
            text = Text(column, path in needed, isinstance(field, RunningText))
            yield (keys if row.in_file.only else (*keys, *path)), text
    for name, below in kind.below[row]:
        if below is not row:
            yield from _texts_of_rows(kind, below, (*keys, below.in_file.list or name))


def _needed(field: Field) -> Iterator[Keys]:
    """Give the texts without which a node, or an object in one of its fields, cannot be made."""
    (hint,) = alternatives(field.hint)
    if is_dataclass(hint):
        yield from ((*field.path, one.name) for one in fields(hint) if is_needed(one))
    elif hint is str and field.is_needed:
        yield field.path
