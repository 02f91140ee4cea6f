"""What is entered in the table: texts, which are one change of the plan, and reports beside it.

A block can have both; then they are written together or not at all. Where only reports are entered
no change is opened, so that they can be made while the text is locked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from documents.changes import Actor
from documents.models import Change, TopRow
from followup.reporting import Reporter, in_turn
from plans.columns import rows_said
from plans.table.arranging import NOT_ASKED, Standings
from plans.table.reading import WHOLE, Part, read_rows
from plans.table.reporting import is_reported, report
from plans.table.writing import Edit, Unwritten, Written, write
from plans.tree import PlanTree

Cells = Mapping[str, str]


@dataclass
class Entered:
    """What came of it. `plan` is what the rows say now, `change` what was made, if anything."""

    plan: PlanTree
    change: Change | None = None
    keys: list[UUID] = field(default_factory=list)
    added: list[UUID] = field(default_factory=list)
    #: Of which rows something was reported.
    reported: list[UUID] = field(default_factory=list)
    unwritten: list[Unwritten] = field(default_factory=list)
    #: Words that were written on rows that are gone.
    lost: list[Edit] = field(default_factory=list)

    @classmethod
    def of(cls, written: Written) -> "Entered":
        """Return what came of the texts."""
        return cls(
            written.plan,
            written.change,
            written.keys,
            written.added,
            unwritten=written.unwritten,
            lost=written.lost,
        )


def texts_in(edits: Sequence[Edit]) -> list[Edit]:
    """Return those of `edits` that write something in the text of the plan."""
    return [
        one for one in edits if not is_reported(one.column) and one.text.strip() != one.was.strip()
    ]


def enter(
    top: TopRow,
    edits: Sequence[Edit],
    *,
    by: Actor,
    reporter: Reporter,
    standings: Callable[[PlanTree], Standings],
    new: Sequence[Cells] = (),
    headings: Sequence[str] = (),
    shown: Iterable[str] | None = None,
) -> Entered:
    """Enter `edits`, and `new` rows, by column; `headings` are made first.

    `standings` gives how it goes with the rows of a plan. Of what came of it only the columns
    `shown` are looked at (None: all). Raises DocumentLocked when a text is among them and the text
    is locked.
    """
    texts, reports = texts_in(edits), [one for one in edits if is_reported(one.column)]
    of_new = [_part(cells, of_reports=True) for cells in new]

    def write_texts() -> tuple[Entered, Sequence[UUID | None]]:
        if not (texts or new or headings):
            return Entered(read_rows(top, _rows_of(edits, shown))), []
        rows = [_part(cells, of_reports=False) for cells in new]
        # Reports may be of other rows than those whose texts are written.
        seen = None if reports else shown
        written = write(top, texts, by=by, new=rows, headings=headings, shown=seen)
        return Entered.of(written), written.new

    if reports or any(of_new):
        with in_turn(top.document):
            entered, keys = write_texts()
            reports += _of_new_rows(keys, of_new)
            known = standings(entered.plan) if reports else NOT_ASKED
            done = report(top.document, reports, reporter=reporter, standings=known)
        entered.reported = list(dict.fromkeys(done.keys))
        entered.unwritten += done.unwritten
        entered.lost += done.lost
    else:
        entered, _keys = write_texts()
    entered.keys = list(dict.fromkeys([*entered.keys, *(one.key for one in edits)]))
    return entered


def _rows_of(edits: Sequence[Edit], shown: Iterable[str] | None) -> Part:
    """Return which rows have to be read to say what is shown of those that are reported of."""
    kinds = None if shown is None else rows_said(shown)
    return WHOLE if kinds is None else Part(kinds, frozenset(one.key for one in edits))


def _part(cells: Cells, *, of_reports: bool) -> Cells:
    return {name: said for name, said in cells.items() if is_reported(name) == of_reports}


def _of_new_rows(keys: Sequence[UUID | None], reports: Sequence[Cells]) -> Iterator[Edit]:
    """Give what is reported of rows that have just been written, by their `keys`."""
    for key, cells in zip(keys, reports, strict=True):
        for name, said in cells.items():
            if key and said.strip():
                yield Edit(key, name, said, "")
