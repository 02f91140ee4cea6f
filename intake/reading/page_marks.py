"""What a printed page repeats and no text says: page numbers, running heads and feet."""

import re
from collections import Counter
from dataclasses import dataclass

from intake.reading.lines import ends_sentence

_LONGEST = 120
# So many lines on each side of a page number can be a head or a foot.
_NEAR = 3
# A page holds more lines than this: numbers that stand closer are those of chapters.
_SHORTEST_PAGE = 15
# A page that lost its line breaks is one line, with its number after the last sentence.
_LONG_LINE = 200
_AT_END = re.compile(r"(?<=[.!?])\s+(\d{1,3})\s*\Z")
_OF = r"(?:\s*(?:av|of|/)\s*\d{1,3}|\s*\(\s*\d{1,3}\s*\))"
_NUMBER = re.compile(
    rf"(?:\b(?:sida|sidan|sid\.?|page)\s*(?P<named>\d{{1,3}}){_OF}?(?!\w)"
    rf"|(?:(?<=\s)|^)(?P<counted>\d{{1,3}})\s?\(\d{{1,3}}\)(?=\s|$)"
    r"|^\W*(?P<alone>\d{1,3})\W*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Mark:
    """A line with a page number: where it stands, and what else it says."""

    at: int
    number: int
    rest: str
    is_alone: bool


def without_page_marks(lines: list[str]) -> tuple[list[str], int]:
    """Return `lines` without page numbers and what is repeated beside them, and how many went.

    Page numbers are told by their order. What else stands in the same line, and heads and feet,
    stay where they stand first: a title or a registry number can be among them.
    """
    lines, of_lines = _without_numbers_at_ends(lines)
    marks = _marks(lines)
    if not marks:
        return lines, of_lines
    numbered = {mark.at: mark for mark in marks}
    repeated = _repeated(lines, list(numbered))
    kept: list[str] = []
    said: set[str] = set()
    gone = 0
    is_gap = False
    for at, line in enumerate(lines):
        text = numbered[at].rest if at in numbered else " ".join(line.split())
        is_mark = at in numbered or at in repeated
        if is_mark and (not text or text in said):
            gone, is_gap = gone + 1, True
            continue
        if is_gap and kept and ends_sentence(kept[-1]):
            kept.append("")
        is_gap = at in numbered
        if is_mark:
            said.add(text)
        kept.append(text if at in numbered else line)
    return kept, gone + of_lines


def _without_numbers_at_ends(lines: list[str]) -> tuple[list[str], int]:
    """Return `lines` without the numbers, from 1 on, that end those that are a page each."""
    found = [(at, _AT_END.search(line)) for at, line in enumerate(lines) if len(line) > _LONG_LINE]
    ends = {at: end for at, end in found if end}
    if [int(end[1]) for end in ends.values()] != list(range(1, len(ends) + 1)):
        return lines, 0
    return [line[: ends[at].start()] if at in ends else line for at, line in enumerate(lines)], len(
        ends
    )


def _marks(lines: list[str]) -> list[_Mark]:
    """Return the lines with page numbers: of each way to write them, those that count upwards."""
    ways: dict[tuple[str, bool], list[_Mark]] = {}
    for at, line in enumerate(lines):
        found = _NUMBER.search(line.strip()) if len(line) <= _LONGEST else None
        if found is None:
            continue
        stripped = line.strip()
        rest = " ".join((stripped[: found.start()] + " " + stripped[found.end() :]).split())
        number = int(found["named"] or found["counted"] or found["alone"])
        mark = _Mark(at, number, rest.strip(" |–-"), bool(found["alone"]))
        ways.setdefault((mark.rest, mark.is_alone), []).append(mark)
    # A first page can have another head than the rest; what counts upwards with them is one too.
    groups = [marks for marks in ways.values() if _is_counting(marks)]
    return sorted((mark for marks in groups for mark in marks), key=lambda mark: mark.at)


def _is_counting(marks: list[_Mark]) -> bool:
    numbers = [mark.number for mark in marks]
    steps = {after - before for before, after in zip(numbers, numbers[1:], strict=False)}
    if not steps or not steps <= {1, 2}:
        return False
    if not marks[0].is_alone:
        return True
    distance = (marks[-1].at - marks[0].at) / (len(marks) - 1)
    return len(marks) > 2 and numbers[0] <= 3 and distance >= _SHORTEST_PAGE


def _repeated(lines: list[str], marked: list[int]) -> set[int]:
    """Return the places of the lines that most pages repeat beside their numbers."""
    places = [at for at, line in enumerate(lines) if line.strip()]
    order = {at: number for number, at in enumerate(places)}
    # Heads stand at the very beginning too, and feet at the end.
    pages = [-1, *(order[at] for at in marked), len(places)]
    near: dict[int, int] = {}
    for number, page in enumerate(pages):
        for one in range(max(0, page - _NEAR), min(len(places), page + _NEAR + 1)):
            near.setdefault(places[one], number)
    found: dict[str, set[int]] = {}
    for at, number in near.items():
        if at not in marked and len(lines[at]) <= _LONGEST:
            found.setdefault(" ".join(lines[at].split()), set()).add(number)
    often = max(2, len(marked) // 2)
    count = Counter({text: len(numbers) for text, numbers in found.items()})
    return {at for at in near if count[" ".join(lines[at].split())] >= often}
