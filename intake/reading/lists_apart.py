"""Lists right after one another: where the marks do not go on, another list begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from intake.reading.runs import Block

_NUMBER = re.compile(r"(\d+|[^\W\d_]+)\W*$")
_ROMAN = {"i": 1, "v": 5, "x": 10}


def with_lists_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give `blocks`, saying of items right after another list that they begin one of their own.

    So an item does whose mark does not go on from that of the item before it on its level: “3)”
    after “(b)”, “1.” after “4.”. A mark that is not known goes on.
    """
    marks: list[str] = []
    for block in blocks:
        if not block.is_item:
            marks = []
            yield block
            continue
        depth = min(block.level, len(marks))
        before = marks[depth] if depth < len(marks) else ""
        marks = [*marks[:depth], block.mark]
        is_other = block.is_ordered and before and block.mark and not _goes_on(before, block.mark)
        yield replace(block, begins_list=True) if is_other else block


def _goes_on(before: str, after: str) -> bool:
    """Tell whether `after` comes later than `before` in one way of counting."""
    first, second = _counted(before), _counted(after)
    return any(second.get(way, 0) > number for way, number in first.items())


def _counted(mark: str) -> dict[str, int]:
    """Return the number that a mark can stand for, by the way of counting; {} for none."""
    found = _NUMBER.search(mark)
    if found is None:
        return {}
    word = found[1]
    if word.isdecimal():
        return {"digit": int(word)}
    case = "upper" if word.isupper() else "lower"
    ways = {}
    if len(word) == 1:
        ways[f"{case} letter"] = ord(word.lower())
    if set(word.lower()) <= set(_ROMAN):
        ways[f"{case} roman"] = _roman(word.lower())
    return ways


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    after = [*values[1:], 0]
    return sum(-one if one < other else one for one, other in zip(values, after, strict=True))
