"""The kinds of document, each declared in one place.

`settings.DOCUMENT_KINDS` names the declarations (`agreements.kind.AGREEMENT`). Everything that the
program knows of a kind of row or of a block stands in its declaration; history, find and replace,
moving, comments, Word and exchange ask here. A kind that is not declared is an error, never an
empty history.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.forms import ModelForm
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.text import Truncator

from documents.fields import Field, InFile, fields_of
from documents.models import Document, DocumentRow
from documents.models.ranked import RankedRow, TreeRow
from documents.tree import BlockPart, DocumentTree, Node

#: What can happen to a row, as `OpenChange.note` takes it.
ADDED, CHANGED, MOVED, DELETED = ACTS = ("added", "changed", "moved", "deleted")
#: Enough to tell a row from its neighbours, and no more to listen to.
NAME_LENGTH = 50


class UnknownKind(LookupError):
    """A document, or a tree, of a kind that `settings.DOCUMENT_KINDS` does not name."""


@dataclass(frozen=True, kw_only=True)
class WordPlace:
    """A paragraph of a Word file that a row's words stand in, and how it is read back.

    `code` is at most five letters and the same for no two places. Without a `column` the words are
    put together from several fields, and only read.
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class RowKind:
    """What the program knows of one kind of row.

    Raises ImproperlyConfigured when the row can be edited and lacks the words for it.
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
    #: Act → what a person did, with %(name)s.
    phrases: Mapping[str, Promise] = field(default_factory=dict)
    #: What the link says that adds one, and the one that adds one under another of its kind.
    add_label: Promise | str = ""
    add_under_label: Promise | str = ""
    #: What a row is called where it is spoken of; `DocumentKind.short_name` shortens it.
    short_name: Callable[[Node], str]
    #: The columns that a person writes in words: searched and replaced.
    texts: tuple[str, ...] = ()
    #: The page shows the row in more than one place: the whole document is fetched anew.
    refreshes_document: bool = False
    word: tuple[WordPlace, ...] = ()

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
                f"The kind of row “{self.name}” has no column for: {', '.join(sorted(unknown))}."
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

    def node_of(self, row: DocumentRow) -> type[Node]:
        """Return what `row`, of today or of the past, is in the tree."""
        return self.nodes[0] if len(self.nodes) == 1 else self._node_by_kind[row.kind]

    @cached_property
    def _node_by_kind(self) -> Mapping[str, type[Node]]:
        return {node.KIND: node for node in self.nodes}

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


@dataclass(frozen=True, kw_only=True)
class BlockKind:
    """A place in the text where rows are printed, or facts of the document."""

    label: Promise
    #: The kind of row that it prints; "" when it prints facts of the document.
    rows: str = ""
    #: The field of the facts at which their form opens; "" when it prints rows.
    facts_at: str = ""
    #: There is something to choose about how it is printed: a list's marks.
    has_look: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DocumentKind:
    """A kind of document. `name` is `Document.kind`, and the `ROW` of the row that is the document.

    `rows` has those first that others point to. Raises ImproperlyConfigured when two rows have one
    name, or something names a row that is not declared.
    """

    name: str
    #: The namespace of its addresses.
    namespace: str
    #: The key of one, or of a list of them, in an exchange file; "" when no file holds any.
    in_file: str = ""
    label: Promise
    rows: tuple[RowKind, ...]
    blocks: Mapping[str, BlockKind] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<DocumentKind {self.name}>"

    def __post_init__(self) -> None:
        names = [row.name for row in self.rows]
        named = {self.name, *(below for row in self.rows for below in row.below.values())}
        named |= {block.rows for block in self.blocks.values() if block.rows}
        if twice := {name for name in names if names.count(name) > 1}:
            raise ImproperlyConfigured(f"“{self.name}” declares rows twice: {', '.join(twice)}.")
        if unknown := named - set(names):
            raise ImproperlyConfigured(
                f"“{self.name}” names rows that it does not declare: {', '.join(unknown)}."
            )

    @cached_property
    def rows_by_name(self) -> Mapping[str, RowKind]:
        """The kinds of row by their names."""
        return MappingProxyType({row.name: row for row in self.rows})

    @property
    def top(self) -> RowKind:
        """The row that is the document."""
        return self.rows_by_name[self.name]

    @property
    def row_of_document(self) -> str:
        """The name by which a document reaches the row that it is."""
        return self.top.model._meta.get_field("document").remote_field.related_name

    @property
    def models(self) -> tuple[type[DocumentRow], ...]:
        """Every tracked table of the kind, those that others point to first."""
        return tuple(row.model for row in self.rows)

    @cached_property
    def below(self) -> Mapping[RowKind, tuple[tuple[str, RowKind], ...]]:
        """The node fields of each kind of row that hold rows, those first that others point to."""
        order = list(self.rows_by_name)
        return {
            row: tuple(
                (name, self.rows_by_name[kind])
                for name, kind in sorted(row.below.items(), key=lambda one: order.index(one[1]))
            )
            for row in self.rows
        }

    @property
    def edited_rows(self) -> Mapping[str, RowKind]:
        """The kinds of row that a person edits on the page."""
        return {row.name: row for row in self.rows if row.is_edited}

    def short_name(self, node: Node) -> str:
        """Return a name for `node` of at most `NAME_LENGTH` characters on one line, never empty."""
        if isinstance(node, BlockPart):
            said = self.blocks[node.block].label
        else:
            said = self.rows_by_name[node.ROW].short_name(node)
        return Truncator(" ".join(str(said).split())).chars(NAME_LENGTH)

    def printed_in(self, content: DocumentTree, block: str) -> tuple[Node, ...]:
        """Return the rows that `block` prints, without those under them; () when it prints none."""
        rows = self.blocks[block].rows
        fields = (name for name, below in self.top.below.items() if rows and below == rows)
        return tuple(node for name in fields for node in getattr(content, name))


@cache
def kinds() -> Mapping[str, DocumentKind]:
    """Return the declared kinds by name. Raises ImproperlyConfigured when two have one name."""
    declared = [import_string(path) for path in settings.DOCUMENT_KINDS]
    found = {one.name: one for one in declared}
    if len(found) < len(declared):
        names = sorted(one.name for one in declared)
        raise ImproperlyConfigured(f"A kind of document is declared twice: {', '.join(names)}.")
    return MappingProxyType(found)


def kind_named(name: str) -> DocumentKind:
    """Return the kind called `name`, or raise UnknownKind."""
    try:
        return kinds()[name]
    except KeyError:
        raise UnknownKind(f"No kind of document is called “{name}”.") from None


def kind_of(document: Document) -> DocumentKind:
    """Return the kind of a document, or raise UnknownKind."""
    return kind_named(document.kind)


def kind_of_tree(content: DocumentTree) -> DocumentKind:
    """Return the kind of document that a tree is of, or raise UnknownKind."""
    return kind_named(content.ROW)


def tracked_models() -> Iterator[type[DocumentRow]]:
    """Give every tracked table of every kind once."""
    yield from dict.fromkeys(model for kind in kinds().values() for model in kind.models)


@cache
def word_places() -> Mapping[str, tuple[RowKind, WordPlace]]:
    """Return by its code every place in a Word file, with its kind of row.

    Kinds may share a row with its places. Raises ImproperlyConfigured when two rows share a code.
    """
    found: dict[str, tuple[RowKind, WordPlace]] = {}
    for kind in kinds().values():
        for row in kind.rows:
            for place in row.word:
                known, same = found.setdefault(place.code, (row, place))
                if (known.model, same) != (row.model, place):
                    raise ImproperlyConfigured(f"Two places in Word are called “{place.code}”.")
    return MappingProxyType(found)


def check() -> None:
    """Resolve every declaration; raise ImproperlyConfigured for the first that does not hold."""
    kinds()
    word_places()
