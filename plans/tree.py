"""The content tree of a plan: what it has besides the text that every document has.

Enumerated values are the plain strings of `choices`.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from documents.tree import DocumentTree, Node, Section


@dataclass(frozen=True, kw_only=True)
class Heading(Node):
    """A heading of the plan's own, with those under it."""

    ROW: ClassVar[str] = "heading"

    text: str
    kind: str = ""
    description: str = ""
    headings: tuple["Heading", ...] = ()


@dataclass(frozen=True, kw_only=True)
class Responsible(Node):
    """Who does an activity; `does` is its own part of it."""

    ROW: ClassVar[str] = "responsible"

    organisation: str = ""
    body: str = ""
    function: str = ""
    person: str = ""
    does: str = ""
    role: str = ""

    @property
    def says_nothing(self) -> bool:
        """Tell whether nobody is named."""
        return not self.name

    @property
    def name(self) -> str:
        """Who it is, as printed: “Umeå kommun, Fritid”."""
        return ", ".join(one for one in (self.organisation, self.body, self.function) if one)


@dataclass(frozen=True, kw_only=True)
class Activity(Node):
    """A row of the plan. `heading` is the place of its heading in the tree ((2, 1) is the first
    under the second), `()` where it stands under none."""

    ROW: ClassVar[str] = "activity"

    heading: tuple[int, ...] = ()
    number: str = ""
    text: str
    description: str = ""
    operative_goal: str = ""
    area: str = ""
    target_group: str = ""
    method: str = ""
    when_from: date | None = None
    when_to: date | None = None
    when_text: str = ""
    tags: tuple[str, ...] = ()
    cost: str = ""
    followed_up: str = ""
    documentation: str = ""
    contact: str = ""
    origin: str = ""
    responsible: tuple[Responsible, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanTree(DocumentTree):
    """A whole plan."""

    ROW: ClassVar[str] = "plan"

    label: str = ""
    period_from: date | None = None
    period_to: date | None = None
    period_text: str = ""
    areas: tuple[str, ...] = ()
    owner_organisation: str = ""
    owner_body: str = ""
    owner_function: str = ""
    registry_number: str = ""
    sections: tuple[Section, ...] = ()
    headings: tuple[Heading, ...] = ()
    activities: tuple[Activity, ...] = ()
