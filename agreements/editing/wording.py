"""Whether the running text still says the duties in the words that the duties have."""

from collections.abc import Iterator

from agreements import tree
from agreements.choices import Block
from core.richtext import plain


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
