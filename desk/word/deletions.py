"""Marks that are no longer in a Word file → what was deleted there.

Only what is whole is proposed for deletion: a section, a text, a goal, a seat or an appendix of
which nothing is left. A field that is gone while its row is still there was emptied. All else is
said in a sentence and deleted in the program.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

from desk.word.marks import Mark
from desk.word.texts import Text
from documents import tree


@dataclass
class Missing:
    """What a file lacks: whole rows, fields of rows that are still there, and other rows."""

    rows: list[tree.Node] = field(default_factory=list)
    fields: list[Mark] = field(default_factory=list)
    others: list[Mark] = field(default_factory=list)


def missing(base: Text, found: set[Mark]) -> Missing:
    """Return what the marks `found` in a file lack of the text `base`, the outermost rows only."""
    marks_of: dict[UUID, list[Mark]] = defaultdict(list)
    for mark in base.regions.values:
        marks_of[mark.key].append(mark)
    for mark, (_section, part) in base.places.items():
        # A block stands for what it prints.
        if part is not None and mark.key != part:
            marks_of[part].append(mark)
    result, along = Missing(), set()
    for node in tree.walk(base.content):
        marks = marks_of.get(node.key, [])
        lacking = [mark for mark in marks if mark not in found and mark not in along]
        if not lacking or node.key is None:
            continue
        below = [mark for one in tree.walk(node) for mark in marks_of.get(one.key, [])]
        is_left = any(mark in found for mark in below)
        carries = any(mark.place.carries_row for mark in marks if mark.key == node.key)
        if carries and not is_left:
            result.rows.append(node)
            along.update(below)
            continue
        for mark in lacking:
            if mark.key == node.key and mark.code != "again":
                is_emptied = is_left and mark.place.may_be_empty
                (result.fields if is_emptied else result.others).append(mark)
    return result
