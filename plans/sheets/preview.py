"""What taking in a file would do to a plan, row by row, before anything is written."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from core.canonical import canonical_bytes, digest
from followup.in_file import OutcomeInFile
from plans.columns import BY_NAME


class What(StrEnum):
    """What happens to a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Cell:
    """A cell that is written: what its row says now, and what it is to say."""

    column: str
    was: str
    now: str

    @property
    def label(self) -> str:
        """What the column is called."""
        return str(BY_NAME[self.column].label)


@dataclass(frozen=True)
class Outcome:
    """What happens to one row of a file. `key` is the row of the plan that it is, if any.

    `cells` are written in the text; `reports` are reported beside it, and so are `outcomes`, which
    they say too. `not_taken` are cells that say something else than the plan and are not written.
    """

    sheet: str
    number: int
    what: What
    name: str
    cells: tuple[Cell, ...] = ()
    key: UUID | None = None
    reason: str = ""
    reports: tuple[Cell, ...] = ()
    outcomes: tuple[OutcomeInFile, ...] = ()
    not_taken: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Preview:
    """What happens to all rows, which headings are made for them, and what is to be told."""

    outcomes: tuple[Outcome, ...]
    headings: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())
    #: Nothing is written in the text of the plan.
    reports_only: bool = False

    def of(self, what: str) -> list[Outcome]:
        """Return the rows to which that happens."""
        return [one for one in self.outcomes if one.what == what]

    @property
    def new(self) -> list[Outcome]:
        """The rows that are added."""
        return self.of(What.NEW)

    @property
    def changed(self) -> list[Outcome]:
        """The rows that are changed."""
        return self.of(What.CHANGED)

    @property
    def unchanged(self) -> list[Outcome]:
        """The rows that say what the plan says."""
        return self.of(What.UNCHANGED)

    @property
    def refused(self) -> list[Outcome]:
        """The rows that cannot be taken in."""
        return self.of(What.REFUSED)

    @property
    def left_out(self) -> list[Outcome]:
        """The rows that are hidden or struck through."""
        return self.of(What.LEFT_OUT)

    @property
    def has_sheets(self) -> bool:
        """Tell whether a row's number alone does not say where it stands."""
        return len({one.sheet for one in self.outcomes}) > 1

    @property
    def does_something(self) -> bool:
        """Tell whether anything would be written."""
        return bool(self.new or self.changed)

    @property
    def fingerprint(self) -> str:
        """A digest of what would be written: what a person has seen is what is written."""
        said = [
            [
                one.what,
                str(one.key or ""),
                [[cell.column, cell.was, cell.now] for cell in (*one.cells, *one.reports)],
            ]
            for one in self.outcomes
        ]
        return digest(canonical_bytes([said, list(self.headings)]))
