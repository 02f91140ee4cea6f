"""Rich text as a list of blocks, and back: what is compared and merged paragraph by paragraph."""

import re
from dataclasses import dataclass
from itertools import groupby

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
_LISTS = {"ul", "ol"}


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or quotation; or, with `list_tag`, one item of such a list."""

    html: str
    list_tag: str = ""


def split(html: str) -> list[Block]:
    """Give the blocks of normalised `html`; items of a list each for itself, with what is in them.

    A list that stands next to one of its own kind is one block, or the two would become one.
    """
    found: list[Block] = []
    depth, start, list_tag = 0, 0, ""
    for match in _TAG.finditer(html):
        closing, tag = match.groups()
        if tag == "br":
            continue
        if not closing:
            if depth == 0:
                start = match.start()
                next_to = found[-1].list_tag if found else ""
                list_tag = tag if tag in _LISTS and tag != next_to else ""
            elif depth == 1 and list_tag:
                start = match.start()
            depth += 1
            continue
        depth -= 1
        if depth == (1 if list_tag else 0):
            found.append(Block(html[start : match.end()], list_tag))
        if depth == 0:
            list_tag = ""
    return found


def join(blocks: list[Block]) -> str:
    """Give the text that `blocks` are the blocks of; `join(split(html))` is `html`."""
    parts = []
    for tag, run in groupby(blocks, key=lambda block: block.list_tag):
        inner = "".join(block.html for block in run)
        parts.append(f"<{tag}>{inner}</{tag}>" if tag else inner)
    return "".join(parts)
