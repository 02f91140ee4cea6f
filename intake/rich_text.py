"""Paragraphs and list items of a manuscript → running text in its normal form."""

from collections.abc import Iterator, Sequence

from core.richtext import MAX_LENGTH, normalise
from intake.paragraphs import Paragraph

# A part of a section holds at most MAX_LENGTH; tags of lists come on top of what is counted.
_FULL = MAX_LENGTH // 2


def running_text(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Give `paragraphs` as rich text, items of a list in a row; long text in several parts."""
    part: list[Paragraph] = []
    length = 0
    for one in paragraphs:
        if part and length + len(one.html) > _FULL:
            yield normalise(_html(part))
            part, length = [], 0
        part.append(one)
        length += len(one.html) + len("<ul><li></li></ul>")
    if part:
        yield normalise(_html(part))


def _html(paragraphs: Sequence[Paragraph]) -> str:
    """Write the paragraphs, with a list opened and closed as the items' depth says."""
    written: list[str] = []
    open_lists: list[str] = []

    def close(down_to: int) -> None:
        while len(open_lists) > down_to:
            written.append(f"</li></{open_lists.pop()}>")

    for one in paragraphs:
        if not one.is_item:
            close(0)
            written.append(one.html)
            continue
        tag = "ol" if one.is_ordered else "ul"
        # An item cannot stand deeper than one step under the one before.
        depth = min(one.level, len(open_lists)) + 1
        close(depth)
        if len(open_lists) == depth and (open_lists[-1] != tag or one.begins_list):
            close(depth - 1)
        if len(open_lists) == depth:
            written.append("</li>")
        else:
            open_lists.append(tag)
            written.append(f"<{tag}>")
        written.append(f"<li>{one.html}")
    close(0)
    return "".join(written)
