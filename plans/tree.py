"""The content tree of a plan: what it has besides the text that every document has.

Enumerated values are the plain strings of `choices`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from core.intervals import Interval
from documents.tree import DocumentTree, Link, Node, Organisation, Section


@dataclass(frozen=True, kw_only=True)
class Basis(Node):
    """What the document rests on: a dialogue, a survey, a picture."""

    ROW: ClassVar[str] = "basis"

    kind: str
    text: str = ""
    on: date | None = None
    where: str = ""
    owner: str = ""
    sent: int | None = None
    answers: int | None = None
    response_rate: Decimal | None = None
    ages: str = ""
    findings: str = ""
    wishes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cause(Node):
    """A cause of a problem; `number` is what is printed and said."""

    ROW: ClassVar[str] = "cause"

    number: str = ""
    text: str
    kind: str = ""


@dataclass(frozen=True, kw_only=True)
class Problem(Node):
    """What the plan is to change, with its causes and the position taken on it."""

    ROW: ClassVar[str] = "problem"

    title: str
    priority: int | None = None
    description: str = ""
    area: str = ""
    when: str = ""
    stance: str = ""
    stance_reason: str = ""
    carried_from: str = ""
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Heading(Node):
    """A heading of the plan's own, with those under it."""

    ROW: ClassVar[str] = "heading"

    text: str
    kind: str = ""
    description: str = ""
    goals: tuple[str, ...] = ()
    problems: tuple[Link, ...] = ()
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
class Measure(Node):
    """How much of an activity is meant; `words` are what is printed where there are any."""

    ROW: ClassVar[str] = "measure"

    name: str = ""
    kind: str
    comparator: str
    value: Decimal | None = None
    unit: str = ""
    per: str = ""
    each: Decimal | None = None
    each_per: str = ""
    words: str = ""
    shares_with: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Activity(Node):
    """A row of the plan. `heading` is the place of its heading in the tree ((2, 1) is the first
    under the second), `()` where it stands under none; `heading_words` name one that is none.

    `part_of` is at most one.
    """

    ROW: ClassVar[str] = "activity"

    heading: tuple[int, ...] = ()
    number: str = ""
    text: str
    description: str = ""
    heading_words: str = ""
    part_of: tuple[Link, ...] = ()
    problems: tuple[Link, ...] = ()
    causes: tuple[Link, ...] = ()
    goals: tuple[str, ...] = ()
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
    promised_by: tuple[str, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Extension(Node):
    """A decision that moved the last day; without `to` it was moved until further notice."""

    ROW: ClassVar[str] = "extension"

    to: date | None = None
    decided_on: date | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanSignatory(Node):
    """Who signs the plan, as printed."""

    ROW: ClassVar[str] = "plan_signatory"

    organisation: str = ""
    name: str = ""
    title: str = ""
    unit: str = ""
    signed_on: date | None = None


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
    revised_every: Interval | None = None
    signed: bool | None = None
    signed_on: date | None = None
    part_of: str = ""
    part_of_title: str = ""
    columns: tuple[str, ...] = ()
    #: Those that it names, as the register has them.
    organisations: tuple[Organisation, ...] = ()
    rests_on: tuple[Basis, ...] = ()
    sections: tuple[Section, ...] = ()
    extensions: tuple[Extension, ...] = ()
    signatories: tuple[PlanSignatory, ...] = ()
    problems: tuple[Problem, ...] = ()
    headings: tuple[Heading, ...] = ()
    activities: tuple[Activity, ...] = ()
