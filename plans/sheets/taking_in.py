"""Writes into a plan what was seen of a file, all of it in one change."""

from collections.abc import Mapping, Sequence

from core.rank import between, first_ranks
from core.text import search_key
from documents.changes import Actor, WrongState, change
from documents.models import TopRow
from documents.reading import read_tree
from plans import people
from plans.columns import BY_NAME, UNDER
from plans.forms.rows import ActivityForm
from plans.models import Activity, Heading, Responsible
from plans.sheets.comparing import known_in, preview
from plans.sheets.meaning import Meaning
from plans.sheets.preview import Cell, Outcome, Preview

_WHO = ("organisation", "body", "function", "person", "does", "role")


def take_in(
    top: TopRow, said: Meaning, *, seen: str, by: Actor, name: str, **options: bool
) -> Preview:
    """Write what `said` does to the plan, and return it.

    `seen` is the fingerprint of what a person was shown; `options` are those of `preview`. Raises
    WrongState, with nothing written, when the plan has changed so that it would be something else,
    and DocumentLocked.
    """
    with change(by=by, document=top.document, reason=name):
        current = type(top).objects.get(pk=top.pk)
        current.document = top.document
        plan = read_tree(current)
        found = preview(said, plan, **options)
        if found.fingerprint != seen:
            raise WrongState
        _Writing(top.document_id, known_in(plan)).write(found)
    return found


class _Writing:
    """One writing; rows are read once, and each is saved once."""

    def __init__(self, document_id: int, known: Sequence) -> None:
        self.document_id = document_id
        self.known = known
        self.rows = {one.key: one for one in Activity.objects.filter(document_id=document_id)}
        self.people: dict[int, list[Responsible]] = {}
        for one in Responsible.objects.filter(document_id=document_id).order_by("rank", "pk"):
            self.people.setdefault(one.activity_id, []).append(one)
        self.headings = self._headings()
        self.last = max((one.rank for one in self.rows.values()), default=None)

    def write(self, found: Preview) -> None:
        """Make the headings that are missing, then write each row."""
        for text in found.headings:
            heading = Heading(document_id=self.document_id, text=text)
            heading.place()
            heading.save()
            self.headings[search_key(text)] = heading
        for one in (*found.changed, *found.new):
            self._row(one)

    def _headings(self) -> dict[str, Heading]:
        """Return the headings by their names, with those they stand under first."""
        rows = list(Heading.objects.filter(document_id=self.document_id).order_by("rank", "pk"))
        by_id: Mapping[int, Heading] = {one.pk: one for one in rows}

        def full(one: Heading) -> str:
            above = by_id.get(one.parent_id)
            return f"{full(above)}{UNDER}{one.text}" if above else one.text

        found: dict[str, Heading] = {}
        for name in (full, lambda one: one.text):
            for one in rows:
                found.setdefault(search_key(name(one)), one)
        return found

    def _row(self, outcome: Outcome) -> None:
        row = self.rows.get(outcome.key) if outcome.key else None
        if row is None:
            self.last = between(self.last, None)
            row = Activity(document_id=self.document_id, rank=self.last)
        named = None
        for cell in outcome.cells:
            column = BY_NAME[cell.column]
            if column.rows:
                named = cell
            elif column.name == "heading":
                row.heading = self.headings[search_key(cell.now)] if cell.now else None
            else:
                self._set(row, cell)
        row.save()
        if named:
            self._write_people(row, named)

    def _set(self, row: Activity, cell: Cell) -> None:
        fields = ActivityForm.base_fields
        for name, said in BY_NAME[cell.column].data(cell.now).items():
            setattr(row, name, fields[name].clean(said))

    def _write_people(self, row: Activity, cell: Cell) -> None:
        """Let those who do the row be those that the cell names; who is still named stays."""
        left = list(self.people.get(row.pk, ()))
        wanted = people.read(cell.now, self.known)
        rows = []
        for one in wanted:
            same = next((other for other in left if _who(other)[:4] == _who(one)[:4]), None)
            if same:
                left.remove(same)
            rows.append(same or Responsible(document_id=self.document_id, activity=row))
        for one in left:
            one.delete()
        for one, saved, rank in zip(wanted, rows, first_ranks(len(rows)), strict=True):
            for name in _WHO:
                setattr(saved, name, getattr(one, name))
            saved.rank = rank
            saved.save()


def _who(one) -> tuple[str, ...]:
    return tuple(getattr(one, name) for name in _WHO)
