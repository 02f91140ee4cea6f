"""One text of a document against another, as they are printed: a redline by paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.core.cache import caches
from django.template.loader import render_to_string

from core.canonical import digest
from core.html_text import HtmlLine, lines
from core.textdiff import Paragraph, counts, textdiff
from desk.history.unprinted import unprinted
from documents import tree
from documents.kinds import kind_of_tree
from documents.outline import outline

#: So many equal paragraphs in a row are folded; fewer are shown, since a fold takes a line itself.
LEAST_FOLDED = 3
#: Of those that are folded so many before and after are shown, to tell where a change stands.
NEIGHBOURS = 2


@dataclass(frozen=True)
class Shown:
    """A paragraph of a redline."""

    paragraph: Paragraph
    is_heading: bool


@dataclass(frozen=True)
class Stretch:
    """Paragraphs in a row that are the same in both, or that are not.

    `number` counts the changed ones from 1; of the equal ones those in `folded` need not be read.
    """

    number: int
    before: list[Shown]
    folded: list[Shown]
    after: list[Shown]


@dataclass(frozen=True)
class Comparison:
    """A whole redline: its stretches, how many of them are changes, and words added and struck.

    `rows` says in words what differs in rows that neither text prints.
    """

    stretches: list[Stretch]
    changes: int
    added: int
    struck: int
    rows: list[str]


def compare(old: tree.DocumentTree, new: tree.DocumentTree) -> Comparison:
    """Return what differs between two texts. The same two are compared once (kept a while)."""
    old, new = kind_of_tree(new).as_compared(old, new)
    before, after = printed_lines(old), printed_lines(new)
    texts = ["\n\n".join(line.text for line in side) for side in (before, after)]
    kept = "redline-" + "-".join(digest(text.encode()) for text in texts)
    memory = caches["memory"]
    paragraphs = memory.get(kept)
    if paragraphs is None:
        paragraphs = textdiff(*texts)
        memory.set(kept, paragraphs)
    headings = {line.text for line in (*before, *after) if line.is_heading}
    stretches = _stretches(paragraphs, headings)
    added, struck = counts(paragraphs)
    changes = max((one.number for one in stretches), default=0)
    return Comparison(stretches, changes, added, struck, unprinted(old, new))


def printed_lines(content: tree.DocumentTree) -> list[HtmlLine]:
    """Return the paragraphs of a text as they are printed."""
    kind = kind_of_tree(content)
    printed = {"doc": content, "lines": outline(content), "closing": kind.closing_blocks(content)}
    return lines(render_to_string("desk/document/content.html", printed | {"printing": True}))


def _stretches(paragraphs: list[Paragraph], headings: set[str]) -> list[Stretch]:
    found: list[Stretch] = []
    number = 0
    for is_same, run in groupby(paragraphs, key=lambda one: one.kind == "equal"):
        shown = [Shown(one, _text(one) in headings) for one in run]
        if is_same:
            found += _equal(shown)
        else:
            number += 1
            found.append(Stretch(number, shown, [], []))
    return found


def _equal(shown: list[Shown]) -> Iterator[Stretch]:
    """Give equal paragraphs in a row, folded so that what is shown stands under its own heading.

    The last heading is shown, wherever it is, and before it nothing that stands under another.
    """
    last = max((place for place, one in enumerate(shown) if one.is_heading), default=0)
    if len(shown) - 2 * NEIGHBOURS < LEAST_FOLDED or not last:
        yield _folded(shown, NEIGHBOURS, NEIGHBOURS)
        return
    yield _folded(shown[:last], NEIGHBOURS, 0)
    yield _folded(shown[last:], 1, NEIGHBOURS)


def _folded(shown: list[Shown], before: int, after: int) -> Stretch:
    end = len(shown) - after
    if end - before < LEAST_FOLDED:
        return Stretch(0, shown, [], [])
    return Stretch(0, shown[:before], shown[before:end], shown[end:])


def _text(paragraph: Paragraph) -> str:
    """Return the paragraph as it became, or as it was when it was struck."""
    kinds = ("delete",) if paragraph.kind == "delete" else ("equal", "insert")
    return "".join(run.text for run in paragraph.runs if run.kind in kinds).strip()
