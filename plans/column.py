"""What a column of a plan's table is; those that there are stand in `plans/columns.py`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

from followup.models import Report
from followup.standing import Standing
from plans.tree import Activity, PlanTree


class Editor(StrEnum):
    """What a cell is written in."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"
    LIST = "list"


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. `says` gives what a cell says of an activity in its plan, "" for nothing.

    What is reported and not decided is said of how it goes instead, by `reported`, and written by
    `followup.reporting` alone (`plans/table/reporting.py`).

    `fields` are those of `ActivityForm` that the cell writes, and `reads` gives the data of the
    form for what is written in it: the text itself where nothing is said. A column without fields
    names in `rows` the rows under the activity that it writes, or in `opens` the page of the row
    on which it is written.
    """

    name: str
    label: Promise
    says: Callable[[Activity, PlanTree], str] = lambda _activity, _plan: ""
    reported: Callable[[Standing], str] | None = None
    #: The report that what is said comes from, where there is one.
    source: Callable[[Standing], Report | None] = lambda _standing: None
    opens: str = ""
    fields: tuple[str, ...] = ()
    rows: str = ""
    editor: Editor = Editor.LINE
    reads: Callable[[str], Mapping[str, str]] | None = None
    #: The kinds of rows that a cell is said of besides its own activity and those under it; None
    #: where other activities are needed too.
    of: tuple[str, ...] | None = None
    #: What a choice offers.
    choices: Callable[[PlanTree], Sequence[str]] | None = None
    #: By what rows are put in its order, where that is not what the cell says: something of the
    #: activity, or of how it goes with it; "" comes last.
    sorts: Callable[[Activity], str] | Callable[[Standing], str] | None = None
    #: Its share of the width of the table.
    width: int = 10
    #: It is there when nobody has chosen columns.
    is_usual: bool = False
    #: It can be printed: a column that only sorts is not.
    is_printed: bool = True
    #: What sheets from elsewhere call it, in small letters.
    also_called: tuple[str, ...] = ()

    def is_written(self, texts: bool, reports: bool) -> bool:
        """Tell whether one who writes `texts`, or `reports`, or both, writes in its cells."""
        return not self.opens and (texts if self.reported is None else reports)

    def cell(self, activity: Activity, plan: PlanTree, standing: Standing | None) -> str:
        """Return what the cell of a row says; `standing` is how it goes, as far as was asked."""
        if self.reported is None:
            return self.says(activity, plan)
        return self.reported(standing) if standing else ""

    def order(self, activity: Activity, plan: PlanTree, standing: Standing | None) -> str:
        """Return by what a row is put in its order; "" comes last."""
        if self.sorts is None:
            return self.cell(activity, plan, standing)
        about = activity if self.reported is None else standing
        return self.sorts(about) if about else ""

    def data(self, said: str) -> Mapping[str, str]:
        """Return what the form is sent for a cell that says `said`, by the names of its fields."""
        return self.reads(said) if self.reads else dict.fromkeys(self.fields, said)
