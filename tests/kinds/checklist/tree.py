"""The content tree of a checklist."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from core.intervals import Interval
from documents.tree import DocumentTree, Node, Section


@dataclass(frozen=True, kw_only=True)
class Step(Node):
    """A step of a stage."""

    ROW: ClassVar[str] = "step"

    text: str
    weight: str = ""
    every: Interval | None = None

    @property
    def facts(self) -> str:
        """How much it matters and how often it is done, in words."""
        every = self.every and f"every {self.every.n} {self.every.unit}"
        return ", ".join(one for one in (self.weight, every) if one)


@dataclass(frozen=True, kw_only=True)
class Stage(Node):
    """A stage, with its steps and the stages in it."""

    ROW: ClassVar[str] = "stage"

    title: str
    due_on: date | None = None
    steps: tuple[Step, ...] = ()
    stages: tuple["Stage", ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChecklistTree(DocumentTree):
    """The whole checklist."""

    ROW: ClassVar[str] = "checklist"

    starts_on: date | None = None
    sections: tuple[Section, ...] = ()
    stages: tuple[Stage, ...] = ()
