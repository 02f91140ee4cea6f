"""Where the running text says the duties in the words that they have, and whether it does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from agreements import tree
from agreements.choices import Block
from core.richtext import plain
from core.richtext_blocks import join, split


@dataclass
class Passage:
    """A stretch of a text part as rich text, and the duties that its first paragraph says."""

    html: str
    duties: list[tree.Duty] = field(default_factory=list)


def passages(
    content: tree.AgreementTree, place: tuple[int, ...], part: tree.TextPart
) -> list[Passage]:
    """Return the passages of `part`, a text of the section at `place`; a list is one paragraph."""
    duties = [duty for duty in content.duties if duty.section == place]
    if not duties:
        return [Passage(part.text)]
    section = dict(content.walk_sections())[place]
    spots = [(_spot(duty, section), duty) for duty in duties]
    found: list[Passage] = []
    for number, html in enumerate(_paragraphs(part.text)):
        said = [duty for spot, duty in spots if spot == (section.parts.index(part), number)]
        if said or not found:
            found.append(Passage("", said))
        found[-1].html += html
    return found


def duties_beside_heading(
    content: tree.AgreementTree, place: tuple[int, ...], section: tree.Section
) -> list[tree.Duty]:
    """Return the duties of the section at `place` that stand in no paragraph of its texts."""
    return [
        duty for duty in content.duties if duty.section == place and _spot(duty, section) is None
    ]


def _spot(duty: tree.Duty, section: tree.Section) -> tuple[int, int] | None:
    """Return the numbers of the part and of the paragraph in it that say `duty`, if one does."""
    wanted = _folded(duty.text).rstrip(".,;:")
    for number, part in enumerate(section.parts if wanted else ()):
        if isinstance(part, tree.TextPart):
            for place, html in enumerate(_paragraphs(part.text)):
                if wanted in _folded(plain(html)):
                    return number, place
    return None


def _paragraphs(html: str) -> list[str]:
    found: list[str] = []
    for tag, run in groupby(split(html), key=lambda block: block.list_tag):
        blocks = list(run)
        found += [join(blocks)] if tag else [block.html for block in blocks]
    return found


def duties_not_in_text(content: tree.AgreementTree) -> list[tree.Duty]:
    """Return the duties whose wording their section no longer has, in the order of the duties.

    White space, case, list marks and the last full stop make no difference. A section says what
    stands in it and under it, the items of its blocks included. A duty without a section, as when
    its section was deleted, is looked for in the whole text; one without a wording is left alone.
    """
    sections = dict(content.walk_sections())
    said: dict[tuple[int, ...], str] = {}

    def says(place: tuple[int, ...], wording: str) -> bool:
        if place not in said:
            texts = _texts(content, content.sections if not place else (sections[place],))
            said[place] = _folded(" ".join(texts))
        return wording in said[place]

    return [
        duty
        for duty in content.duties
        if duty.text and not says(duty.section, _folded(duty.text).rstrip(".,;:"))
    ]


def _folded(text: str) -> str:
    words = text.replace("\u00ad", "").casefold().split()
    return " ".join(word for word in words if any(letter.isalnum() for letter in word))


def _texts(content: tree.AgreementTree, sections: tuple[tree.Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.heading
        for part in section.parts:
            if isinstance(part, tree.TextPart):
                yield plain(part.text)
            else:
                yield from _items(content, part.block)
        yield from _texts(content, section.sections)


def _items(content: tree.AgreementTree, block: str) -> Iterator[str]:
    """Give the texts that a block prints."""
    if block == Block.GOALS:
        yield from _goals(content.goals)
    elif block == Block.BODIES:
        for body in content.bodies:
            yield from (body.name, body.mandate, body.meets)
            yield from (f"{seat.title} {seat.organisation}" for seat in body.seats)
    elif block == Block.DUTIES:
        yield from (duty.text for duty in content.duties)
    elif block == Block.VALIDITY:
        yield from (content.validity_text, content.renewal_text)
    elif block == Block.APPENDICES:
        for appendix in content.appendices:
            yield from (appendix.title, appendix.text)


def _goals(goals: tuple[tree.Goal, ...]) -> Iterator[str]:
    for goal in goals:
        yield goal.text
        yield from _goals(goal.goals)
