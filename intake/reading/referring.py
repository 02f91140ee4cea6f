"""Numbers and letters before items and headings: kept where the text refers to them, or told of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from intake.choices import ParagraphKind
from intake.reading.runs import Block, Run

# "enligt avsnitt 2.1", "punkterna 3 och 4", "i § 5"
_REFERS = re.compile(
    r"(?:\b(?:avsnitt|punkt|kapitel|rubrik|stycke)\w*|\bkap\.|\bp\.|§)\s*(\d{1,2}(?:\.\d{1,2})*)"
    r"(?:\s*(?:och|samt|eller|till|–|-)\s*(\d{1,2}(?:\.\d{1,2})*))?",
    re.IGNORECASE,
)
_MOST_TOLD, _MOST_LETTERS = 5, 40


def with_referred_numbers(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with the numbers that Word counts for headings written, if they are needed.

    So they are where the text refers to one of them: “enligt avsnitt 2.1”.
    """
    numbered = [one for one in blocks if one.kind == ParagraphKind.HEADING and one.mark]
    if not numbered:
        return blocks
    referred = {number for one in blocks for found in _REFERS.findall(one.text) for number in found}
    if referred.isdisjoint(_bare(one.mark) for one in numbered):
        return blocks
    return [
        replace(one, runs=(Run(f"{one.mark} "), *one.runs))
        if one.kind == ParagraphKind.HEADING and one.mark
        else one
        for one in blocks
    ]


def notes_on_marks(blocks: list[Block]) -> list[str]:
    """Return a sentence for each list that is numbered otherwise than in the text it comes from.

    A list here is numbered from 1: letters, and a list that goes on at 3, are others.
    """
    return notes_on_first_marks([(one.text, one.mark) for one in _first_items(blocks)])


def notes_on_first_marks(firsts: Iterable[tuple[str, str]]) -> list[str]:
    """Return a sentence for each list whose first item, (words, mark), is not numbered 1."""
    told = [(words, mark) for words, mark in firsts if mark and _bare(mark) != "1"]
    notes = [
        _(
            "The list that begins with “%(words)s” is numbered from 1 here; its first mark was "
            "“%(mark)s”. Change what refers to it."
        )
        % {"words": Truncator(" ".join(words.split())).chars(_MOST_LETTERS), "mark": mark}
        for words, mark in told[:_MOST_TOLD]
    ]
    more = len(told) - _MOST_TOLD
    if more > 0:
        notes.append(_("More lists are numbered from 1: %(count)d.") % {"count": more})
    return notes


def _first_items(blocks: list[Block]) -> Iterator[Block]:
    """Give the first item of each numbered list.

    Lists begin and end as `intake.rich_text` writes them.
    """
    is_ordered: list[bool] = []
    for block in blocks:
        if not block.is_item:
            is_ordered = []
            continue
        depth = min(block.level, len(is_ordered))
        if block.begins_list or is_ordered[depth : depth + 1] != [block.is_ordered]:
            is_ordered = [*is_ordered[:depth], block.is_ordered]
            if block.is_ordered:
                yield block
        else:
            is_ordered = is_ordered[: depth + 1]


def _bare(mark: str) -> str:
    return mark.strip().strip("().§ ")
