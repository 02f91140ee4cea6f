"""The content tree of any document: frozen, complete, the same for rows, past and versions.

Page, PDF, exchange file, hash and diff are pure functions of it. Values that are unknown are None
or empty; nothing is guessed. Each kind of document adds its own nodes (`agreements/tree.py`).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Node:
    """A row in the tree. `key` and `copied_from` are None in a tree read from a stored version."""

    #: What the row is called in history and URLs; the same word as its model's.
    ROW: ClassVar[str] = ""
    #: Where a table holds rows of two nodes: what its column `kind` says of this one.
    KIND: ClassVar[str] = ""

    key: UUID | None = None
    copied_from: UUID | None = None

    @property
    def anchor(self) -> str:
        """The node's id on a page; empty in a tree read from a stored version."""
        return f"{self.ROW}-{self.key}" if self.key else ""

    @property
    def says_nothing(self) -> bool:
        """Tell whether a file leaves it out."""
        return False


@dataclass(frozen=True, kw_only=True)
class TextPart(Node):
    """Running text: normalised HTML."""

    ROW: ClassVar[str] = "part"
    KIND: ClassVar[str] = "text"

    text: str

    @property
    def says_nothing(self) -> bool:
        """Tell whether it is a text of empty paragraphs."""
        return not self.text


@dataclass(frozen=True, kw_only=True)
class BlockPart(Node):
    """A place where rows are printed: `block` is one of the blocks of the kind of document."""

    ROW: ClassVar[str] = "part"
    KIND: ClassVar[str] = "block"

    block: str
    style: str = ""


@dataclass(frozen=True, kw_only=True)
class Section(Node):
    """A section; without a heading it is text that follows on."""

    ROW: ClassVar[str] = "section"

    heading: str = ""
    parts: tuple[TextPart | BlockPart, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """An organisation as a document names it, with those above it, nearest first."""

    name: str
    kind: str
    part_of: tuple[str, ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Link:
    """Another row of the same document that a row names: its place in the tree; or else words."""

    place: tuple[int, ...] = ()
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentTree(Node):
    """A whole document. Its kind declares `sections` among its own rows, in the order of reading.

    `ROW` is the name of the kind of document (`documents.kinds`).
    """

    title: str
    language: str = "sv"

    @property
    def line_below(self) -> str:
        """The line under the title, if there is one."""
        return ""

    def walk_sections(self) -> Iterator[tuple[tuple[int, ...], Section]]:
        """Give every section with its place, in the order they are printed."""
        yield from _walk(self.sections, ())

    def section_at(self, place: tuple[int, ...]) -> Section | None:
        """Return the section at `place`, or None."""
        return next((section for at, section in self.walk_sections() if at == place), None)

    def has_block(self, block: str) -> bool:
        """Tell whether a section prints `block`."""
        return any(
            isinstance(part, BlockPart) and part.block == block
            for _place, section in self.walk_sections()
            for part in section.parts
        )

    @property
    def has_running_text(self) -> bool:
        """Tell whether a section says something in words of its own; an archived one may not."""
        return any(
            isinstance(part, TextPart)
            for _place, section in self.walk_sections()
            for part in section.parts
        )


def _walk(sections, above) -> Iterator[tuple[tuple[int, ...], Section]]:
    for number, section in enumerate(sections, start=1):
        place = (*above, number)
        yield place, section
        yield from _walk(section.sections, place)


def below(node: Node) -> list[Node]:
    """Return the rows right under `node`, in the order of the tree."""
    lists = [value for value in vars(node).values() if isinstance(value, tuple)]
    return [row for value in lists for row in value if isinstance(row, Node)]


def walk(node: Node) -> Iterator[Node]:
    """Give `node` and every row under it, in the order of the tree."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(below(one))


def with_keys_of(keyed: DocumentTree, content: DocumentTree, rows: Collection[str]) -> DocumentTree:
    """Return `content` with the keys that its rows of the kinds `rows` have in `keyed`.

    A stored version says no keys; `keyed` are the rows that it was stored from. Where the two have
    not as many rows, none gets a key.
    """
    keys = [node.key for node in walk(keyed) if node.ROW in rows]
    if len(keys) != sum(node.ROW in rows for node in walk(content)):
        return content
    return _with_keys(content, iter(keys), rows)


def _with_keys(node: Node, keys: Iterator[UUID], rows: Collection[str]) -> Node:
    # In the order of `walk`: a row before those under it.
    values = {"key": next(keys)} if node.ROW in rows else {}
    for name, value in vars(node).items():
        if isinstance(value, tuple) and any(isinstance(one, Node) for one in value):
            values[name] = tuple(_with_keys(one, keys, rows) for one in value)
    return replace(node, **values)
