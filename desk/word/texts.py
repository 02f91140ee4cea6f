"""A text of the agreement as its Word file says it, and where everything in it stands."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from desk.word.marks import Mark
from desk.word.reading import Line, read_word_file
from desk.word.regions import Regions, regions
from desk.word.writing import write_word
from documents import tree
from documents.models import TopRow
from documents.outline import outline


@dataclass(frozen=True)
class Text:
    """What a content tree says in Word; `places` is as `writing.Written.places`."""

    content: tree.DocumentTree
    lines: list[Line]
    regions: Regions
    places: dict[Mark, tuple[UUID | None, UUID | None]]

    @classmethod
    def of(cls, content: tree.DocumentTree, top: TopRow, dated: datetime) -> "Text":
        """Write `content` as a Word file and read it back."""
        written = write_word(content, top=top, kind="", dated=dated)
        lines = read_word_file(written.file).lines
        return cls(content, lines, regions(lines), written.places)

    @cached_property
    def sections(self) -> dict[UUID, tree.Section]:
        """The sections by key, in order."""
        return {one.key: one for _place, one in self.content.walk_sections()}

    @cached_property
    def section_parents(self) -> dict[UUID, UUID | None]:
        """What each section stands under."""
        return {key: self.above[key] for key in self.sections}

    @cached_property
    def levels(self) -> dict[UUID, int]:
        """The level of each section's heading in Word."""
        return {line.section.key: line.level - 1 for line in outline(self.content)}

    @cached_property
    def above(self) -> dict[UUID, UUID | None]:
        """What each row stands under; None for one that stands in the document itself."""
        found: dict[UUID, UUID | None] = {}
        waiting = [(self.content, None)]
        while waiting:
            node, key = waiting.pop()
            for child in tree.below(node):
                found[child.key] = key
                waiting.append((child, child.key))
        return found

    @cached_property
    def keys(self) -> set[UUID]:
        """The keys of all rows."""
        return {one.key for one in tree.walk(self.content)}

    @cached_property
    def texts(self) -> dict[UUID, str]:
        """The running texts by their keys, as they are kept."""
        return {
            part.key: part.text
            for section in self.sections.values()
            for part in section.parts
            if isinstance(part, tree.TextPart)
        }

    def name(self, mark: Mark | None) -> str:
        """Return the nearest heading above a mark; empty where there is none."""
        key = self.places.get(mark, (None, None))[0]
        while key is not None:
            if self.sections[key].heading:
                return self.sections[key].heading
            key = self.section_parents[key]
        return ""
