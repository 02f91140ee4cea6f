"""What stands in another order in a Word file than in the text it was made from."""

from bisect import bisect_left
from dataclasses import replace

from desk.word.marks import Mark
from desk.word.reading import Line
from desk.word.regions import Regions
from desk.word.texts import Text


def moved(base: Text, returned: Regions) -> list[Mark]:
    """Return the fewest marks that, taken away, leave the others in their order.

    Of a section that was moved with its text only the heading is given.
    """
    places = {mark: place for place, mark in enumerate(base.regions.values)}
    order = [mark for mark in returned.values if mark in places and mark.place.moves_row]
    kept = longest_rising([places[mark] for mark in order])
    found = [mark for place, mark in enumerate(order) if place not in kept]
    headings = {base.places[mark][0] for mark in found if mark.code == "sect"}
    return [mark for mark in found if mark.code == "sect" or base.places[mark][0] not in headings]


def settled(base: list[Line], lines: list[Line]) -> list[Line]:
    """Return `lines` with the bookmarks taken away that say nothing of where they stand now.

    Those are bookmarks from another file, and those of paragraphs that were moved out of their
    text: they are words of the text where they stand.
    """
    places = {line.mark: place for place, line in enumerate(base) if line.mark}
    marked = [at for at, line in enumerate(lines) if line.mark in places]
    rising = longest_rising([places[lines[at].mark] for at in marked])
    kept = {marked[place] for place in rising}
    # A row that was moved as a whole stays what it is.
    at_home = {Mark.named(lines[at].mark) for at in kept}
    strays = {at for at in marked if at not in kept and Mark.named(lines[at].mark) in at_home}
    return [
        line if at not in strays and line.mark in places else replace(line, mark="")
        for at, line in enumerate(lines)
    ]


def longest_rising(numbers: list[int]) -> set[int]:
    """Return the places of a longest rising run in `numbers`, which are all different."""
    ends: list[int] = []  # the smallest number that a run of each length ends with
    at: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        if length == len(ends):
            ends.append(number)
            at.append(place)
        else:
            ends[length], at[length] = number, place
        before.append(at[length - 1] if length else -1)
    kept: set[int] = set()
    place = at[-1] if at else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept
