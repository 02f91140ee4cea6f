"""What a pasted block comes to: which cells it writes over, which rows are new, what is asked.

Pure. A block that begins with headings says itself which column is which, and its headings are
never a row. Otherwise its columns are those that are shown from the cell on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.functional import cached_property

from core.text import search_key
from followup.words import state_called
from plans.column_names import column_called
from plans.columns import UNDER
from plans.table.clipboard import Block


@dataclass(frozen=True)
class Pasted:
    """A block in a table: what each of its rows says by column, and what was not understood.

    `unknown` are headings of the block that no column is called, `cut` is how many of its columns
    had no place.
    """

    rows: tuple[Mapping[str, str], ...]
    has_heads: bool = False
    unknown: tuple[str, ...] = ()
    cut: int = 0
    is_merged: bool = False
    #: Names of headings of the plan that the block says and the plan does not have.
    headings: tuple[str, ...] = field(default=())
    #: What it says of how far a row has come, in words that may mean more than one thing.
    states: tuple[str, ...] = field(default=())

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns that are written."""
        return tuple(self.rows[0]) if self.rows else ()

    def meaning(self, states: Mapping[str, str]) -> "Pasted":
        """Return the block with what a person has said that its `states` mean; "" for nothing."""
        rows = [
            {name: said for name, said in row.items() if name != "status" or said not in states}
            | ({"status": states[row["status"]]} if states.get(row.get("status")) else {})
            for row in self.rows
        ]
        return replace(self, rows=tuple(rows))


def pasted(
    block: Block,
    *,
    columns: Sequence[str],
    at: str,
    headings: Sequence[str],
    fill: bool = False,
) -> Pasted:
    """Return what `block` comes to where it is pasted at the column `at` of those shown.

    `headings` are those of the plan. With `fill` merged cells say the same in each of their rows.
    """
    rows = (block.filled_down() if fill else block).rows
    names = heads(rows[0]) if len(rows) > 1 else {}
    unknown: tuple[str, ...] = ()
    if names:
        unknown = tuple(said for place, said in enumerate(rows[0]) if said and place not in names)
        rows = rows[1:]
    else:
        names = dict(enumerate(columns[columns.index(at) :]))
    width = min(block.width, len(names)) if not unknown else block.width
    said = tuple(
        {name: row[place] for place, name in names.items() if place < len(row)} for row in rows
    )
    return Pasted(
        said,
        has_heads=len(rows) < len(block.rows),
        unknown=unknown,
        cut=0 if len(rows) < len(block.rows) else block.width - width,
        is_merged=bool(block.covered),
        headings=_new_headings(said, headings),
        states=tuple(dict.fromkeys(filter(_is_no_state, (row.get("status", "") for row in said)))),
    )


def _is_no_state(said: str) -> bool:
    return bool(said.strip()) and state_called(said) is None


def heads(row: Sequence[str]) -> dict[int, str]:
    """Return which column each cell of a row of headings names; {} when it is no such row.

    It is one when at least two cells name a column, or all that say anything, and none says two.
    """
    named = {place: name for place, said in enumerate(row) if (name := column_called(said))}
    said = [one for one in row if one.strip()]
    if not named or len(set(named.values())) < len(named):
        return {}
    return named if len(named) >= min(2, len(said)) else {}


def _new_headings(rows: Sequence[Mapping[str, str]], headings: Sequence[str]) -> tuple[str, ...]:
    known = {search_key(one) for one in headings}
    known |= {search_key(one.rpartition(UNDER)[2]) for one in headings}
    said = (" ".join(row.get("heading", "").split()) for row in rows)
    return tuple(dict.fromkeys(one for one in said if one and search_key(one) not in known))


def laid_out(
    given: Pasted, rows: int, *, is_over: bool
) -> tuple[tuple[Mapping[str, str], ...], tuple[Mapping[str, str], ...]]:
    """Return what is written over the `rows` that follow, and what comes to be new rows."""
    over = given.rows[:rows] if is_over else ()
    new = given.rows[len(over) :]
    return over, tuple(row for row in new if any(said.strip() for said in row.values()))


def repeated(block: Block, rows: int, columns: int) -> Block:
    """Return one cell as often as the marked `rows` and `columns` have places for it."""
    if len(block.rows) == 1 and block.width == 1:
        return Block(((block.rows[0] * columns),) * rows)
    return block
