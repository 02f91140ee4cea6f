"""Text that lost its line breaks: numbered headings in the middle of a paragraph stand apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.choices import ParagraphKind
from intake.reading.runs import Block, parted, without_bold

# A shorter paragraph has no headings in it.
_SHORTEST = 120
_FEWEST = 3
_MOST_LETTERS = 60
_NUMBER = re.compile(r"(?:(?<=\s)|\A)(\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+(?=[A-ZÅÄÖ])")
# Small words after the first: "Bakgrund och syfte"; a name only after what calls for one.
_WORDS = re.compile(
    r"[A-ZÅÄÖ][\w-]*"
    r"(?:\s(?:i|på|för|mellan|av|med|mot|kring|och|om)\s[A-ZÅÄÖ][\w-]*|\s[a-zåäö][\w-]*)*"
    r"(?=\s[A-ZÅÄÖ])"
)
_VERB = re.compile(r"\b(?:är|ska|skall|bör|har|kan|gäller|ansvarar|utser|leder)\b")
# Of the headings that stand so in a paragraph, some are those that any agreement has.
_TYPICAL = re.compile(
    r"(?:inledning|bakgrund|syfte|parter|mål|vision|organisation|ledning|styrning|ansvar|åtagande|"
    r"prioriter|fokusområde|samverkan|uppföljning|utvärdering|giltighet|avtalstid|tidplan|"
    r"uppsägning|underskrift|undertecknande|kommunikation|ekonomi)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Heading:
    """A heading in the middle of a paragraph: from where to where, and how deep it stands."""

    start: int
    end: int
    number: tuple[int, ...]
    words: str


def with_headings_from_within(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with numbered headings that stand in running text as blocks of their own.

    Only where at least three of them count upwards, each followed by text that begins as a
    sentence does, and some are headings that agreements have: else the numbers are of a list.
    """
    found: dict[int, list[_Heading]] = {}
    number: tuple[int, ...] = (0,)
    for at, block in enumerate(blocks):
        if block.kind != ParagraphKind.TEXT or block.column or "\t" in block.text:
            continue
        for heading in _candidates(block.text):
            if _follows(number, heading.number):
                number = heading.number
                found.setdefault(at, []).append(heading)
    headings = [heading for one in found.values() for heading in one]
    is_long = any(len(blocks[at].text) >= _SHORTEST and len(one) > 1 for at, one in found.items())
    typical = sum(bool(_TYPICAL.match(heading.words)) for heading in headings)
    if not is_long or len(headings) < _FEWEST or typical < 2:
        return blocks
    return [part for at, block in enumerate(blocks) for part in _apart(block, found.get(at, []))]


def _candidates(text: str) -> Iterator[_Heading]:
    for number in _NUMBER.finditer(text):
        words = _WORDS.match(text, number.end(), number.end() + _MOST_LETTERS)
        if words and not _VERB.search(words[0]):
            parts = tuple(int(part) for part in number[1].split("."))
            yield _Heading(number.start(), words.end(), parts, words[0])


def _follows(before: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Tell whether a heading with `number` can come next: 2 → 3, 2.1, and 2.1 → 2.2, 3."""
    if number == (*before, 1):
        return before != (0,)
    depth = len(number) - 1
    return depth < len(before) and number == (*before[:depth], before[depth] + 1)


def _apart(block: Block, headings: list[_Heading]) -> Iterator[Block]:
    if not headings:
        yield block
        return
    places = sorted({0, len(block.text)} | {at for one in headings for at in (one.start, one.end)})
    levels = {one.start: len(one.number) for one in headings}
    for start, part in zip(places, parted(block, places)[1:], strict=False):
        if part.is_empty:
            continue
        if start in levels:
            yield replace(
                part,
                runs=without_bold(part.runs),
                kind=ParagraphKind.HEADING,
                level=levels[start],
            )
        else:
            yield part
