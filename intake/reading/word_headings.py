"""Headings that Word only knows as numbered paragraphs: "1  Bakgrund", "1.1  Styrgrupp"."""

from dataclasses import replace
from itertools import takewhile

from intake.choices import ParagraphKind
from intake.reading.lines import ends_sentence
from intake.reading.runs import SHORT, Block, without_bold
from intake.recognition.headings import is_over_goals

_LEVELS = 6


def with_numbered_headings(blocks: list[Block]) -> list[Block]:
    """Return the blocks that say something, numbered lines that stand alone as headings.

    A list has at least two items beside each other. A short numbered line without one before or
    after it on the same level, and with something under it, is a heading whose number Word counts.
    """
    blocks = [block for block in blocks if not block.is_empty]
    settled = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if (
            after is not None
            and _is_heading(before, block, after)
            and not _is_only_goal(before, block, blocks[at + 1 :])
        ):
            block = replace(
                block,
                runs=without_bold(block.runs),
                kind=ParagraphKind.HEADING,
                level=min(block.level + 1, _LEVELS),
                is_ordered=False,
            )
        settled.append(block)
    return settled


def _is_heading(before: Block | None, block: Block, after: Block) -> bool:
    if not (block.is_item and block.is_ordered) or block.column:
        return False
    text = block.text.strip()
    if len(text) > SHORT or ends_sentence(text) or "\n" in text:
        return False
    if any(one and one.is_ordered and one.level == block.level for one in (before, after)):
        return False
    if before is not None and before.is_item and before.level < block.level:
        return block.is_bold  # else the one item of a deeper list
    return block.is_bold or after.kind == ParagraphKind.TEXT


def _is_only_goal(before: Block | None, block: Block, below: list[Block]) -> bool:
    """Tell whether the line alone is numbered in a section under “Mål”: a list of one."""
    if before is None or before.kind != ParagraphKind.HEADING or block.is_bold:
        return False
    if not is_over_goals(before.text.strip()):
        return False
    section = takewhile(lambda one: one.kind != ParagraphKind.HEADING, below)
    return not any(one.is_ordered and one.level == block.level for one in section)
