"""How a file names a section: by its heading, its key or its place in the text."""

from collections.abc import Iterator, Mapping

from documents.tree import DocumentTree

Place = tuple[int, ...]


class SectionWords:
    """The words by which a file names the sections of a tree."""

    def __init__(self, content: DocumentTree, *, keys: bool) -> None:
        self.keys = keys
        self.sections = dict(content.walk_sections())
        self.first_with_heading: dict[str, Place] = {}
        for place, section in self.sections.items():
            self.first_with_heading.setdefault(section.heading, place)

    def of(self, place: Place) -> str:
        """Return the heading where it is enough to find the section again, or else its key or its
        place; "" when there is no section at `place`."""
        section = self.sections.get(place)
        if section is None:
            return ""
        if section.heading and self.first_with_heading[section.heading] == place:
            return section.heading
        if self.keys and section.key:
            return str(section.key)
        word, other = _place_words(place)
        return other if word in self.first_with_heading else word


def places_by_word(sections: list[dict]) -> Mapping[str, Place]:
    """Return the places of a file's `sections` by all the words that name them.

    A key comes before a heading, a heading before a place; the first in the text counts.
    """
    found: dict[str, Place] = {}
    everywhere = list(_walk(sections, ()))
    for name in ("key", "heading"):
        for place, section in everywhere:
            if section.get(name):
                found.setdefault(section[name], place)
    for place, _section in everywhere:
        for word in _place_words(place):
            found.setdefault(word, place)
    return found


def _walk(sections: list[dict], above: Place) -> Iterator[tuple[Place, dict]]:
    for number, section in enumerate(sections, start=1):
        yield (*above, number), section
        yield from _walk(section.get("sections", []), (*above, number))


def _place_words(place: Place) -> tuple[str, str]:
    """Return the words a place goes by; the second is for where a heading reads as the first."""
    word = ".".join(str(number) for number in place)
    return word, f"#{word}"
