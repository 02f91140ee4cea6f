"""What is written into cells: one change, compared cell by cell with what each was based on.

Nobody's words are lost: where someone else has changed a cell meanwhile, what can be put together
is, and otherwise both texts are handed back and nothing is written in that cell. A text that its
cell cannot take is handed back with the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.changes import OpenChange, open_change
from core.merge import as_written, merge, saved_first
from core.merge_words import merge_words
from core.rank import between
from core.text import gate, search_key
from documents.changes import Actor, change
from documents.models import Change, TopRow
from plans.columns import BY_NAME, UNDER, Column, Editor, heading_names, rows_said
from plans.forms.rows import WHEN, ActivityForm
from plans.models import Activity, Heading
from plans.table.clipboard import refuse_too_long
from plans.table.people_rows import write_people
from plans.table.reading import WHOLE, Part, RowsInHand
from plans.tree import PlanTree

_DAYS = {"when_from", "when_to"}


@dataclass(frozen=True)
class Edit:
    """`text` written into the cell of a row and a column that said `was`."""

    key: UUID
    column: str
    text: str
    was: str


@dataclass(frozen=True)
class Unwritten:
    """A cell that was not written, and why.

    `saved` is what someone else has written there meanwhile, and `both` has both texts where they
    can stand together; otherwise `reason` says what is wrong with the text.
    """

    edit: Edit
    reason: str = ""
    saved: str = ""
    both: str = ""

    @property
    def is_conflict(self) -> bool:
        """Tell whether a person has to choose between two texts."""
        return not self.reason


@dataclass
class Written:
    """What came of it. `plan` is what the rows say now, or those of them that were needed; `opened`
    is the change that it is part of.
    """

    plan: PlanTree
    opened: OpenChange
    keys: list[UUID] = field(default_factory=list)
    added: list[UUID] = field(default_factory=list)
    #: The key of each row that was to be added, None for one that was not.
    new: list[UUID | None] = field(default_factory=list)
    unwritten: list[Unwritten] = field(default_factory=list)
    #: Words that were written on rows that are gone.
    lost: list[Edit] = field(default_factory=list)

    @property
    def change(self) -> Change | None:
        """The change that was made, if anything was written; to be asked for once it is whole."""
        return self.opened.row if self.opened.has_row else None


def write(
    top: TopRow,
    edits: Sequence[Edit],
    *,
    by: Actor,
    new: Sequence[Mapping[str, str]] = (),
    headings: Sequence[str] = (),
    shown: Iterable[str] | None = None,
) -> Written:
    """Write `edits`, and `new` rows, by column, after those of the plan; all in one change.

    `headings` are made first, at the end of the plan's own. Of what came of it only the columns
    `shown` are looked at (None: all). Raises DocumentLocked.
    """
    with change(by=by, document=top.document):
        return write_cells(top, edits, new=new, headings=headings, shown=shown)


def write_cells(
    top: TopRow,
    edits: Sequence[Edit],
    *,
    new: Sequence[Mapping[str, str]] = (),
    headings: Sequence[str] = (),
    shown: Iterable[str] | None = None,
) -> Written:
    """Write as `write` does, inside the open change."""
    pen = _Pen(top, WHOLE if shown is None or new or headings else _part(edits, shown))
    pen.make_headings(headings)
    pen.edit(edits)
    pen.add(new)
    pen.written.plan = pen.reading.plan()
    return pen.written


def _part(edits: Sequence[Edit], shown: Iterable[str]) -> Part:
    """Return which rows have to be read to write `edits` and to say what is then shown of them."""
    written = {one.column for one in edits}
    kinds = rows_said(written.union(shown))
    # Who is named in a cell is told apart by the names in all of them.
    is_whole = kinds is None or any(BY_NAME[name].rows for name in written)
    return WHOLE if is_whole else Part(kinds, frozenset(one.key for one in edits))


class _Pen:
    """Writes into the cells of one plan, under the lock of an open change."""

    def __init__(self, top: TopRow, part: Part) -> None:
        self.top = top
        self.reading = RowsInHand(top, part)
        self.plan = self.reading.plan()
        self.nodes = {one.key: one for one in self.plan.activities}
        self.rows: dict[UUID, Activity] = {one.key: one for one in self.reading.of("activity")}
        self.written = Written(self.plan, open_change())

    def make_headings(self, texts: Iterable[str]) -> None:
        """Make headings at the top of the tree, last, unless they are there."""
        there = {search_key(name) for name in heading_names(self.plan)}
        found = list(self.reading.of("heading"))
        for text in dict.fromkeys(texts):
            if not text.strip() or search_key(text) in there:
                continue
            heading = Heading(document_id=self.top.document_id, text=gate(text).strip())
            heading.clean_fields(exclude=["document", "rank", "parent"])
            heading.place()
            heading.save()
            found.append(heading)
        if len(found) > len(self.reading.of("heading")):
            self.reading.put("heading", found)
            self.plan = self.reading.plan()

    def edit(self, edits: Iterable[Edit]) -> None:
        """Write into the cells of rows that are there."""
        by_row: dict[UUID, list[Edit]] = defaultdict(list)
        for one in edits:
            if one.key in self.rows:
                by_row[one.key].append(one)
            else:
                self.written.lost.append(one)
        for key, found in by_row.items():
            self._edit_row(self.rows[key], found)
            self.written.keys.append(key)

    def add(self, new: Iterable[Mapping[str, str]]) -> None:
        """Add rows, each with what its cells say by column; one without a text is handed back."""
        order = list(self.reading.of("activity"))
        rank = order[-1].rank if order else None
        for cells in new:
            row = Activity(document_id=self.top.document_id, rank=between(rank, None))
            edits = [Edit(row.key, name, text, "") for name, text in cells.items() if text.strip()]
            if edits and "text" not in {one.column for one in edits}:
                reason = _("A row needs words for what is to be done; nothing else of it was kept.")
                self.written.unwritten.append(Unwritten(edits[0], reason=reason))
                self.written.new.append(None)
                continue
            if edits:
                self._edit_row(row, edits)
            if not row._state.adding:
                order.append(row)
                rank = row.rank
                self.written.added.append(row.key)
            self.written.new.append(None if row._state.adding else row.key)
        self.reading.put("activity", order)

    def _edit_row(self, row: Activity, edits: Sequence[Edit]) -> None:
        node = self.nodes.get(row.key)
        people = None
        for edit in edits:
            column = BY_NAME[edit.column]
            saved = column.says(node, self.plan) if node else ""
            try:
                text = self._put_together(column, edit, saved)
                if text is None or text == saved:
                    continue
                if column.rows:
                    people = edit, text
                else:
                    self._set(row, column, text)
            except ValidationError as error:
                self._refuse(edit, error)
        if not row.text:  # a new one, whose words were refused
            return
        self._check_days(row, edits)
        row.save()
        if people:
            self._write_people(row, *people)

    def _check_days(self, row: Activity, edits: Sequence[Edit]) -> None:
        """Take back what was written of days when the last is before the first.

        After all cells of the row: the two are right or wrong together.
        """
        of_days = [one for one in edits if _DAYS.intersection(BY_NAME[one.column].fields)]
        if not (of_days and row.when_from and row.when_to and row.when_to < row.when_from):
            return
        for edit in of_days:
            self._refuse(edit, ValidationError(_("The last day is before the first day.")))
        for name in WHEN:
            stored = None if name in _DAYS else ""
            setattr(row, name, stored if row._state.adding else row._stored[name])

    def _put_together(self, column: Column, edit: Edit, saved: str) -> str | None:
        """Return what the cell is to say; None where a person has to choose."""
        text = gate(edit.text).strip()
        refuse_too_long(text)
        was = gate(edit.was).strip()
        if saved.strip() in (was, text) or text == was:
            return saved if text == was else text
        joined, both = _merged(column, was, saved, text)
        if joined is None:
            self.written.unwritten.append(Unwritten(edit, saved=saved, both=both))
        return joined

    def _set(self, row: Activity, column: Column, text: str) -> None:
        """Put what a cell says into the columns of its row; raise ValidationError."""
        if column.name == "heading":
            row.heading_id = self._heading(text)
            return
        if not column.fields:
            raise ValidationError(_("This is written on the activity's own page."))
        fields = ActivityForm.base_fields
        values = {name: fields[name].clean(said) for name, said in column.data(text).items()}
        for name, value in values.items():
            setattr(row, name, value)

    def _heading(self, text: str) -> int | None:
        """Return the id of the heading that `text` names, alone or with those above it."""
        if not text:
            return None
        ids = {one.key: one.pk for one in self.reading.of("heading")}
        wanted = search_key(text)
        named = list(zip(heading_names(self.plan), _in_order(self.plan.headings), strict=True))
        found = [one for name, one in named if search_key(name) == wanted]
        found = found or [
            one for name, one in named if search_key(name.rpartition(UNDER)[2]) == wanted
        ]
        if len(found) == 1:
            return ids[found[0].key]
        if found:
            raise ValidationError(
                _("More than one heading is called “%(name)s”: write it with the one above it."),
                params={"name": text},
            )
        raise ValidationError(_("No heading is called “%(name)s”."), params={"name": text})

    def _write_people(self, row: Activity, edit: Edit, text: str) -> None:
        stored = self.reading.of("responsible")
        known = [one for activity in self.plan.activities for one in activity.responsible]
        node = self.nodes.get(row.key)
        try:
            now = write_people(row, text, stored, [*(node.responsible if node else ()), *known])
        except ValidationError as error:
            self._refuse(edit, error)
        else:
            self.reading.put("responsible", now)

    def _refuse(self, edit: Edit, error: ValidationError) -> None:
        self.written.unwritten.append(Unwritten(edit, reason=" ".join(error.messages)))


def _merged(column: Column, was: str, saved: str, text: str) -> tuple[str | None, str]:
    """Return the cell with both texts put together, or None and one that has both."""
    if column.editor not in (Editor.TEXT, Editor.LIST):
        return None, ""
    by = "\n" if column.editor == Editor.LIST else "\n\n"
    sides = [one.split(by) for one in (was, saved, text)]
    pieces = merge(*sides) if column.editor == Editor.LIST else merge_words(*sides)
    if any(one.is_conflict for one in pieces):
        return None, by.join(saved_first(pieces))
    return by.join(as_written(pieces)), ""


def _in_order(headings) -> list:
    return [inner for one in headings for inner in (one, *_in_order(one.headings))]
