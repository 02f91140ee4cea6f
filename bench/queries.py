"""Counting queries the way a production server makes them."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

_OPENS = ("BEGIN", "SAVEPOINT")
_CLOSES = ("COMMIT", "RELEASE", "ROLLBACK")


def queries_of(run: Callable[[], object]) -> list[str]:
    """Return the SQL that `run()` sends, without the outermost transaction's own statements.

    In production those are BEGIN and COMMIT. Inside a test, which holds a transaction around it
    all, they are SAVEPOINT and RELEASE; without them both give the same list.
    """
    with CaptureQueriesContext(connection) as captured:
        run()
    return within_transaction([query["sql"] for query in captured])


def within_transaction(statements: list[str]) -> list[str]:
    """Return `statements` without those that open or close the outermost transaction."""
    kept, depth = [], 0
    for sql in statements:
        if sql.startswith("ROLLBACK TO"):
            kept.append(sql)
        elif sql.startswith(_OPENS):
            if depth:
                kept.append(sql)
            depth += 1
        elif sql.startswith(_CLOSES):
            depth -= 1
            if depth:
                kept.append(sql)
        else:
            kept.append(sql)
    return kept
