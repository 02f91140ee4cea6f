"""What the sheets of a file say of a plan: rows by the plan's columns, before any is compared.

Pure. A sheet has its own ways: heads somewhere down the sheet, a sheet for each focus area, rows
that are headings over those below them, cells merged over several rows. What a plan has no column
for is kept with the row, by what the sheet calls it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.text import search_key
from followup.choices import State
from followup.models import Outcome
from followup.words import state_called
from intake.recognition.dates import only_day
from intake.tables.sheet import Sheet, SheetRow
from plans.sheets.heads import Heads, heads_of

#: What programs call a sheet that nobody has named.
_UNNAMED = re.compile(r"(?:blad|sheet|tabell|ark)\s?\d*|.*\.(?:xlsx|csv)", re.IGNORECASE)
_DAYS = ("when_from", "when_to")
_LONGEST_BY = Outcome._meta.get_field("by").max_length
#: What stands in a column called “Klart” where something is.
_TICKS = {"x", "ja", "yes", "v", "✓", "✔"}


@dataclass(frozen=True)
class SaidRow:
    """A row of a sheet: its number there, what it says by column, and what it says beside."""

    sheet: str
    number: int
    cells: Mapping[str, str]
    key: str = ""
    beside: tuple[str, ...] = ()
    #: Its colours, each with the head of the column that has it; "" where the whole row has.
    colours: tuple[tuple[str, str], ...] = ()
    #: Of a file that was handed out: which outcome it reports.
    outcome_key: str = ""
    is_hidden: bool = False
    is_struck: bool = False

    @property
    def text(self) -> str:
        """What is to be done."""
        return self.cells.get("text", "")

    @property
    def is_handed_out(self) -> bool:
        """Tell whether it comes from a file that was handed out to be reported in."""
        return bool(self.outcome_key)


@dataclass(frozen=True)
class Meaning:
    """The rows of all sheets, what is to be told of the file, and whether it came from here.

    `handed_to` is to whom the file was handed out to be reported in.
    """

    rows: tuple[SaidRow, ...]
    notes: tuple[str, ...] = field(default=())
    has_keys: bool = False
    handed_to: str = ""


def meaning(sheets: Sequence[Sheet]) -> Meaning:
    """Return what `sheets` say; raise `ValidationError` where no sheet has heads that one knows."""
    known = [(sheet, heads) for sheet in sheets if (heads := heads_of(sheet))]
    if not known:
        raise ValidationError(
            _(
                "No row of the file names columns that a plan has, such as Activity, Responsible "
                "and When. Is it the right file and the right sheet?"
            ),
            code="no_heads",
        )
    notes: list[str] = [note for sheet in sheets for note in sheet.notes]
    rows: list[SaidRow] = []
    for sheet, heads in known:
        if "text" not in heads.columns.values() and heads.key_at is None:
            notes.append(
                _("In the sheet “%(sheet)s” no column says what is to be done; it is not read.")
                % {"sheet": sheet.name}
            )
            continue
        is_area = len(known) > 1 and not _UNNAMED.fullmatch(sheet.name.strip())
        rows += _Reading(sheet, heads, sheet.name if is_area else "").rows()
        if heads.others and heads.handed_to_at is None:
            notes.append(
                _("The plan has no column for %(names)s; a new row keeps it in its description.")
                % {"names": _quoted(heads.others.values())}
            )
    if left_out := [one.name for one in sheets if one not in [sheet for sheet, _heads in known]]:
        notes.append(
            _("No row names the columns of %(sheets)s, which is not read.")
            % {"sheets": _quoted(left_out)}
        )
    if not rows:
        raise ValidationError(_("The file has heads and no rows under them."), code="no_rows")
    has_keys = any(heads.key_at is not None for _sheet, heads in known)
    return Meaning(tuple(rows), tuple(dict.fromkeys(notes)), has_keys, _handed_to(known))


def _handed_to(known: Sequence[tuple[Sheet, Heads]]) -> str:
    """Return for whom a file was made that was handed out; "" for any other."""
    said = (
        row.at(heads.handed_to_at)
        for sheet, heads in known
        if heads.handed_to_at is not None
        for row in sheet.rows
        if row.number > heads.row.number
    )
    return next(filter(None, said), "")[:_LONGEST_BY]


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(_("“%(name)s”") % {"name": one} for one in names)


class _Reading:
    """One reading of one sheet, from the heads down."""

    def __init__(self, sheet: Sheet, heads: Heads, area: str) -> None:
        self.sheet = sheet
        #: The heading under which the rows at work stand, where they do not say one themselves.
        self.heading = area
        self.text_at = next((at for at, name in heads.columns.items() if name == "text"), None)
        below = [row for row in sheet.rows if row.number > heads.row.number]
        #: Where it is ticked that something is done.
        self.ticked_at = _ticked_at(heads, below)
        self.heads = heads
        if self.ticked_at is not None:
            self.heads = replace(heads, columns=heads.columns | {self.ticked_at: "status"})
        #: Bold tells a heading only where not everything is bold.
        self.bold_tells = not all(row.is_bold for row in below)
        self.below = below

    def rows(self) -> list[SaidRow]:
        """Return the rows under the heads."""
        found: list[SaidRow] = []
        for row in self.below:
            if row.cells == self.heads.row.cells:
                continue  # the heads once more, as on each printed page
            if self._is_heading(row):
                self.heading = " ".join(row.at(row.filled[0]).split())
            elif found and self.text_at in row.same_as_above:
                found[-1] = _continued(found[-1], row, self.heads)
            elif said := self._said(row):
                found.append(said)
        return found

    def _is_heading(self, row: SheetRow) -> bool:
        """Tell whether a row is a heading over those below: one text, and its look or place."""
        alone = [place for place in row.filled if place not in row.same_as_above]
        if len(alone) != 1 or row.filled != alone or len(self.heads.columns) < 2:
            return False
        if self.heads.key_at is not None:
            return False
        (place,) = alone
        return row.spans or place != self.text_at or (row.is_bold and self.bold_tells)

    def _said(self, row: SheetRow) -> SaidRow | None:
        cells = {name: row.at(place) for place, name in self.heads.columns.items()}
        if self.ticked_at is not None and cells["status"].casefold() in _TICKS:
            cells["status"] = str(State.DONE.label)
        key = row.at(self.heads.key_at) if self.heads.key_at is not None else ""
        outcome_at = self.heads.outcome_at
        if not any(cells.values()):
            return None
        if not key:
            if cells.get("heading"):
                self.heading = cells["heading"]
            elif self.heading:
                # Blank below a heading is the same heading.
                cells["heading"] = self.heading
            cells = _with_days_in_words(cells)
        beside = (
            f"{name}: {row.at(place)}" for place, name in self.heads.others.items() if row.at(place)
        )
        return SaidRow(
            self.sheet.name,
            row.number,
            cells,
            key,
            tuple(beside),
            self._colours(row),
            row.at(outcome_at) if outcome_at is not None else "",
            is_hidden=row.is_hidden,
            is_struck=row.is_struck,
        )

    def _colours(self, row: SheetRow) -> tuple[tuple[str, str], ...]:
        """Return the colours of a row: of all that it says, or else each with its column."""
        hues = {*row.colours.values(), *(row.colours.get(place, "") for place in row.filled)}
        if len(row.colours) > 1 and len(hues) == 1:
            return tuple(("", hue) for hue in hues)
        named = ((self.heads.called(place), hue) for place, hue in sorted(row.colours.items()))
        return tuple((head, hue) for head, hue in named if head)


def _ticked_at(heads: Heads, rows: Sequence[SheetRow]) -> int | None:
    """Return the place of a column called “Klart” that says whether and not by when, or None."""
    for place, name in heads.columns.items():
        if name == "when_to" and search_key(heads.called(place)).strip(" ?:.") == "klart":
            said = [row.at(place) for row in rows if row.at(place)]
            if "status" not in heads.columns.values() and any(map(_is_tick, said)):
                return None if any(map(only_day, said)) else place
    return None


def _is_tick(said: str) -> bool:
    return said.casefold() in _TICKS or state_called(said) is not None


def _continued(above: SaidRow, row: SheetRow, heads: Heads) -> SaidRow:
    """Return a row that goes on over the next one: what stands beside its merged text is added."""
    cells = dict(above.cells)
    for place, name in heads.columns.items():
        said = row.at(place)
        if said and place not in row.same_as_above:
            cells[name] = f"{cells[name]}\n{said}" if cells[name] else said
    return replace(above, cells=cells)


def _with_days_in_words(cells: dict[str, str]) -> dict[str, str]:
    """Return the cells with what stands in a column of days and is no day as when it is done."""
    said = [cells[name] for name in _DAYS if cells.get(name)]
    if cells.get("when") or all(only_day(one) for one in said):
        return cells
    words = " – ".join(said) if len(said) > 1 else said[0]
    if not cells.get("when_from"):
        words = _("by %(last)s") % {"last": words} if only_day(words) else words
    return cells | {"when": words} | dict.fromkeys(set(_DAYS) & set(cells), "")
