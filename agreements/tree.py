"""The content tree of an agreement: frozen, complete, the same for live rows, past and versions.

Page, PDF, exchange file, hash and diff are pure functions of it. Values that are unknown are None
or empty; nothing is guessed. Enumerated values are the plain strings of `choices`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from agreements.choices import Block


@dataclass(frozen=True, kw_only=True)
class Node:
    """A row in the tree. `key` and `copied_from` are None in a tree read from a stored version."""

    #: What the row is called in history and URLs; the same word as its model's.
    ROW: ClassVar[str] = ""

    key: UUID | None = None
    copied_from: UUID | None = None

    @property
    def anchor(self) -> str:
        """The node's id on a page; empty in a tree read from a stored version."""
        return f"{self.ROW}-{self.key}" if self.key else ""


@dataclass(frozen=True)
class Interval:
    """At least once in `n` units; `unit` is a value of `choices.IntervalUnit`."""

    n: int
    unit: str


@dataclass(frozen=True)
class Logo:
    """A party's mark: digest and media type of the stored file, and its text in words."""

    sha256: str
    media_type: str
    alternative_text: str


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """An organisation that the agreement names and that is no party."""

    name: str
    kind: str
    part_of: tuple[str, ...] = ()
    ended_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Signatory(Node):
    """Someone who signs for a party, as printed. `order` runs across all parties, from 1."""

    ROW: ClassVar[str] = "signatory"

    name: str = ""
    title: str = ""
    unit: str = ""
    mandate: str = ""
    order: int | None = None
    signed_on: date | None = None
    signed_at: str = ""
    method: str = ""


@dataclass(frozen=True, kw_only=True)
class Party(Node):
    """One side of the agreement, as this agreement names it."""

    ROW: ClassVar[str] = "party"

    organisation: str
    kind: str
    display_name: str = ""
    part_of: tuple[str, ...] = ()
    ended_on: date | None = None
    registry_number: str = ""
    logo: Logo | None = None
    signatories: tuple[Signatory, ...] = ()

    @property
    def name(self) -> str:
        """The name as printed."""
        return self.display_name or self.organisation

    @property
    def line_below(self) -> str:
        """The organisation, where the printed name is another."""
        return self.organisation if self.name != self.organisation else ""


@dataclass(frozen=True, kw_only=True)
class TextPart(Node):
    """Running text: normalised HTML."""

    ROW: ClassVar[str] = "part"

    text: str


@dataclass(frozen=True, kw_only=True)
class BlockPart(Node):
    """A place where structured data is printed; `block` and `style` are values of `choices`."""

    ROW: ClassVar[str] = "part"

    block: str
    style: str = ""


@dataclass(frozen=True, kw_only=True)
class Section(Node):
    """A section; without a heading it is text that follows on."""

    ROW: ClassVar[str] = "section"

    heading: str = ""
    parts: tuple[TextPart | BlockPart, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Goal(Node):
    """A goal as printed, with the goals under it."""

    ROW: ClassVar[str] = "goal"

    text: str
    kind: str = ""
    prevention: str = ""
    goals: tuple["Goal", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Seat(Node):
    """A place in a body, by name or by function only."""

    ROW: ClassVar[str] = "seat"

    name: str = ""
    title: str = ""
    organisation: str = ""
    function: str = ""


@dataclass(frozen=True, kw_only=True)
class Body(Node):
    """A body as printed; `part_of` is the name of the body above."""

    ROW: ClassVar[str] = "body"

    name: str
    kind: str = ""
    part_of: str = ""
    area: str = ""
    number_text: str = ""
    mandate: str = ""
    decides: tuple[str, ...] = ()
    meets: str = ""
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Duty(Node):
    """A duty. `section` is the place of its section in the tree (1-based: (6, 2) is the second
    section in the sixth); `section_reference` is used when the agreement has no such section."""

    ROW: ClassVar[str] = "duty"

    subject: str
    strength: str
    every: Interval | None = None
    responsible: tuple[str, ...] = ()
    decided_by: str = ""
    recipient: str = ""
    section: tuple[int, ...] = ()
    section_reference: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Appendix(Node):
    """An appendix; `text` is plain, a blank line parts paragraphs."""

    ROW: ClassVar[str] = "appendix"

    title: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Extension:
    """A decision that moved the last day; `to` None moved it until further notice."""

    to: date | None = None
    decided_on: date | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Superseded(Node):
    """An agreement that this one replaces, as it was named."""

    reference: str
    title: str


@dataclass(frozen=True, kw_only=True)
class AgreementTree(Node):
    """A whole agreement."""

    ROW: ClassVar[str] = "agreement"

    title: str
    language: str = "sv"
    subtitle: str = ""
    kind: str = ""
    document_date: date | None = None
    signed: bool | None = None
    signed_on: date | None = None
    signed_at: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    validity_text: str = ""
    renewal_rule: str = ""
    renewal_text: str = ""
    revised_every: Interval | None = None
    terminated_on: date | None = None
    terminated_by: str = ""
    termination_notified_on: date | None = None
    area: str = ""
    legal_basis: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    part_of: str = ""
    part_of_title: str = ""
    extensions: tuple[Extension, ...] = ()
    supersedes: tuple[Superseded, ...] = ()
    parties: tuple[Party, ...] = ()
    sections: tuple[Section, ...] = ()
    goals: tuple[Goal, ...] = ()
    bodies: tuple[Body, ...] = ()
    duties: tuple[Duty, ...] = ()
    appendices: tuple[Appendix, ...] = ()

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """All who sign, in the order of the signatures; those without an order come last."""
        everyone = [person for party in self.parties for person in party.signatories]
        return tuple(sorted(everyone, key=lambda person: (person.order is None, person.order or 0)))

    def walk_sections(self) -> Iterator[tuple[tuple[int, ...], Section]]:
        """Give every section with its place, in the order they are printed."""
        yield from _walk(self.sections, ())

    def section_at(self, place: tuple[int, ...]) -> Section | None:
        """Return the section at `place`, or None."""
        return next((section for at, section in self.walk_sections() if at == place), None)

    def has_block(self, block: Block) -> bool:
        """Tell whether a section prints `block`."""
        return any(
            isinstance(part, BlockPart) and part.block == block
            for _place, section in self.walk_sections()
            for part in section.parts
        )

    @property
    def has_running_text(self) -> bool:
        """Tell whether a section says something in words of its own; an archived one may not."""
        return any(
            isinstance(part, TextPart)
            for _place, section in self.walk_sections()
            for part in section.parts
        )


def _walk(sections, above) -> Iterator[tuple[tuple[int, ...], Section]]:
    for number, section in enumerate(sections, start=1):
        place = (*above, number)
        yield place, section
        yield from _walk(section.sections, place)


def walk(node: Node) -> Iterator[Node]:
    """Give `node` and every row under it, in the order of the tree."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        below = [value for value in vars(one).values() if isinstance(value, tuple)]
        rows = [row for value in below for row in value if isinstance(row, Node)]
        waiting += reversed(rows)
