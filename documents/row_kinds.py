"""What the program knows of one kind of row; nothing about it stands anywhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Field as Column
from django.forms import ModelForm
from django.utils.functional import Promise

from documents.fields import Field, InFile, Links, fields_of
from documents.models import DocumentRow
from documents.models.ranked import RankedRow, TreeRow
from documents.tree import Node

#: What can happen to a row, as `OpenChange.note` takes it.
ADDED, CHANGED, MOVED, DELETED = ACTS = ("added", "changed", "moved", "deleted")
#: A change by which a row is called something else: its words have %(old)s and %(new)s.
RENAMED = "renamed"
#: Enough to tell a row from its neighbours, and no more to listen to.
NAME_LENGTH = 50


@dataclass(frozen=True, kw_only=True)
class WordPlace:
    """A paragraph of a Word file that a row's words stand in, and how it is read back.

    `code` is at most five letters from a to z and the same for no two places. Without a `column`
    the words are put together from several fields, and only read.
    """

    code: str
    column: str = ""
    #: It holds several paragraphs; `parts_by` stands between them.
    is_long: bool = False
    parts_by: str = "\n"
    #: It is one paragraph that may hold line breaks.
    may_break: bool = False
    #: It may be emptied while its row stays.
    may_be_empty: bool = False
    #: The row is deleted when nothing is left of it.
    carries_row: bool = False
    #: It stands before the first section.
    is_front: bool = False
    #: The column whose chosen word stands here, where it is only read.
    chosen: str = ""
    #: A list item, or a row of a table, that is written after it is a new row of the same kind.
    adds_rows: bool = False
    #: A reader would say that the row was moved when it stands elsewhere in the file.
    moves_row: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RowKind:
    """What the program knows of one kind of row.

    Raises ImproperlyConfigured when the row can be edited and lacks the words for it, or names a
    column that its table does not have.
    """

    model: type[DocumentRow]
    #: What it is in the content tree; where a table holds two, both, told apart by `Node.KIND`.
    nodes: tuple[type[Node], ...]
    #: Those fields of the nodes that do not simply stand in the column of their own name.
    fields: tuple[Field, ...] = ()
    in_file: InFile = InFile()
    #: Node field → kind of the rows in it, in the order of reading.
    below: Mapping[str, str] = field(default_factory=dict)
    #: The form that edits a row, or a function of the row that gives it; none: it is not edited.
    form: type[ModelForm] | Callable[[DocumentRow], type[ModelForm]] | None = None
    #: The form that adds one, where that is another.
    new_form: type[ModelForm] | None = None
    #: Act → what a person did, with %(name)s; also `RENAMED`, where what a row is called is a fact.
    phrases: Mapping[str, Promise] = field(default_factory=dict)
    #: What the link says that adds one, and the one that adds one under another of its kind.
    add_label: Promise | str = ""
    add_under_label: Promise | str = ""
    #: What a row is called where it is spoken of; `DocumentKind.short_name` shortens it.
    short_name: Callable[[Node], str]
    #: The columns that a person writes in words: searched and replaced.
    texts: tuple[str, ...] = ()
    #: Column → what each word that it keeps is called, where the column itself does not say so.
    values: Mapping[str, Mapping[str, Promise]] = field(default_factory=dict)
    #: Columns that are the program's own: a reader is not told what they say.
    unsaid: tuple[str, ...] = ()
    #: The page shows the row in more than one place: the whole document is fetched anew.
    refreshes_document: bool = False
    word: tuple[WordPlace, ...] = ()
    #: From when to when what a row says is done, as far as known: it is reported how such a row
    #: goes (`followup/`). None: nothing is reported of rows of this kind.
    days: Callable[[Node], tuple[date | None, date | None]] | None = None

    def __repr__(self) -> str:
        return f"<RowKind {self.name}>"

    def __post_init__(self) -> None:
        acts = ACTS if self.can_be_added else (CHANGED,)
        missing = [act for act in acts if act not in self.phrases] if self.form else []
        if missing:
            raise ImproperlyConfigured(
                f"The kind of row “{self.name}” has no words for: {', '.join(missing)}."
            )
        if self.form and self.can_be_added and not self.add_label:
            raise ImproperlyConfigured(f"The kind of row “{self.name}” has no add_label.")
        self._check_fields()

    def _check_fields(self) -> None:
        columns = {one.name for one in self.model._meta.concrete_fields}
        known = {one.name for one in self.all_fields}
        plain = {one.name for one in self.all_fields if type(one) is Field}
        if unknown := (plain - columns) | ({one.name for one in self.fields} - known):
            raise ImproperlyConfigured(
                f"The kind of row “{self.name}” has no column for: {', '.join(sorted(unknown))}. "
                "What is no column is named in `fields`, or in `below` where it holds rows."
            )
        words = {place.column or place.chosen for place in self.word} - {""}
        if unknown := {*self.texts, *self.values, *self.unsaid, *words} - columns:
            raise ImproperlyConfigured(
                f"The kind of row “{self.name}” names columns that it does not have: "
                f"{', '.join(sorted(unknown))}."
            )
        if len({node.KIND for node in self.nodes}) < len(self.nodes):
            raise ImproperlyConfigured(
                f"The kind of row “{self.name}” has nodes that nothing tells apart."
            )

    @property
    def name(self) -> str:
        """What the row is called in history, exchange and addresses."""
        return self.model.ROW

    @cached_property
    def fields_of(self) -> Mapping[type[Node], tuple[Field, ...]]:
        """The fields of each node, without its keys and without what stands below it."""
        left_out = {"key", "copied_from", *self.below}
        return {
            node: tuple(one for one in fields_of(node, self.fields) if one.name not in left_out)
            for node in self.nodes
        }

    @cached_property
    def all_fields(self) -> tuple[Field, ...]:
        """The fields of all its nodes."""
        return tuple(chain.from_iterable(self.fields_of.values()))

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read of a row, and those of other rows that are read along."""
        own = (one.attname for one in self.model._meta.concrete_fields)
        return *own, *(name for one in self.all_fields for name in one.RELATED)

    @property
    def named_by(self) -> tuple[str, ...]:
        """The columns by which others name a row, the first that says something."""
        return self.in_file.named_by or self.texts[:1]

    @cached_property
    def links(self) -> Mapping[str, str]:
        """The columns that name other rows of the document, and of which kind those are."""
        return {one.name: one.of for one in self.all_fields if isinstance(one, Links)}

    def node_of(self, row: DocumentRow) -> type[Node]:
        """Return what `row`, of today or of the past, is in the tree."""
        return self.nodes[0] if len(self.nodes) == 1 else self._node_by_kind[row.kind]

    @cached_property
    def _node_by_kind(self) -> Mapping[str, type[Node]]:
        return {node.KIND: node for node in self.nodes}

    @cached_property
    def said_columns(self) -> tuple[Column, ...]:
        """The columns whose changes a reader is told of."""
        own = {"id", *(one.name for one in DocumentRow._meta.get_fields()), *self.unsaid}
        own |= {self.under} if self.needs_parent else set()
        return tuple(
            column
            for column in self.model._meta.concrete_fields
            if column.editable and column.name not in own
        )

    @property
    def can_be_added(self) -> bool:
        """Tell whether there can be more than one."""
        return issubclass(self.model, RankedRow)

    @property
    def is_edited(self) -> bool:
        """Tell whether a person edits rows of this kind on the page."""
        return self.form is not None

    @property
    def in_tree(self) -> bool:
        """Tell whether rows stand under rows of the same kind, to be moved in and out."""
        return issubclass(self.model, TreeRow)

    @cached_property
    def under(self) -> str:
        """The foreign key to the row that one stands under; "" when it stands in the document."""
        if not self.can_be_added:
            return ""
        above = next((one for one in self.model.SIBLINGS_BY if one != "document_id"), "")
        return above.removesuffix("_id")

    @cached_property
    def under_model(self) -> type[DocumentRow] | None:
        """The kind of row that a row stands under, if any."""
        return self.model._meta.get_field(self.under).related_model if self.under else None

    @property
    def needs_parent(self) -> bool:
        """Tell whether a row cannot stand alone."""
        return bool(self.under) and not self.model._meta.get_field(self.under).null

    def form_for(self, row: DocumentRow) -> type[ModelForm]:
        """Return the form that edits `row`."""
        return self.form if isinstance(self.form, type) else self.form(row)

    @property
    def form_to_add(self) -> type[ModelForm]:
        """The form that adds a row."""
        return self.new_form or self.form_for(self.model())
