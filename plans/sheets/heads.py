"""Which row of a sheet says what its columns are, and which columns of a plan those are."""

from collections.abc import Mapping
from dataclasses import dataclass

from intake.tables.sheet import Sheet, SheetRow
from plans.column_names import column_called, folded

#: The head of the column that says which row of the plan a row is. It is hidden, and the same in
#: every language.
KEY = "overens-nyckel"
#: Of a file that was handed out: for whom it is, and which outcome a row of it reports.
HANDED_TO, OUTCOME_KEY = "overens-till", "overens-utfall"
_HIDDEN = (KEY, HANDED_TO, OUTCOME_KEY)
#: What stands over the two cells of such a file that say what came of a row.
OUTCOME_NUMBER, OUTCOME_WORDS = "Utfall i tal", "Utfall med ord"
_OUTCOME = {folded(OUTCOME_NUMBER): "outcome_number", folded(OUTCOME_WORDS): "outcome_words"}
#: The column heads stand among the first rows of a sheet.
_AMONG = 40


@dataclass(frozen=True)
class Heads:
    """The columns of a sheet: by their places those that a plan has, and the others' own heads."""

    row: SheetRow
    columns: Mapping[int, str]
    key_at: int | None
    others: Mapping[int, str]
    #: Of a file that was handed out: where it says for whom, and which outcome a row reports.
    handed_to_at: int | None = None
    outcome_at: int | None = None

    def called(self, place: int) -> str:
        """Return what the sheet itself calls a column; "" for one without a head."""
        return " ".join(self.row.at(place).split())


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
    hidden: dict[str, int] = {}
    for place in row.filled:
        said = folded(row.at(place))
        name = _OUTCOME.get(said) or column_called(said)
        if said in _HIDDEN:
            hidden[said] = place
        elif name and name not in columns.values():
            columns[place] = name
        else:
            others[place] = " ".join(row.at(place).split())
    if KEY not in hidden:
        # What another sheet says of measures is no cell of a plan: it is kept as it stands.
        shown_only = [at for at, name in columns.items() if name == "measures"]
        others |= {at: " ".join(row.at(at).split()) for at in shown_only if columns.pop(at)}
    places = (hidden.get(one) for one in (KEY, HANDED_TO, OUTCOME_KEY))
    key_at, handed_to_at, outcome_at = places
    return Heads(row, columns, key_at, others, handed_to_at, outcome_at)
