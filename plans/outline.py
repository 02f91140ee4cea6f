"""The order in which a plan's activities are shown: under their headings."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from plans import tree
from plans.choices import Block


@dataclass(frozen=True)
class Group:
    """A heading, how deep it stands (1 is at the top), and the activities right under it.

    Those that stand under no heading come first, in a group without one.
    """

    heading: tree.Heading | None
    depth: int
    activities: tuple[tree.Activity, ...]


def groups(content: tree.PlanTree) -> Iterator[Group]:
    """Give the groups from top to bottom; a heading without activities too."""
    under: dict[tuple[int, ...], list[tree.Activity]] = defaultdict(list)
    places = dict(_walk(content.headings, ()))
    for activity in content.activities:
        under[activity.heading if activity.heading in places else ()].append(activity)
    if under[()]:
        yield Group(None, 0, tuple(under[()]))
    for place, heading in places.items():
        yield Group(heading, len(place), tuple(under[place]))


def _walk(
    headings: tuple[tree.Heading, ...], above: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], tree.Heading]]:
    for number, heading in enumerate(headings, start=1):
        place = (*above, number)
        yield place, heading
        yield from _walk(heading.headings, place)


def closing_blocks(content: tree.PlanTree) -> list[Block]:
    """Return what is printed after the text because no section prints it.

    The activities always, the rest where there is any.
    """
    said = {
        Block.BASIS: content.rests_on,
        Block.PROBLEMS: content.problems,
        Block.ACTIVITIES: True,
        Block.EXTENSIONS: content.extensions,
        Block.SIGNATORIES: content.signatories,
    }
    return [block for block, any_said in said.items() if any_said and not content.has_block(block)]
