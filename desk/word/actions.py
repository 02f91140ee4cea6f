"""What taking in a Word file does to the rows: small acts, gathered before any is done.

Rows that do not exist yet are called by a number, so that a new section can stand in a new one.
"""

from dataclasses import dataclass
from uuid import UUID

from desk.word.marks import Mark

#: A row that exists, or the number of a new one.
Ref = UUID | int


@dataclass(frozen=True)
class SetField:
    """Write `value` into the field that `mark` stands for."""

    mark: Mark
    value: str


@dataclass(frozen=True)
class AddText:
    """Add a text part to `section`, after the part `after` (None: first)."""

    section: Ref
    after: UUID | None
    html: str


@dataclass(frozen=True)
class AddSection:
    """Add a section under `parent` (None: at the top), after its sibling `after` (None: first).

    `takes` are the parts of the section above that stand after the new heading.
    """

    number: int
    heading: str
    parent: Ref | None
    after: Ref | None
    takes: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class AddItem:
    """Add a `row` that says `text`, under the row `parent` (None: in the document itself).

    `more` are the values of other columns, by name.
    """

    number: int
    row: str
    text: str
    parent: Ref | None
    after: Ref | None
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Delete:
    """Delete a row and what stands under it."""

    row: str
    key: UUID


@dataclass(frozen=True)
class AddComment:
    """Keep what someone commented in the file, at the row `key` (None: the whole document)."""

    author: str
    text: str
    row: str = ""
    key: UUID | None = None
    place: str = ""
    quote: str = ""


Action = SetField | AddText | AddSection | AddItem | Delete | AddComment


def anchors(actions: tuple[Action, ...]) -> set[UUID]:
    """Return the keys of the rows that `actions` cannot do without."""
    found: set[UUID | int | None] = set()
    for action in actions:
        match action:
            case SetField(mark=mark):
                found.add(mark.key)
            case AddText(section=above) | AddSection(parent=above) | AddItem(parent=above):
                found.add(above)
    return {one for one in found if isinstance(one, UUID)}
