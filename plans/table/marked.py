"""What is done to rows that are marked: deleted, duplicated, moved a step. Each is one change."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from uuid import UUID, uuid4

from core.rank import between
from documents.changes import Actor, change
from documents.models import TopRow
from plans.models import Activity, Responsible
from plans.table.reading import RowsInHand
from plans.table.writing import Written


def delete(top: TopRow, keys: Iterable[UUID], *, by: Actor) -> Written:
    """Delete the rows `keys` and who does them. Raises DocumentLocked, as all here."""

    def act(rows: RowsInHand, chosen: Sequence[Activity], written: Written) -> None:
        for row in chosen:
            row.delete()
        rows.put("activity", [row for row in rows.of("activity") if row not in chosen])

    return _done(top, keys, by, act)


def duplicate(top: TopRow, keys: Iterable[UUID], *, by: Actor) -> Written:
    """Put a copy of each row after the last of them, with who does it."""

    def act(rows: RowsInHand, chosen: Sequence[Activity], written: Written) -> None:
        order, people = rows.of("activity"), rows.of("responsible")
        at = order.index(chosen[-1])
        rank, end = order[at].rank, order[at + 1].rank if at + 1 < len(order) else None
        for row in chosen:
            rank = between(rank, end)
            made = _copy(row, rank=rank)
            written.added.append(made.key)
            for one in people:
                if one.activity_id == row.pk:
                    _copy(one, activity=made)

    return _done(top, keys, by, act)


def up(top: TopRow, keys: Iterable[UUID], *, by: Actor) -> Written:
    """Move the rows before the one above them that stands under the same heading."""
    return _step(top, keys, by, -1)


def down(top: TopRow, keys: Iterable[UUID], *, by: Actor) -> Written:
    """Move the rows after the one below them that stands under the same heading."""
    return _step(top, keys, by, 1)


def _step(top: TopRow, keys: Iterable[UUID], by: Actor, way: int) -> Written:
    def act(rows: RowsInHand, chosen: Sequence[Activity], written: Written) -> None:
        # From the side to which they go, so that those that stand together stay so.
        for row in chosen[::-way]:
            order = sorted(rows.of("activity"), key=lambda one: (one.rank, one.pk))
            beside = [one for one in order if one.heading_id == row.heading_id]
            at = beside.index(row) + way
            if not 0 <= at < len(beside) or beside[at] in chosen:
                continue
            to = order.index(beside[at])
            ends = (to - 1, to) if way < 0 else (to, to + 1)
            ranks = [order[end].rank if 0 <= end < len(order) else None for end in ends]
            row.rank = between(*ranks)
            row.save()

    return _done(top, keys, by, act)


def _done(top: TopRow, keys: Iterable[UUID], by: Actor, act: Callable) -> Written:
    wanted = set(keys)
    with change(by=by, document=top.document) as opened:
        rows = RowsInHand(top)
        written = Written(rows.plan(), opened)
        chosen = [row for row in rows.of("activity") if row.key in wanted]
        if chosen:
            act(rows, chosen, written)
    return written


def _copy(row: Activity | Responsible, **columns) -> Activity | Responsible:
    """Write a row that says the same in another place."""
    made = copy(row)
    made.pk, made.key, made.copied_from = None, uuid4(), row.key
    made._state = copy(row._state)
    made._state.adding = True
    for name, value in columns.items():
        setattr(made, name, value)
    made.save()
    return made


#: By the name of the button.
ACTS: Mapping[str, Callable[..., Written]] = {
    "delete": delete,
    "duplicate": duplicate,
    "up": up,
    "down": down,
}
