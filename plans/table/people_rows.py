"""Who does an activity, written from one cell into the rows that say it."""

from collections.abc import Iterable

from core.rank import between, first_ranks
from plans import people, tree
from plans.models import Activity, Responsible

_WHO = ("organisation", "body", "function", "person")
_SAID = (*_WHO, "does", "role")


def write_people(
    activity: Activity,
    said: str,
    stored: Iterable[Responsible],
    known: Iterable[tree.Responsible],
) -> list[Responsible]:
    """Let the rows under `activity` be those that the cell `said` names, in its order.

    A row stays who it is where its name is still there; where one name has come for another, the
    row is that one. `stored` are all such rows of the plan, and those that are left are returned;
    `known` are those that names are taken apart after, the activity's own first. Inside an open
    change. Raises ValidationError for what no row can hold, and then nothing is written.
    """
    stored = list(stored)
    own = [one for one in stored if one.activity_id == activity.pk]
    chosen = _matched(activity, people.read(said, known), own)
    for row in chosen:
        row.clean_fields(exclude=["document", "activity", "rank"])
    _put_in_order(chosen)
    for row in own:
        if row not in chosen:
            row.delete()
    for row in chosen:
        row.save()
    return [one for one in stored if one not in own] + chosen


def _matched(
    activity: Activity, wanted: tuple[tree.Responsible, ...], own: list[Responsible]
) -> list[Responsible]:
    left = list(own)
    found: list[Responsible | None] = []
    for one in wanted:
        same = next((row for row in left if _who(row) == _who(one)), None)
        found.append(same)
        if same:
            left.remove(same)
    rows = []
    for one, same in zip(wanted, found, strict=True):
        row = same or (left.pop(0) if left else None)
        row = row or Responsible(document_id=activity.document_id, activity=activity)
        for name in _SAID:
            setattr(row, name, getattr(one, name))
        rows.append(row)
    return rows


def _who(one: Responsible | tree.Responsible) -> tuple[str, ...]:
    return tuple(getattr(one, name) for name in _WHO)


def _put_in_order(rows: list[Responsible]) -> None:
    """Give the rows ranks in their order; those that stand right keep theirs."""
    ranks = [row.rank for row in rows if row.rank]
    if ranks != sorted(ranks) or any(row.rank for row in rows[len(ranks) :]):
        for row, rank in zip(rows, first_ranks(len(rows)), strict=True):
            row.rank = rank
        return
    last = ranks[-1] if ranks else None
    for row in rows[len(ranks) :]:
        row.rank = last = between(last, None)
