"""The kinds of document, each declared in one place.

`settings.DOCUMENT_KINDS` names the declarations (`agreements.kind.AGREEMENT`). Everything that the
program knows of a kind of row or of a block stands in its declaration; history, find and replace,
moving, comments, Word and exchange ask here. A kind that is not declared is an error, never an
empty history.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.text import Truncator

from documents.acts import EVERY_ACT, Act, next_act_of_draft
from documents.models import Document, DocumentRow, StoredFile, TopRow
from documents.row_kinds import NAME_LENGTH, RowKind, WordPlace
from documents.tree import BlockPart, DocumentTree, Node, Organisation
from partnerships.access import Access


class UnknownKind(LookupError):
    """A document, or a tree, of a kind that `settings.DOCUMENT_KINDS` does not name."""


@dataclass(frozen=True, kw_only=True)
class BlockKind:
    """A place in the text where rows are printed, or facts of the document."""

    label: Promise
    #: The kind of row that it prints; "" when it prints facts of the document.
    rows: str = ""
    #: Other kinds of row that are added where it stands: the headings over its rows.
    adds: tuple[str, ...] = ()
    #: The field of the facts at which their form opens; "" when it prints rows.
    facts_at: str = ""
    #: What the link to that form says where there is nothing to print.
    unfilled: Promise | str = ""
    #: There is something to choose about how it is printed: a list's marks.
    has_look: bool = False
    #: The template that prints it.
    template: str = ""
    #: It has its label as a heading where no section prints it.
    has_heading: bool = True
    #: Where no section prints it, its rows are shown below the text (or it is a closing block).
    is_behind: bool = True
    #: What a person is told who chooses what of it to edit.
    note: Promise | str = ""
    #: What can be edited and added in it, where that is not simply its rows.
    entries: Callable[[DocumentTree], Iterator] | None = None
    #: What of a row is no link to add a row to the block, but one under a row that leads a list.
    leads: Callable[[DocumentTree], Sequence[Node]] = lambda _content: ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DocumentKind:
    """A kind of document. `name` is `Document.kind`, and the `ROW` of the row that is the document.

    `rows` has those first that others point to. Raises ImproperlyConfigured when two rows have one
    name, something names a row that is not declared, or a row would be read nowhere.
    """

    name: str
    #: The namespace of its addresses.
    namespace: str
    #: Their first word after that of the partnership. The rest stands in `urls.py` beside the rows.
    path: str
    #: The key of one, or of a list of them, in an exchange file; "" when no file holds any.
    in_file: str = ""
    #: Where that is the key of one: the key of a list of further ones.
    more_in_file: str = ""
    #: What stands under that key, as a JSON schema, where `documents.schema.json` does not say it
    #: (`#/$defs/` are the definitions there, `#/properties/<in_file>/$defs/` its own).
    file_schema: Mapping | None = None
    #: What one is called, and the list of them.
    label: Promise
    list_label: Promise
    rows: tuple[RowKind, ...]
    blocks: Mapping[str, BlockKind] = field(default_factory=dict)
    #: What can be done to one as a whole, in the order it is offered.
    acts: tuple[Act, ...] = EVERY_ACT
    #: The act that leads a text on; None when it is there.
    next_act: Callable[[TopRow], Act | None] = next_act_of_draft
    #: Command → what a person did, with %(whom)s, where the words of every document do not fit.
    act_phrases: Mapping[str, Promise] = field(default_factory=dict)

    #: Its own templates on the pages that every document has, by the place they stand in
    #: (`desk.templatetags.desk.PLACES` lists those there are).
    panels: Mapping[str, str] = field(default_factory=dict)
    #: Reads with the top row what its own page and the question before locking show of it.
    for_page: Callable[[QuerySet], QuerySet] = lambda rows: rows
    #: What those templates need; asked with the request, the top row and its tree.
    panel_context: Callable[[Any, TopRow, DocumentTree], Mapping] = lambda *_: {}
    #: Style sheets of its own in print, by their paths; they come after those of every document.
    print_styles: tuple[str, ...] = ()
    #: Blocks that are printed after the text because no section prints them.
    closing_blocks: Callable[[DocumentTree], Sequence] = lambda _content: ()
    #: What a draft lacks, or says in two ways: words that lead to the form.
    missing: Callable[[TopRow, DocumentTree], Sequence] = lambda *_: ()
    #: What must be written before the text can be locked: a sentence that leads to the form.
    hinders_locking: Callable[[DocumentTree], Any | None] = lambda _content: None
    #: The organisations that it is between, as the register has them: a new one adds those that
    #: are missing there, and belongs to the first municipality among them where nobody says whose.
    parties: Callable[[DocumentTree], Sequence[Organisation]] = lambda _content: ()
    #: It is no draft when it comes here, but at once locked as binding text.
    is_binding: Callable[[DocumentTree], bool] = lambda _content: False
    #: What the schema of a file cannot say: the keys that lead to what is wrong in what a
    #: schema-valid file says of one, and a sentence.
    objections: Callable[[dict], Iterable[tuple[tuple[str, ...], str]]] = lambda _said: ()
    #: What a file in an earlier form says of one, in the form of today.
    in_todays_form: Callable[[dict], dict] = lambda said: said
    #: What a text is called in lists and in print, and by whom it is; those without an account get
    #: no pictures.
    name_of: Callable[[DocumentTree], str] = lambda content: content.title
    authors: Callable[[DocumentTree], Sequence[str]] = lambda _content: ()
    #: What the foot of a binding text says it is; "" says when it was locked.
    binding_words: Callable[[DocumentTree], str] = lambda _content: ""
    without_pictures: Callable[[DocumentTree], DocumentTree] = lambda content: content
    #: A body that adopts it makes it binding. Any other text binds by an act of its kind.
    binds_by_decision: bool = False
    #: The organisations that keep it in their registries → the number that the text prints.
    registries: Callable[[Document], Mapping[int, str]] = lambda _document: {}
    #: Writes its blocks, masthead and what else it prints in a Word file: a class such as
    #: `desk.word.blocks.Blocks`, which is used where there is none.
    word_blocks: type | None = None
    #: The state of it today, as its panels and its cover sheet know it.
    state: Callable[[TopRow], Any] = lambda _top: None
    #: Two texts as they are compared, without what differs in how they are printed only.
    as_compared: Callable[[DocumentTree, DocumentTree], tuple] = lambda old, new: (old, new)
    #: What its documents meet of the duties of agreements and of the law, as far as the reader
    #: sees: each a `deadlines.duties.Done`.
    fulfilments: Callable[[Access], Iterable] = lambda _access: ()
    #: Earlier documents that the text can be compared with, among those that the reader sees.
    earlier: Callable[[TopRow, Access], Sequence[TopRow]] = lambda *_: ()

    def __repr__(self) -> str:
        return f"<DocumentKind {self.name}>"

    def __post_init__(self) -> None:
        names = [row.name for row in self.rows]
        named = {self.name, *(below for row in self.rows for below in row.below.values())}
        named |= {block.rows for block in self.blocks.values() if block.rows}
        named |= {row for block in self.blocks.values() for row in block.adds}
        if twice := {name for name in names if names.count(name) > 1}:
            raise ImproperlyConfigured(f"“{self.name}” declares rows twice: {', '.join(twice)}.")
        if unknown := named - set(names):
            raise ImproperlyConfigured(
                f"“{self.name}” names rows that it does not declare: {', '.join(unknown)}."
            )
        self._check_standing()

    def _check_standing(self) -> None:
        """Every row stands under one that holds it, and what a block prints under the document."""
        standing = {name for row in self.rows for name in row.below.values()}
        if lost := [name for name in self.rows_by_name if name not in {*standing, self.name}]:
            raise ImproperlyConfigured(
                f"“{self.name}” has rows that no other has in its `below`: {', '.join(lost)}."
            )
        for row in self.rows:
            for below in (self.rows_by_name[name] for name in row.below.values()):
                if below.under_model is row.model or (row is self.top and not below.needs_parent):
                    continue
                raise ImproperlyConfigured(
                    f"“{below.name}” is in the `below` of “{row.name}”, but its SIBLINGS_BY names "
                    f"no column that points to a “{row.name}”."
                )
        for name, block in self.blocks.items():
            if block.rows and block.rows not in self.top.below.values():
                raise ImproperlyConfigured(
                    f"The block “{name}” prints rows that do not stand under the document itself: "
                    f"{block.rows}."
                )

    @cached_property
    def rows_by_name(self) -> Mapping[str, RowKind]:
        """The kinds of row by their names."""
        return MappingProxyType({row.name: row for row in self.rows})

    @property
    def keys_in_file(self) -> tuple[str, ...]:
        """The keys of a file under which its documents stand, if any."""
        return tuple(filter(None, (self.in_file, self.more_in_file)))

    @property
    def top(self) -> RowKind:
        """The row that is the document."""
        return self.rows_by_name[self.name]

    @property
    def row_of_document(self) -> str:
        """The name by which a document reaches the row that it is."""
        return self.top.model._meta.get_field("document").remote_field.related_name

    @property
    def urls(self) -> str:
        """The module of its addresses: `urls.py` of the app that has its rows."""
        return f"{apps.get_app_config(self.top.model._meta.app_label).name}.urls"

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

    @cached_property
    def picture_columns(self) -> tuple[tuple[type[DocumentRow], str], ...]:
        """Every table of the kind that has a picture, and the column that holds it."""
        return tuple(
            (model, column.name)
            for model in self.models
            for column in model._meta.concrete_fields
            if column.related_model is StoredFile
        )

    @property
    def edited_rows(self) -> Mapping[str, RowKind]:
        """The kinds of row that a person edits on the page."""
        return {row.name: row for row in self.rows if row.is_edited}

    @cached_property
    def followed_rows(self) -> Mapping[str, RowKind]:
        """The kinds of row of which it is reported how they go."""
        return {row.name: row for row in self.rows if row.days}

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
    """Return the declared kinds by name.

    Raises ImproperlyConfigured when something named is no kind, or when two have one name.
    """
    declared = [_declaration(path) for path in settings.DOCUMENT_KINDS]
    names = [one.name for one in declared]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ImproperlyConfigured(f"A kind of document is declared twice: {', '.join(twice)}.")
    return MappingProxyType(dict(zip(names, declared, strict=True)))


def _declaration(path: str) -> DocumentKind:
    try:
        found = import_string(path)
    except ImportError as fault:
        raise ImproperlyConfigured(f"DOCUMENT_KINDS names “{path}”: {fault}.") from fault
    if not isinstance(found, DocumentKind):
        raise ImproperlyConfigured(f"DOCUMENT_KINDS names “{path}”, which is no kind of document.")
    return found


def kind_named(name: str) -> DocumentKind:
    """Return the kind called `name`, or raise UnknownKind."""
    try:
        return kinds()[name]
    except KeyError:
        raise UnknownKind(f"No kind of document is called “{name}”.") from None


def kind_of(document: Document) -> DocumentKind:
    """Return the kind of a document, or raise UnknownKind."""
    return kind_named(document.kind)


def top_of(document: Document) -> TopRow:
    """Return the row that a document is, or raise UnknownKind."""
    return getattr(document, kind_of(document).row_of_document)


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
