"""List marks that were written by hand: "• ", "- ", "1.", "a)" become real items of lists."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.choices import ParagraphKind
from intake.reading.runs import Block, cut
from intake.recognition.headings import is_over_goals

_SPACE = "[ \t\u00a0\u2002\u2003\u2009]"
# The last ones are what the Symbol and Wingdings fonts show as bullets.
_BULLETS = "•·●∙■□▪▫◦○◆➢►‣⁃✓✔\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc"
_MARK = re.compile(
    rf"\s*(?:(?P<bullet>[{_BULLETS}]){_SPACE}*"
    rf"|(?P<dash>[-–—*o]){_SPACE}+"
    rf"|\(?(?:(?P<number>\d{{1,2}})[.)]|(?P<letter>[a-zåäö])[.)]){_SPACE}+)(?=\S)"
)
# "sociala insatsgrupper*"
_HAS_NOTE = re.compile(r"[^\W_]\*(?!\w)")
_DEEPEST = 5


@dataclass(frozen=True)
class Mark:
    """A mark at the start of a text: its sign ("1" for every number), its length, its number."""

    sign: str
    length: int
    number: int = 0

    @property
    def needs_company(self) -> bool:
        """Tell whether it is a mark only beside others: a number or a letter alone is text."""
        return self.number > 0 or self.sign == "o"


def mark_of(text: str) -> Mark | None:
    """Return the list mark that `text` begins with and goes on after, or None."""
    found = _MARK.match(text)
    if found is None:
        return None
    if found["number"]:
        return Mark("1", found.end(), int(found["number"]) or 100)
    if found["letter"]:
        return Mark("a", found.end(), ord(found["letter"]) - ord("a") + 1)
    return Mark(found["bullet"] or found["dash"], found.end())


def with_real_lists(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with those that begin with a list mark as items, without the mark.

    A number is a mark only in company: with the number before or after it beside it, or as the
    first under a line that ends with a colon or “att”. Alone it is the number of a heading, and
    stays in the text. An item that stands further in than the one before it, or has another mark,
    is deeper; one with the mark of an open list goes on with that. A note to a word with a star
    after it, “* …”, is none.
    """
    marks = [None if block.kind != ParagraphKind.TEXT else mark_of(block.text) for block in blocks]
    for at in _typed_notes(blocks, marks):
        marks[at] = None
    settled: list[Block] = []
    open_lists: list[tuple[int, str]] = []
    for i, (block, mark) in enumerate(zip(blocks, marks, strict=True)):
        if mark is None or (mark.needs_company and not _in_company(blocks, marks, i)):
            open_lists = []
            settled.append(block)
            continue
        open_lists = _with_this(open_lists, (block.indent, mark.sign))
        settled.append(
            replace(
                cut(block, mark.length),
                kind=ParagraphKind.ITEM,
                level=min(len(open_lists) - 1, _DEEPEST),
                is_ordered=mark.number > 0,
                mark=block.text[: mark.length].strip(),
                column=0,
            )
        )
    return settled


def _typed_notes(blocks: list[Block], marks: list[Mark | None]) -> list[int]:
    """Return the place of the one paragraph that a star begins, below a word that has one."""
    stars = [at for at, mark in enumerate(marks) if mark and mark.sign == "*"]
    is_note = len(stars) == 1 and any(_HAS_NOTE.search(one.text) for one in blocks[: stars[0]])
    return stars if is_note else []


def _with_this(open_lists: list[tuple[int, str]], this: tuple[int, str]) -> list[tuple[int, str]]:
    """Return the lists, by indent and sign, that are open when an item of `this` has begun.

    As far in as the one before it, a number begins a new list; letters go under numbers, bullets
    under both and under other bullets.
    """
    if this in open_lists:
        return open_lists[: open_lists.index(this) + 1]
    indent, sign = this
    under = {"1": (), "a": ("1",)}.get(sign)
    return [
        *(
            (at, other)
            for at, other in open_lists
            if at < indent or (at == indent and (under is None or other in under))
        ),
        this,
    ]


def _in_company(blocks: list[Block], marks: list[Mark | None], i: int) -> bool:
    """Tell whether the mark of paragraph `i` is one of a list rather than text."""
    mark = marks[i]
    if mark.sign == "o":
        return i > 0 and marks[i - 1] is not None
    before = _next_number(marks[at] for at in range(i - 1, -1, -1))
    after = _next_number(marks[at] for at in range(i + 1, len(marks)))
    if before == mark.number - 1 > 0 or after == mark.number + 1:
        return True
    if mark.number != 1 or i == 0:
        return False
    above = blocks[i - 1].text.strip()
    if above.endswith((":", " att")):
        return True
    # The one goal under "Mål"; with a second further down they are headings.
    return is_over_goals(above) and not any(one and one.number == 2 for one in marks[i + 1 :])


def _next_number(marks: Iterable[Mark | None]) -> int | None:
    """Return the number of the next numbered item, past the bullets that stand under one."""
    for mark in marks:
        if mark is None:
            return None
        if mark.number:
            return mark.number
    return None
