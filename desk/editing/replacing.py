"""Words replaced in the whole draft: where they stand, and writing others in their place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from core.canonical import digest
from core.changes import open_change
from core.rewording import Hit, Sought
from documents import tree
from documents.changes import Actor, WrongState, change
from documents.choices import Command
from documents.kinds import kind_of, kind_of_tree
from documents.models import DocumentRow, SectionPart, TopRow
from documents.reading import read_tree
from documents.row_kinds import RowKind


class TextsChanged(WrongState):
    """What was chosen stands no longer where it was shown."""


@dataclass(frozen=True)
class Place:
    """A hit and where it stands: the `number`th in a column of a row, below the heading `under`.

    `token` names it and what its text said, so that a text changed meanwhile has none of them.
    """

    kind: RowKind
    key: UUID
    column: str
    number: int
    hit: Hit
    under: str
    token: str

    @property
    def row(self) -> str:
        """The name of the kind of row."""
        return self.kind.name

    @property
    def where(self) -> str:
        """Tell in words where it stands."""
        if self.row == SectionPart.ROW:
            return self.under or _("Text without a heading")
        model = self.kind.model
        label = capfirst(str(model._meta.get_field(self.column).verbose_name))
        if len(self.kind.texts) == 1:
            return label
        return f"{capfirst(str(model._meta.verbose_name))}: {label.lower()}"


def places(content: tree.DocumentTree, sought: Sought) -> list[Place]:
    """Return where `sought` is found in `content`, from top to bottom."""
    return list(_places(content, sought))


def _places(content: tree.DocumentTree, sought: Sought) -> Iterator[Place]:
    rows, under = kind_of_tree(content).rows_by_name, ""
    for node in tree.walk(content):
        if isinstance(node, tree.Section):
            under = node.heading or under
        for column in rows[node.ROW].texts:
            text = getattr(node, column, "")
            is_rich = isinstance(node, tree.TextPart)
            text = "\n".join(text) if isinstance(text, tuple) else text
            for number, hit in enumerate(
                sought.hits_in_rich(text) if is_rich else sought.hits(text)
            ):
                said = digest(text.encode())[:16]
                token = f"{node.ROW}:{node.key}:{column}:{number}:{said}"
                yield Place(rows[node.ROW], node.key, column, number, hit, under, token)


def replace(top: TopRow, sought: Sought, tokens: Collection[str], *, by: Actor) -> list[Place]:
    """Put the new words where `tokens` say; one change. Returns the places that were written.

    Raises TextsChanged when one of the texts says something else than when it was shown, and
    ValidationError when one would become too long or empty; then nothing is written. Raises
    DocumentLocked.
    """
    with change(by=by, document=top.document, command=Command.REPLACE):
        # Under the lock, the agreement's own row included.
        now = read_tree(type(top).objects.select_related("document").get(pk=top.pk))
        chosen = [place for place in places(now, sought) if place.token in tokens]
        if len(chosen) < len(tokens):
            raise TextsChanged
        for row, of_kind in groupby(sorted(chosen, key=_row), key=_row):
            _write(top, row, list(of_kind), sought)
        open_change().note(
            row="replacement",
            key="replacement",
            act="replaced",
            name=sought.words,
            fields=[sought.instead, str(len(chosen))],
        )
    return chosen


def _row(place: Place) -> str:
    return place.row


def _write(top: TopRow, row: str, found: list[Place], sought: Sought) -> None:
    model = kind_of(top.document).rows_by_name[row].model
    rows = model.objects.filter(document_id=top.document_id, key__in={place.key for place in found})
    for one in rows.select_related("section") if model is SectionPart else rows:
        mine = [place for place in found if place.key == one.key]
        for column in {place.column: None for place in mine}:
            numbers = {place.number for place in mine if place.column == column}
            _reword(one, column, numbers, sought)
        one.save()


def _reword(row: DocumentRow, column: str, numbers: set[int], sought: Sought) -> None:
    """Give `column` of `row` the new words at `numbers`, not saved.

    Raises ValidationError, with the row's name, when the column cannot hold it.
    """
    text = getattr(row, column)
    try:
        if isinstance(row, SectionPart):
            new = sought.replaced_in_rich(text, numbers)
        elif isinstance(text, list):
            lines = sought.replaced("\n".join(text), numbers).split("\n")
            new = [line for line in lines if line.strip()]
        else:
            new = sought.replaced(text, numbers)
        setattr(row, column, row._meta.get_field(column).clean(new, row))
    except ValidationError as error:
        name = Truncator(row.name_in_history()).chars(80)
        raise ValidationError(
            _("“%(name)s” cannot be changed that way. %(why)s Nothing has been replaced.")
            % {"name": name, "why": " ".join(error.messages)}
        ) from error
