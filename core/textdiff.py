"""What differs between two plain texts: paragraphs first, then words inside those that changed.

A reader sees whole words struck and added, never across a paragraph border. Comparing word by
word takes time by the square of the length, and worse where the same few words come again and
again, so only changed paragraphs are compared that way and only up to `PAIR_LIMIT`; beyond that a
paragraph is shown as replaced. Keep the result per pair of versions all the same.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# How many pairs of equal words one pair of paragraphs may have (a tenth of a second at worst; two
# thousand words of ordinary Swedish), and how many all of them together.
PAIR_LIMIT = 40_000
TOTAL_LIMIT = 200_000
# Paragraphs that share less than this part of their words are not the same one changed.
_ALIKE = 0.4
# How far ahead a changed paragraph is looked for among the new ones.
_AHEAD = 12

# A word or sign with the space before it.
_WORD = re.compile(r"\s*(?:\w+|[^\w\s])")
_BORDER = re.compile(r"\n[ \t]*\n\s*")

Kind = Literal["equal", "insert", "delete"]


@dataclass(frozen=True)
class Run:
    """Some text of one paragraph that is in both texts, only in the new, or only in the old."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with its runs; `kind` is "change" when they are of more than one kind."""

    kind: Literal["equal", "insert", "delete", "change"]
    runs: tuple[Run, ...]


def textdiff(old: str, new: str) -> list[Paragraph]:
    """Give the paragraphs of both texts in order (blank lines separate paragraphs).

    But for white space, the equal and delete runs together are the old text, the equal and
    insert runs the new one.
    """
    before, after = _paragraphs(old), _paragraphs(new)
    found: list[Paragraph] = []
    budget = TOTAL_LIMIT
    for kind, i, j, k, m in opcodes(before, after):
        if kind == "equal":
            found += [_whole("equal", text) for text in after[k:m]]
            continue
        for struck, added in _pairs(before[i:j], after[k:m]):
            a, b = _words(struck), _words(added)
            cost = min(_cost(a, b), PAIR_LIMIT)
            if a and b and cost <= budget:
                budget -= cost
                found.append(Paragraph("change", tuple(_runs(a, b))))
                continue
            found += [_whole("delete", struck)] if struck else []
            found += [_whole("insert", added)] if added else []
    return found


def counts(paragraphs: list[Paragraph]) -> tuple[int, int]:
    """Give how many words were added and how many struck."""
    words = {"insert": 0, "delete": 0, "equal": 0}
    for paragraph in paragraphs:
        for run in paragraph.runs:
            words[run.kind] += len(re.findall(r"\w+", run.text))
    return words["insert"], words["delete"]


def _paragraphs(text: str) -> list[str]:
    return [part for part in _BORDER.split(text.strip()) if part]


def _whole(kind: Kind, text: str) -> Paragraph:
    return Paragraph(kind, (Run(kind, text),))


def opcodes(a: list, b: list) -> list[tuple[str, int, int, int, int]]:
    """Give difflib's steps from `a` to `b`; the middle as one when comparing it costs too much."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    old, new = a[start : len(a) - end], b[start : len(b) - end]
    steps = [("equal", 0, start, 0, start)] if start else []
    if _cost(old, new) <= PAIR_LIMIT:
        steps += [
            (kind, i + start, j + start, k + start, m + start)
            for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        ]
    else:
        steps.append(("replace", start, len(a) - end, start, len(b) - end))
    if end:
        steps.append(("equal", len(a) - end, len(a), len(b) - end, len(b)))
    return steps


def _cost(a: list, b: list) -> int:
    """Count the pairs of equal items: what difflib goes through at each of its steps."""
    times = Counter(a)
    return sum(times[item] for item in b)


def _pairs(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Pair the paragraphs of a changed run that are alike, in order; "" where one has no match."""
    old_bags, new_bags = _bags(before), _bags(after)
    at = 0
    for old, bag in zip(before, old_bags, strict=True):
        ahead = range(at, min(at + _AHEAD, len(after)))
        match = next((n for n in ahead if _alike(bag, new_bags[n])), None)
        if match is None:
            yield old, ""
            continue
        for new in after[at:match]:
            yield "", new
        yield old, after[match]
        at = match + 1
    for new in after[at:]:
        yield "", new


def _bags(texts: list[str]) -> list[set[str]]:
    return [set(re.findall(r"\w+", text.casefold())) for text in texts]


def _alike(a: set[str], b: set[str]) -> bool:
    return len(a & b) * 2 >= _ALIKE * (len(a) + len(b)) > 0


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _runs(a: list[str], b: list[str]) -> Iterator[Run]:
    before = "equal"
    for kind, i, j, k, m in opcodes([word.lstrip() for word in a], [word.lstrip() for word in b]):
        if kind == "equal":
            # After struck words the old text has the space that the new one lacks at its start.
            first = a[i] if before == "delete" else b[k]
            yield Run("equal", first + "".join(b[k + 1 : m]))
        if kind in ("delete", "replace"):
            yield Run("delete", "".join(a[i:j]))
        if kind in ("insert", "replace"):
            yield Run("insert", "".join(b[k:m]))
        before = kind
