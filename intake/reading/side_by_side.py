"""Signatures beside each other that a copied PDF gives with a single space between them."""

import re
from collections.abc import Iterator
from itertools import groupby

from intake.choices import ParagraphKind
from intake.reading.columns import TITLE
from intake.reading.runs import Block, cut

_LONGEST = 120
_WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéèü]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéèü]+)?"
_NAMES = re.compile(rf"({_WORD} {_WORD}) ({_WORD} {_WORD})\Z")
_DAY = r"\d{4}-\d\d-\d\d|\d{8}|\d{1,2} [a-z]{3,9} \d{4}|\d{1,2}/\d{1,2} \d{4}"
_TIME = r"(?: \d\d[:.]\d\d(?:[:.]\d\d)?)?"
_DAYS = re.compile(rf"(\D{{0,40}}(?:{_DAY}){_TIME}) (\D{{0,40}}(?:{_DAY}){_TIME})\Z")
_FOR = re.compile(r"(För \S.{3,60}?) (För \S.{3,60})\Z")
_ORGANISATIONS = re.compile(
    r"(\S.{2,50}?(?:\b[Kk]ommun|\b[Ss]tad|\bAB)|Polis\w+|Lokalpolisområde \S+)"
    r" (Polis\w+.{0,50}|Lokalpolisområde .{2,50}|Region .{2,40}|\S.{2,40} kommun)\Z"
)
_CAPITAL = re.compile(r" (?=[A-ZÅÄÖ])")
_RULES = re.compile(r"([_.…]{4,}) ([_.…]{4,})\Z")


def parted_signatures(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with two signatures in the same lines read one after the other.

    Only where each of the lines that stand together falls in two in one way alone, and names and
    titles are among them: whose a title is must not be guessed.
    """
    places = [(block, _middle(block)) for block in blocks]
    settled: list[Block] = []
    for is_parted, group in groupby(places, key=lambda one: one[1] is not None):
        found = list(group)
        if is_parted and _has_names_and_titles([block.text for block, _at in found]):
            settled += _column(found)
        else:
            settled += [block for block, _at in found]
    return settled


def _column(found: list[tuple[Block, int]]) -> Iterator[Block]:
    for column in (1, 2):
        for block, at in found:
            left, right = (0, at), (at + 1, None)
            half = cut(block, *(left if column == 1 else right))
            yield Block(runs=half.runs, column=column)


def _middle(block: Block) -> int | None:
    """Return where the line falls in two of the same kind, or None."""
    text = block.text
    if block.kind != ParagraphKind.TEXT or block.column or not 5 <= len(text) <= _LONGEST:
        return None
    half = len(text) // 2
    if text[:half] == text[half + 1 :] and text[half] == " ":
        return half
    for pattern in (_DAYS, _FOR, _ORGANISATIONS, _NAMES, _RULES):
        found = pattern.match(text)
        if found:
            return found.end(1)
    titles = [
        gap.start()
        for gap in _CAPITAL.finditer(text)
        if TITLE.search(text[: gap.start()]) and TITLE.search(text[gap.end() :])
    ]
    return titles[0] if len(titles) == 1 and text[:1].isupper() else None


def _has_names_and_titles(lines: list[str]) -> bool:
    names = sum(bool(_NAMES.match(line)) and not TITLE.search(line) for line in lines)
    titles = sum(bool(TITLE.search(line)) for line in lines)
    return names == 1 and titles > 0
