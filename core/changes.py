"""The open change: what one person does at once, and the only time tracked rows may be written.

`documents.changes.change` opens one; tracked rows ask `open_change()` for it and note in it what
happens to them. A row that is written outside, or twice within, is a programming error.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


class NoOpenChange(RuntimeError):
    """A tracked row was about to be written outside `with change(…)`."""


class SavedTwice(RuntimeError):
    """A tracked row was about to be written a second time within one change."""


class ChangeClosed(RuntimeError):
    """A change was asked for its row, or told of one, when it was no longer open."""


class OpenChange:
    """One change while it is being made.

    `make_row` inserts the row that every history row of the change points to; it is called at
    the first write, so that a change in which nothing differs leaves nothing behind.
    """

    def __init__(self, document_id: int, make_row: Callable[[], object]) -> None:
        self.document_id = document_id
        self.entries: list[dict] = []
        self._make_row = make_row
        self._row: object | None = None
        self._written: set[str] = set()
        self._is_closed = False

    @property
    def has_row(self) -> bool:
        """Tell whether anything has been written."""
        return self._row is not None

    @property
    def row(self) -> object:
        """The row of the change, inserted now if nothing was noted yet.

        Raises ChangeClosed when the change is no longer open: a row that is inserted then would
        stand outside the change's transaction.
        """
        return self._begin()

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
        said before and says now, as JSON. Inserts the change's own row at the first note. Raises
        SavedTwice when the same row was already written in this change, and ChangeClosed as `row`
        does.
        """
        if key in self._written:
            raise SavedTwice(f"{row} {key} is written twice in one change")
        self._begin()
        self._written.add(key)
        entry = {"row": row, "key": key, "act": act, "name": name, "fields": fields}
        self.entries.append(entry | ({"values": values} if values else {}))

    def _begin(self) -> object:
        if self._is_closed:
            raise ChangeClosed("A change has its row while it is open only.")
        if self._row is None:
            self._row = self._make_row()
        return self._row


_open: ContextVar[OpenChange | None] = ContextVar("open_change", default=None)


def open_change() -> OpenChange:
    """Return the change that is open, or raise NoOpenChange."""
    current = _open.get()
    if current is None:
        raise NoOpenChange("Tracked rows are written inside `with change(…)` only.")
    return current


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
