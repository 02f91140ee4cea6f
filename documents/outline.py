"""The order in which a tree is shown: one line for each section, with its heading level.

Page and PDF walk the same lines, so that their headings cannot differ.
"""

from dataclasses import dataclass

from core.richtext import plain
from documents import tree

#: The title is the only heading of level 1.
TOP_LEVEL = 2
#: HTML has six levels of headings; deeper sections share the last.
LAST_LEVEL = 6


@dataclass(frozen=True)
class Line:
    """A section on its line. `place` is its place in the tree, `level` that of its heading.

    A section without a heading leaves its level to what stands under it, so no level is skipped.
    """

    section: tree.Section
    place: tuple[int, ...]
    level: int

    @property
    def anchor(self) -> str:
        """The id of the section on a page; it holds for stored versions too."""
        return self.section.anchor or "section-" + "-".join(str(number) for number in self.place)

    @property
    def depth(self) -> int:
        """How far the section is indented in the contents, from 0."""
        return self.level - TOP_LEVEL

    @property
    def inner_level(self) -> int:
        """The level of a heading inside the section."""
        return min(self.level + 1, LAST_LEVEL) if self.section.heading else self.level

    @property
    def has_text(self) -> bool:
        """Tell whether anything is written in the section itself."""
        return any(
            isinstance(part, tree.BlockPart) or plain(part.text) for part in self.section.parts
        )


def outline(content: tree.DocumentTree) -> list[Line]:
    """Return the lines of `content` from top to bottom."""
    levels: dict[tuple[int, ...], int] = {(): TOP_LEVEL}
    lines = []
    for place, section in content.walk_sections():
        level = levels[place[:-1]]
        levels[place] = min(level + 1, LAST_LEVEL) if section.heading else level
        lines.append(Line(section, place, level))
    return lines


def lines_at(lines: list[Line], target: str) -> list[Line]:
    """Return the one line that has the heading or part with the id `target`, or else all.

    What is fetched anew after a save is one part; a long document need not be written for it.
    """
    for line in lines:
        if target == f"{line.anchor}-block" or target in {one.anchor for one in line.section.parts}:
            return [line]
    return lines
