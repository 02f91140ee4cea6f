"""Which row of a sheet says what its columns are, and which columns of a plan those are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation

from core.text import search_key
from intake.tables.sheet import Sheet, SheetRow
from plans.columns import COLUMNS

#: The head of the column that says which row of the plan a row is. It is hidden, and the same in
#: every language.
KEY = "overens-nyckel"
#: The column heads stand among the first rows of a sheet.
_AMONG = 40
_MARKS = re.compile(r"[\s:*.?()]+")
#: Others that sheets of plans have, beside those that each column knows itself.
_ALSO = {
    "text": ("aktivitet/åtgärd", "åtgärd/aktivitet", "vad ska göras", "löfte", "löften"),
    "heading": ("fokusområden", "insatsområde", "strategi"),
    "operative_goal": ("operativt mål", "mål för aktiviteten", "effektmål"),
    "responsible": ("ansvar", "ansvarig part", "ansvarig organisation", "aktör", "aktörer"),
    "when": ("när/tid", "tid/när", "genomförs", "tidsram", "start/slut"),
    "followed_up": ("uppföljning och utvärdering", "hur följs det upp", "utvärdering"),
    "description": ("beskriv aktiviteten", "genomförande"),
}


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
    names = _names()
    columns: dict[int, str] = {}
    others: dict[int, str] = {}
    key_at = None
    for place in row.filled:
        said = _folded(row.at(place))
        name = names.get(said)
        if said == KEY:
            key_at = place
        elif name and name not in columns.values():
            columns[place] = name
        else:
            others[place] = " ".join(row.at(place).split())
    return Heads(row, columns, key_at, others)


def _names() -> dict[str, str]:
    """Return what each column may be called, in either language, folded → its name."""
    found: dict[str, str] = {}
    for column in COLUMNS:
        labels: Sequence[str] = [column.name, *column.also_called, *_ALSO.get(column.name, ())]
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                labels = [str(column.label), *labels]
        for label in labels:
            found.setdefault(_folded(label), column.name)
    return found


def _folded(said: str) -> str:
    return _MARKS.sub(" ", search_key(said)).strip()
