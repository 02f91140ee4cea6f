"""Which row of a sheet says what its columns are, and which columns of a plan those are."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.tables.sheet import Sheet, SheetRow
from plans.column_names import column_called, folded

#: The head of the column that says which row of the plan a row is. It is hidden, and the same in
#: every language.
KEY = "overens-nyckel"
#: The column heads stand among the first rows of a sheet.
_AMONG = 40


@dataclass(frozen=True)
class Heads:
    """The columns of a sheet: by their places those that a plan has, and the others' own heads."""

    row: SheetRow
    columns: Mapping[int, str]
    key_at: int | None
    others: Mapping[int, str]


def heads_of(sheet: Sheet) -> Heads | None:
    """Return the columns of a sheet by the row that names most of them; None where none does.

    A row names them when one of its cells is called as what is to be done, or as the key, or two
    are called as any column.
    """
    found = [_read(row) for row in sheet.rows[:_AMONG]]
    named = [one for one in found if one.key_at is not None or _is_enough(one)]
    return max(named, key=lambda one: len(one.columns), default=None)


def _is_enough(heads: Heads) -> bool:
    is_alone = len(heads.row.filled) == 1 or len(heads.columns) > 1
    return len(heads.columns) > 1 or ("text" in heads.columns.values() and is_alone)


def _read(row: SheetRow) -> Heads:
    columns: dict[int, str] = {}
    others: dict[int, str] = {}
    key_at = None
    for place in row.filled:
        said = row.at(place)
        name = column_called(said)
        if folded(said) == KEY:
            key_at = place
        elif name and name not in columns.values():
            columns[place] = name
        else:
            others[place] = " ".join(said.split())
    return Heads(row, columns, key_at, others)
