"""What the table shows of a plan, read: everything but its running text."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from documents.kinds import kind_named
from documents.models import Change, DocumentRow, TopRow
from documents.reading import Reading
from documents.row_kinds import RowKind
from plans.models import Activity
from plans.tree import PlanTree


@dataclass(frozen=True)
class Part:
    """Which rows of a plan are read, None for all: those of the `kinds`, and of the activities and
    what stands under them those with `keys`."""

    kinds: frozenset[str] | None = None
    keys: frozenset[UUID] | None = None


WHOLE = Part()


def read_rows(top: TopRow, part: Part = WHOLE) -> PlanTree:
    """Return the headings, activities and columns that the reader of `top` reads, with their keys.

    As they are, or as they were when what the reader reads became binding. Of rows as they are only
    a `part` can be read.
    """
    if part != WHOLE and not top.reads_binding_text:
        return RowsInHand(top, part).plan()
    return _read(top, top.version_read.change if top.reads_binding_text else None)


def rows_as_of(top: TopRow, number: int | None) -> PlanTree:
    """Return the same as once the change `number` of the document had been made; None for now."""
    found = Change.objects.of(top.document)
    later = found.filter(pk__gt=number).exists() if number else False
    return _read(top, found.filter(pk__lte=number).first() if later else None)


def _read(top: TopRow, as_of: Change | None) -> PlanTree:
    reading = Reading(kind_named(top.ROW), top, as_of)
    return whole(reading, reading.rows(reading.kind.top)[0] if as_of else top)


class RowsInHand(Reading):
    """A reading of rows that are about to be written: what is said of them follows along.

    To be made under the lock of a change. `rows` gives the rows themselves, which stay as they
    are written; `put` tells it of others. Only the `part` of them is read: each kind is a query,
    and in a long plan a cell is written as quickly as in a short one.
    """

    def __init__(self, top: TopRow, part: Part = WHOLE) -> None:
        super().__init__(kind_named(top.ROW), top, None)
        self.top = top
        self.part = part

    def rows(self, kind: RowKind) -> list[DocumentRow]:
        """Return the rows of the kind in their order."""
        if self.part.kinds is not None and kind.name not in self.part.kinds:
            return []
        if kind not in self._rows:
            found = kind.model.objects.filter(document_id=self.document.pk)
            if self.part.keys is not None and kind.model is Activity:
                found = found.filter(key__in=self.part.keys)
            elif self.part.keys is not None and kind.under_model is Activity:
                found = found.filter(**{f"{kind.under}__key__in": self.part.keys})
            self._rows[kind] = list(found.order_by("rank", "pk"))
        return self._rows[kind]

    def of(self, name: str) -> list:
        """Return all rows of the kind called `name`."""
        return self.rows(self.kind.rows_by_name[name])

    def put(self, name: str, rows: Iterable[DocumentRow]) -> None:
        """Take `rows` for those of the kind called `name` from now on, in the order of ranks."""
        kind = self.kind.rows_by_name[name]
        self._rows[kind] = sorted(rows, key=lambda row: (row.rank, row.pk))
        for kept in (self._standing, self._by_id, self._places):
            kept.pop(kind, None)
            kept.pop(name, None)

    def plan(self) -> PlanTree:
        """Return what the rows say now."""
        return whole(self, self.top)


def whole(reading: Reading, top: TopRow) -> PlanTree:
    """Return the plan that is read, without its sections; `top` says which columns it has."""
    kind = reading.kind
    below = {
        name: reading.nodes(under, kind.top, reading.document)
        for name, under in kind.below[kind.top]
        if name != "sections"
    }
    return PlanTree(title="", columns=tuple(top.columns), **below)
