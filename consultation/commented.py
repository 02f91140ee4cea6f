"""Where comments stand: each conversation at the section that prints the row it is about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.text import Truncator

from consultation.commenting import Spot
from consultation.threads import Thread
from core.richtext import plain
from documents import tree
from documents.kinds import DocumentKind, kind_of_tree
from documents.outline import Line, outline

#: How much of a long text names it.
_NAME_LENGTH = 120


@dataclass
class Place:
    """A section with the conversations about it and what it prints.

    `anchor` is its id on the page as it is shown now; `row` and `key` are the section's own. Of a
    long list there are `more` conversations about it, from page `more_on`.
    """

    heading: str
    anchor: str
    row: str
    key: object
    threads: list[Thread] = field(default_factory=list)
    more: int = 0
    more_on: int = 0


@dataclass(frozen=True)
class Commented:
    """The conversations of a document: by section, about the rest, and about what is gone."""

    places: list[Place]
    whole: list[Thread]
    gone: list[Thread]


def commented(
    threads: Iterable[Thread],
    content: tree.DocumentTree,
    shown: tree.DocumentTree | None = None,
) -> Commented:
    """Put each of `threads` at its place in `content`, a tree whose rows have keys.

    `shown` is the tree that the page shows, where it is another: a stored version, which has no
    keys but the same sections. Also notes which quotations no longer stand in the text.
    """
    anchors = [line.anchor for line in outline(shown or content)]
    lines = outline(content)
    if len(anchors) != len(lines):
        anchors = [line.anchor for line in lines]
    kind = kind_of_tree(content)
    places = [
        Place(_heading(kind, line.section), anchor, "section", line.section.key)
        for line, anchor in zip(lines, anchors, strict=True)
    ]
    at_key = {
        node.key: place
        for line, place in zip(lines, places, strict=True)
        for node in _printed_by(line, content)
    }
    texts = _texts(content, lines)
    texts[None] = " ".join(texts.values())
    whole, gone = [], []
    for thread in threads:
        about = thread.comment
        thread.quote_stands = _words(about.quote) in texts.get(about.key, "")
        if about.key in at_key:
            at_key[about.key].threads.append(thread)
        else:
            (whole if about.key in texts else gone).append(thread)
    return Commented(places, whole, gone)


def _heading(kind: DocumentKind, section: tree.Section) -> str:
    """Return what a section is called: without a heading, the first block that it prints."""
    blocks = (part.block for part in section.parts if isinstance(part, tree.BlockPart))
    return section.heading or next((str(kind.blocks[one].label) for one in blocks), "")


def ranks(content: tree.DocumentTree) -> dict:
    """Return by its key at which place, from the top, `commented` puts what is about a row.

    0 is the document as a whole, 1 the first section.
    """
    found = {None: 0} | dict.fromkeys((node.key for node in tree.walk(content)), 0)
    for number, line in enumerate(outline(content), start=1):
        found |= dict.fromkeys((node.key for node in _printed_by(line, content)), number)
    return found


def spot_of(content: tree.DocumentTree, row: str, key) -> Spot | None:
    """Return the row of `content` as what a comment is about, or None when it has no such row."""
    for node in tree.walk(content):
        if node.key == key and row == node.ROW:
            return Spot(row, key, _name(node, content))
    return None


def text_part(content: tree.DocumentTree, key) -> tree.TextPart | None:
    """Return the running text `key`, or None."""
    return next(
        (one for one in tree.walk(content) if one.key == key and isinstance(one, tree.TextPart)),
        None,
    )


def texts_at(content: tree.DocumentTree, spot: Spot) -> list[tuple[tree.TextPart, str]]:
    """Return the running texts at a place, each with its first words: those one could reword."""
    found = []
    for _place, section in content.walk_sections():
        for part in section.parts:
            if isinstance(part, tree.TextPart) and spot.key in (section.key, part.key):
                found.append((part, Truncator(plain(part.text)).words(6, truncate="…")))
    return found


def _name(node: tree.Node, content: tree.DocumentTree) -> str:
    """Return what a reader would call the row: the heading over a text, the words of a goal."""
    for line in outline(content):
        if node is line.section or node in line.section.parts:
            return line.section.heading
    for name in ("title", "name", "text", "organisation"):
        if getattr(node, name, ""):
            return Truncator(" ".join(getattr(node, name).split())).chars(_NAME_LENGTH)
    return ""


def _printed_by(line: Line, content: tree.DocumentTree) -> Iterator[tree.Node]:
    yield line.section
    for part in line.section.parts:
        yield part
        if isinstance(part, tree.BlockPart):
            for row in kind_of_tree(content).printed_in(content, part.block):
                yield from tree.walk(row)


def _texts(content: tree.DocumentTree, lines: list[Line]) -> dict:
    """Return the words of every row by its key; a section's are those of all that it prints."""
    texts = {
        node.key: _said(node) for node in tree.walk(content) if not isinstance(node, tree.Section)
    }
    for line in lines:
        printed = _printed_by(line, content)
        texts[line.section.key] = " ".join(
            _words(node.heading) if node is line.section else texts[node.key] for node in printed
        )
    return texts


def _said(node: tree.Node) -> str:
    """Return the words that a row says itself."""
    if isinstance(node, tree.TextPart):
        return _words(plain(node.text))
    said = (value for value in vars(node).values() if isinstance(value, str))
    return _words(" ".join(said))


def _words(text: str) -> str:
    """Return the words of a text with single spaces: marks and line ends do not count."""
    return " ".join(re.findall(r"\w+", text.casefold()))
