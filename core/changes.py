"""The open change: what one person does at once, and the only time tracked rows may be written.

`documents.changes.change` opens one; tracked rows ask `open_change()` for it and note in it what
happens to them. A row that is written outside, or twice within, is a programming error.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models


class NoOpenChange(RuntimeError):
    """A tracked row was about to be written outside `with change(…)`."""


class SavedTwice(RuntimeError):
    """A tracked row was about to be written a second time within one change."""


class ChangeClosed(RuntimeError):
    """A change was asked for its row, or told of one, when it was no longer open."""


class OpenChange:
    """One change while it is being made.

    `make_row` inserts the row that every history row of the change points to, with the entries
    that it is given. It is called when someone asks for that row, and else at the end, so that a
    change in which nothing differs leaves nothing behind. History is written at the end too, all
    of it at once: what is read of it while the change is open ends with the change before.
    """

    def __init__(self, document_id: int, make_row: Callable[[list[dict]], models.Model]) -> None:
        self.document_id = document_id
        self.entries: list[dict] = []
        #: What rows that others name are called, by model and id, while they stay as they are.
        self.names: dict[tuple[type[models.Model], int], str] = {}
        self._make_row = make_row
        self._row: models.Model | None = None
        self._noted_in_row = 0
        self._history: list[models.Model] = []
        self._written: set[str] = set()
        self._is_closed = False

    @property
    def has_row(self) -> bool:
        """Tell whether anything has been written."""
        return bool(self.entries) or self._row is not None

    @property
    def row(self) -> models.Model:
        """The row of the change, inserted now if nobody has asked for it before.

        Raises ChangeClosed when it would have to be inserted and the change is no longer open: it
        would stand outside the change's transaction.
        """
        if self._row is None:
            self._refuse_closed()
            self._row = self._make_row(self.entries)
            self._noted_in_row = len(self.entries)
        return self._row

    def keep(self, history_row: models.Model) -> None:
        """Take in what the history is to say of a row, which is written when the change ends."""
        self._refuse_closed()
        self._history.append(history_row)

    def finish(self) -> None:
        """Write the row of the change with all its entries, and the history that points to it.

        The history rows of one table are one query, in the order in which they came.
        """
        if not self.has_row:
            return
        row = self.row
        if self._noted_in_row < len(self.entries):
            row.entries = self.entries
            row.save(update_fields=["entries"])
        by_table = defaultdict(list)
        for one in self._history:
            one.belong_to(row)
            by_table[type(one)].append(one)
        for model, rows in by_table.items():
            model.objects.bulk_create(rows)

    def close(self) -> None:
        """Let nothing more be written in this change."""
        self._is_closed = True

    def note(
        self,
        *,
        row: str,
        key: str,
        act: str,
        name: str,
        fields: list[str],
        values: dict[str, list] | None = None,
    ) -> None:
        """Note that the row `key` of the kind `row` was added, changed, moved or deleted.

        `name` is what the row is called in words from then on; `values` is what each short field
        said before and says now, as JSON. Raises SavedTwice when the same row was already written
        in this change, and ChangeClosed when it is no longer open.
        """
        self._refuse_closed()
        if key in self._written:
            raise SavedTwice(f"{row} {key} is written twice in one change")
        self._written.add(key)
        entry = {"row": row, "key": key, "act": act, "name": name, "fields": fields}
        self.entries.append(entry | ({"values": values} if values else {}))

    def _refuse_closed(self) -> None:
        if self._is_closed:
            raise ChangeClosed("A change takes something in while it is open only.")


_open: ContextVar[OpenChange | None] = ContextVar("open_change", default=None)


def open_change() -> OpenChange:
    """Return the change that is open, or raise NoOpenChange."""
    current = _open.get()
    if current is None:
        raise NoOpenChange("Tracked rows are written inside `with change(…)` only.")
    return current


def change_if_open() -> OpenChange | None:
    """Return the change that is open, if there is one."""
    return _open.get()


@contextmanager
def opened(current: OpenChange) -> Iterator[OpenChange]:
    """Make `current` the open change, and close it. They do not nest: one act has one reason."""
    if _open.get() is not None:
        raise RuntimeError("A change is already open.")
    token = _open.set(current)
    try:
        yield current
    finally:
        _open.reset(token)
        current.close()
