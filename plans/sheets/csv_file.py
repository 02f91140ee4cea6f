"""A plan's rows as a CSV file, as Excel in Swedish opens one."""

import csv
import io
import re

from plans.sheets.heads import KEY
from plans.table.shown import Shown

#: What a table takes for a formula. An apostrophe before it says that it is a text; one that is
#: there already gets another, so that it comes back as it was.
_FORMULA = re.compile(r"'*[=+\-@\t]")


def write_csv(seen: Shown) -> bytes:
    """Return a CSV file of what is shown of a plan; the last column says which row each is.

    Groups are the order of the rows only: a row that says nothing but a group would come back as
    one of the plan.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([*(_safe(str(one.label)) for one in seen.table.columns), KEY])
    for row in seen.table.rows:
        writer.writerow([*map(_safe, row.cells), str(row.key or "")])
    return "\ufeff".encode() + file.getvalue().encode()


def _safe(said: str) -> str:
    return f"'{said}" if _FORMULA.match(said) else said
