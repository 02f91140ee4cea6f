"""Writes what was chosen of a Word file into the rows of its document, in the open change.

Every row is saved once, however much of it was changed: fields are set first and saved last.
"""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from consultation.choices import CommentReach
from consultation.commenting import Author, Spot, comment
from desk.word.actions import (
    Action,
    AddComment,
    AddItem,
    AddSection,
    AddText,
    Delete,
    Ref,
    SetField,
)
from documents.choices import PartKind
from documents.kinds import kind_of
from documents.models import DocumentRow, Section, SectionPart, TopRow
from documents.models.ranked import RankedRow


def take_in(top: TopRow, actions: list[Action], *, by: Author) -> None:
    """Do what `actions` say. Inside `with change(…)`, on actions that were compared inside it.

    Comments are kept as written by the one named in the file and brought by `by`, for whose
    organisation alone they are: what a file was sent with is not known here. Raises
    ValidationError when a section would stand too deep.
    """
    rows = [action for action in actions if not isinstance(action, AddComment)]
    _Taking(top).take(rows)
    for one in actions:
        if isinstance(one, AddComment):
            name = _("%(name)s (in a Word file)") % {"name": one.author or _("someone")}
            comment(
                top.document,
                by=replace(by, name=name),
                spot=Spot(one.row, one.key, one.place),
                text=one.text,
                quote=one.quote,
                reach=CommentReach.INTERNAL,
            )


class _Taking:
    """One taking in."""

    def __init__(self, top: TopRow) -> None:
        self.document_id = top.document_id
        self.kind = kind_of(top.document)
        self.rows: dict[UUID, DocumentRow] = {}
        self.new: dict[int, RankedRow] = {}
        # The row that was last put after another one or first under it, so that what was written
        # in order stays in order.
        self.last: dict[tuple, RankedRow] = {}
        self.moving: list[tuple[UUID, Section]] = []

    def take(self, actions: list[Action]) -> None:
        """Do all of it; deletions last, when everything that is kept has been saved."""
        deletions = [action for action in actions if isinstance(action, Delete)]
        for action in actions:
            match action:
                case SetField():
                    row = self.row(action.mark.row, action.mark.key)
                    setattr(row, action.mark.place.column, action.value)
                case AddText():
                    self.add_text(action)
                case AddSection():
                    self.add_section(action)
                case AddItem():
                    self.add_item(action)
        for key, section in self.moving:
            part = self.row("part", key)
            part.section = section
            part.place()
            part.save()
        for row in self.rows.values():
            row.save()
        for action in deletions:
            self.row(action.row, action.key).delete()

    def row(self, kind: str, key: UUID) -> DocumentRow:
        """Return a row; the same object each time, since it is saved once."""
        if key not in self.rows:
            model = self.kind.rows_by_name[kind].model
            self.rows[key] = model.objects.get(document_id=self.document_id, key=key)
        return self.rows[key]

    def add_text(self, action: AddText) -> None:
        section = self.found("section", action.section)
        part = SectionPart(
            document_id=self.document_id, section=section, kind=PartKind.TEXT, text=action.html
        )
        after = self.row("part", action.after) if action.after else None
        self.insert(part, after, ("part", section.pk, action.after))

    def add_section(self, action: AddSection) -> None:
        parent = self.found("section", action.parent)
        section = Section(document_id=self.document_id, parent=parent, heading=action.heading)
        after = self.found("section", action.after)
        self.insert(section, after, ("section", parent and parent.pk, action.after))
        self.new[action.number] = section
        self.moving += [(key, section) for key in action.takes]

    def add_item(self, action: AddItem) -> None:
        kind = self.kind.rows_by_name[action.row]
        above = kind.under_model and self.found(kind.under_model.ROW, action.parent)
        said = next(place.column for place in kind.word if place.adds_rows and place.column)
        values = {said: action.text, **dict(action.more)}
        row = kind.model(document_id=self.document_id, **values)
        if kind.under:
            setattr(row, kind.under, above)
        after = self.found(action.row, action.after)
        self.insert(row, after, (action.row, above and above.pk, action.after))
        self.new[action.number] = row

    def found(self, kind: str, ref: Ref | None) -> DocumentRow | None:
        """Return the row that is meant: one of the new ones, or one there was."""
        if ref is None:
            return None
        return self.new[ref] if isinstance(ref, int) else self.row(kind, ref)

    def insert(self, row: RankedRow, after: RankedRow | None, place: tuple) -> None:
        """Save a new row after a sibling (None: first), but after what was put there before it."""
        before = self.last.get(place, after)
        order = [one.pk for one in row.siblings()]
        if before is None:
            row.place(0)
        else:
            # After a sibling that has been moved meanwhile: last.
            row.place(order.index(before.pk) + 1 if before.pk in order else None)
        row.save()
        self.last[place] = row
