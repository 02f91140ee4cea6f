"""A plan's rows as a CSV file, as Excel in Swedish opens one."""

import csv
import io
import re
from collections.abc import Sequence

from plans.columns import BY_NAME
from plans.sheets.heads import KEY
from plans.tree import Activity, PlanTree

#: What a table takes for a formula. An apostrophe before it says that it is a text; one that is
#: there already gets another, so that it comes back as it was.
_FORMULA = re.compile(r"'*[=+\-@\t]")


def write_csv(plan: PlanTree, columns: Sequence[str], rows: Sequence[Activity]) -> bytes:
    """Return a CSV file of `rows` of the plan; the last column says which row each is."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    shown = [BY_NAME[name] for name in columns]
    writer.writerow([*(_safe(str(one.label)) for one in shown), KEY])
    for row in rows:
        cells = (one.says(row, plan) for one in shown)
        writer.writerow([*map(_safe, cells), str(row.key or "")])
    return "\ufeff".encode() + file.getvalue().encode()


def _safe(said: str) -> str:
    return f"'{said}" if _FORMULA.match(said) else said
