"""The content tree of a notebook."""

from dataclasses import dataclass
from typing import ClassVar

from documents.tree import DocumentTree, Node, Section


@dataclass(frozen=True, kw_only=True)
class Entry(Node):
    """An entry of the list."""

    ROW: ClassVar[str] = "entry"

    title: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class NotebookTree(DocumentTree):
    """The whole notebook."""

    ROW: ClassVar[str] = "notebook"

    sections: tuple[Section, ...] = ()
    entries: tuple[Entry, ...] = ()
