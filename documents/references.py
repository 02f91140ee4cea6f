"""What a document calls others by: their keys or their titles, and links to those that we have."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import models

from documents.choices import Reach
from documents.fields import Field
from documents.kinds import DocumentKind, kind_of_tree
from documents.models import Document, DocumentRow, TopRow
from documents.tree import DocumentTree, Node, walk


@dataclass(frozen=True)
class Reference(Field):
    """What another document is named by: its key or its title, in the column `column`.

    `title` says it in words, the column `link` is the document itself where we have it.
    """

    column: str = ""
    title: str = ""
    link: str = ""

    def read(self, row, reading) -> str:
        return getattr(row, self.column)

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        reference, title = getattr(node, self.name), getattr(node, self.title)
        meant = self.meant(writing.kind.rows_by_name[node.ROW].model)
        known = known_document(meant, reference, writing.document) if reference else None
        # Its name stands for a key, which says nothing to a reader.
        is_named_by_key = known is not None and reference == str(known.key)
        return {
            self.column: reference,
            self.title: known.name if is_named_by_key else title,
            self.link: known,
        }

    def encode(self, node: Node, encoding) -> str:
        # A key means nothing to those who read a text that was stored.
        return getattr(node, self.name if encoding.keys else self.title)

    def columns_in_file(self, model: type[models.Model]) -> Mapping[tuple[str, ...], models.Field]:
        return {self.path: model._meta.get_field(self.column)}

    def meant(self, model: type[DocumentRow]) -> type[TopRow]:
        """Return the table of the documents that rows of `model` name."""
        return model._meta.get_field(self.link).related_model


@dataclass(frozen=True)
class ReferenceTitle(Field):
    """The title of a `Reference`, which says both and writes both."""

    def write(self, node: Node, writing) -> Mapping[str, Any]:
        return {}

    def encode(self, node: Node, encoding) -> None:
        return None

    def columns_in_file(self, model: type[models.Model]) -> Mapping[tuple[str, ...], models.Field]:
        return {}


def known_document(meant: type[TopRow], reference: str, document: Document) -> TopRow | None:
    """Return which of the partnership's `meant` has this key or, if only one has it, this title.

    A draft of another organisation is not known: naming its title must not show that it exists.
    """
    others = meant.objects.exclude(document=document).filter(
        models.Q(document__reach__in=[Reach.PARTNERSHIP, Reach.PUBLIC])
        | models.Q(document__drafting_organisation=document.drafting_organisation_id),
        document__partnership=document.partnership_id,
    )
    try:
        return others.filter(key=UUID(reference)).first()
    except ValueError:
        # Who names a text under revision means the one that binds.
        named = [
            one
            for one in others.with_document()
            if reference == one.name or (reference == one.title and not one.document.is_revised)
        ]
        return named[0] if len(named) == 1 else None


def is_key(words: str) -> bool:
    """Tell whether `words`, by which a document is named, are a key and say nothing to a reader."""
    try:
        UUID(words)
    except ValueError:
        return False
    return True


def reference_columns(kind: DocumentKind) -> Iterator[tuple[type[DocumentRow], Reference]]:
    """Give every table of `kind` whose rows name other documents, and how they do it."""
    for row in kind.rows:
        yield from ((row.model, one) for one in row.all_fields if isinstance(one, Reference))


def references_in(content: DocumentTree) -> Iterator[str]:
    """Give the words by which `content` names other documents, in the order of the tree."""
    kind = kind_of_tree(content)
    for node in walk(content):
        yield from (getattr(node, one.name) for one in _references_of(node, kind))


def with_references(
    content: DocumentTree, named: Callable[[type[TopRow], str], str]
) -> DocumentTree:
    """Return `content` with every reference as `named` has it: asked with whose table and the word.

    What is not named stays empty.
    """
    kind = kind_of_tree(content)

    def renamed(node: Node) -> Node:
        row = kind.rows_by_name[node.ROW]
        values = {
            one.name: named(one.meant(row.model), getattr(node, one.name))
            for one in _references_of(node, kind)
        }
        below = {name: tuple(map(renamed, getattr(node, name))) for name in row.below}
        return replace(node, **values, **below)

    return renamed(content)


def _references_of(node: Node, kind: DocumentKind) -> Iterator[Reference]:
    """Give how `node` names other documents, where it names any."""
    for field in kind.rows_by_name[node.ROW].fields_of[type(node)]:
        if isinstance(field, Reference) and getattr(node, field.name):
            yield field
