"""What differs between two texts of a document in the rows that neither prints."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.text import Truncator, capfirst

from documents.fields import Links, PlaceInTree, PlaceInWords
from documents.kinds import DocumentKind, kind_of_tree
from documents.row_kinds import ADDED, CHANGED, DELETED
from documents.tree import DocumentTree, Node

#: So much of a row's name is said.
SAID = 120


def unprinted(old: DocumentTree, new: DocumentTree) -> list[str]:
    """Return in words which rows were added, changed or deleted, of blocks that no text prints.

    A row is the same one where it has the same name under the same row: a stored text has no keys.
    """
    kind = kind_of_tree(new)
    blocks = {
        block.rows: name
        for name, block in kind.blocks.items()
        if block.rows and block.is_behind and not any(_prints(one, name) for one in (old, new))
    }
    return [
        words
        for name in blocks.values()
        for words in _told(kind, kind.printed_in(old, name), kind.printed_in(new, name))
    ]


def _prints(content: DocumentTree, block: str) -> bool:
    return content.has_block(block) or block in kind_of_tree(content).closing_blocks(content)


def _told(kind: DocumentKind, before: Iterable[Node], after: Iterable[Node]) -> Iterator[str]:
    were, are = _named(kind, before), _named(kind, after)
    for name, node in are.items():
        was = were.pop(name, None)
        if was is None:
            yield _words(kind, ADDED, node)
            continue
        if _said(kind, was) != _said(kind, node):
            yield _words(kind, CHANGED, node)
        for below, _rows in kind.below[kind.rows_by_name[node.ROW]]:
            yield from _told(kind, getattr(was, below), getattr(node, below))
    for node in were.values():
        yield _words(kind, DELETED, node)


def _named(kind: DocumentKind, nodes: Iterable[Node]) -> dict[tuple, Node]:
    """Return siblings by kind, name and, where several have one name, which of them it is."""
    times: Counter = Counter()
    found = {}
    for node in nodes:
        name = node.ROW, str(kind.rows_by_name[node.ROW].short_name(node))
        times[name] += 1
        found[*name, times[name]] = node
    return found


def _said(kind: DocumentKind, node: Node) -> Node:
    """Return `node` with only what it says itself: not its keys, its place, or what is below it."""
    row = kind.rows_by_name[node.ROW]
    below = dict.fromkeys((name for name, _rows in kind.below[row]), ())
    places = {
        one.name: "" if isinstance(one, PlaceInWords) else ()
        for one in row.fields_of[type(node)]
        if isinstance(one, Links | PlaceInTree | PlaceInWords)
    }
    return replace(node, key=None, copied_from=None, **below, **places)


def _words(kind: DocumentKind, act: str, node: Node) -> str:
    row = kind.rows_by_name[node.ROW]
    name = Truncator(str(row.short_name(node))).chars(SAID)
    return capfirst(str(row.phrases.get(act, "%(name)s")) % {"name": name})
