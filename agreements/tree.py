"""The content tree of an agreement: what it has besides the text that every document has.

Enumerated values are the plain strings of `choices`.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from core.intervals import Interval
from documents.tree import BlockPart, DocumentTree, Node, Section, TextPart, walk

__all__ = [
    "AgreementTree",
    "Appendix",
    "BlockPart",
    "Body",
    "Duty",
    "Extension",
    "Goal",
    "Logo",
    "Node",
    "Organisation",
    "Party",
    "Seat",
    "Section",
    "Signatory",
    "Superseded",
    "TextPart",
    "walk",
]


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

    to: date | None
    decided_on: date | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Superseded(Node):
    """An agreement that this one replaces, as it was named."""

    ROW: ClassVar[str] = "supersession"

    reference: str
    title: str


@dataclass(frozen=True, kw_only=True)
class AgreementTree(DocumentTree):
    """A whole agreement."""

    ROW: ClassVar[str] = "agreement"

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
    def line_below(self) -> str:
        """The subtitle."""
        return self.subtitle

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """All who sign, in the order of the signatures; those without an order come last."""
        everyone = [person for party in self.parties for person in party.signatories]
        return tuple(sorted(everyone, key=lambda person: (person.order is None, person.order or 0)))


def without_logos(content: AgreementTree) -> AgreementTree:
    """Return `content` without the pictures of its parties."""
    return replace(content, parties=tuple(replace(one, logo=None) for one in content.parties))
