"""Putting two edits of one text together, when both began from the same one.

A text is a list of items: paragraphs, the items of a list, lines. What only one of the two has
touched is taken from that one; where both have touched the same items and made something else of
them, both are given, and a person chooses. Nothing that either wrote is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from core.textdiff import opcodes


@dataclass(frozen=True)
class Piece:
    """Some items on which the two agree, or which the two have changed differently.

    Where they meet, `base` is what both began from, and `joined` what the two are put together,
    where more than one after the other has been tried (`core.merge_words`).
    """

    saved: tuple
    written: tuple
    base: tuple = ()
    joined: tuple | None = None

    @property
    def is_conflict(self) -> bool:
        """Tell whether both have changed the same items."""
        return self.saved != self.written

    @property
    def both(self) -> tuple:
        """What holds all of both; where the two differ, what was saved comes first."""
        if self.joined is not None:
            return self.joined
        return self.saved + self.written if self.is_conflict else self.saved


class _Edit(NamedTuple):
    """Items `start` to `end` of the base became `items`; `side` 0 is the saved text."""

    start: int
    end: int
    side: int
    items: tuple


def merge(base: Sequence, saved: Sequence, written: Sequence) -> list[Piece]:
    """Give the pieces of `saved` and `written`, both made from `base`, put together in order.

    The items are hashable and compared as they are. Two edits that only touch each other do not
    meet. What both put into the same place stands after one another, the saved first, and once
    where it is the same.
    """
    base = tuple(base)
    pieces: list[Piece] = []
    at = 0
    for group in _groups([*_edits(base, saved, 0), *_edits(base, written, 1)]):
        start, end = group[0].start, max(edit.end for edit in group)
        pieces.append(agreed(base[at:start]))
        one, other = (_applied(base, start, end, group, side) for side in (0, 1))
        sides = {edit.side for edit in group}
        if len(sides) == 1:
            pieces.append(agreed(one if sides == {0} else other))
        else:
            pieces.append(agreed(one) if one == other else Piece(one, other, base[start:end]))
        at = end
    pieces.append(agreed(base[at:]))
    return [piece for piece in pieces if piece.saved or piece.written]


def saved_first(pieces: list[Piece]) -> list:
    """Give the whole with both texts, one after the other, where they met."""
    return list(chain.from_iterable(piece.both for piece in pieces))


def as_written(pieces: list[Piece]) -> list:
    """Give the whole with what was written last where they met."""
    return list(chain.from_iterable(piece.written for piece in pieces))


def where_they_met(pieces: list[Piece]) -> tuple[list, list, list]:
    """Give what was in the base, what was saved and what was written where the two met."""
    met = [piece for piece in pieces if piece.is_conflict]
    return (
        list(chain.from_iterable(piece.base for piece in met)),
        list(chain.from_iterable(piece.saved for piece in met)),
        list(chain.from_iterable(piece.written for piece in met)),
    )


def agreed(items: Sequence) -> Piece:
    """Give `items` as what the two agree on."""
    return Piece(tuple(items), tuple(items))


def only_add(base: Sequence, saved: Sequence, written: Sequence) -> bool:
    """Tell whether both have only put items in, and in the same place the same ones."""
    found = [*_edits(base, saved, 0), *_edits(base, written, 1)]
    items = {edit.start: edit.items for edit in found}
    return all(edit.start == edit.end and edit.items == items[edit.start] for edit in found)


def stand_apart(base: Sequence, saved: Sequence, written: Sequence) -> bool:
    """Tell whether both have changed other places, with something unchanged between them."""
    # What both have changed alike does not count.
    saved_edits, written_edits = (
        {(edit.start, edit.end, edit.items) for edit in _edits(base, new, 0)}
        for new in (saved, written)
    )
    return not any(
        one[0] <= other[1] and other[0] <= one[1]
        for one in saved_edits - written_edits
        for other in written_edits - saved_edits
    )


def _edits(base: Sequence, new: Sequence, side: int) -> list[_Edit]:
    return [
        _Edit(i, j, side, tuple(new[k:m]))
        for kind, i, j, k, m in opcodes(list(base), list(new))
        if kind != "equal"
    ]


def _groups(edits: list[_Edit]) -> list[list[_Edit]]:
    """Put the edits that meet together. An insertion meets only what it stands inside."""
    groups: list[list[_Edit]] = []
    end = -1
    for edit in sorted(edits, key=lambda edit: edit[:3]):
        before = groups[-1][-1] if groups else None
        same = before is not None and before[:2] == edit[:2] and before.items == edit.items
        if edit.start < end or same:
            groups[-1].append(edit)
        else:
            groups.append([edit])
        end = max(end, edit.end)
    return groups


def _applied(base: tuple, start: int, end: int, group: list[_Edit], side: int) -> tuple:
    """Give items `start` to `end` of the base as one side has them."""
    items, at = [], start
    for edit in group:
        if edit.side == side:
            items += [*base[at : edit.start], *edit.items]
            at = edit.end
    return (*items, *base[at:end])
