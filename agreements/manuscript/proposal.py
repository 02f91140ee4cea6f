"""What the program believes the paragraphs of a manuscript to be, for a person to decide on."""

from dataclasses import dataclass
from datetime import date

from agreements import tree
from core.intervals import Interval


@dataclass(frozen=True, kw_only=True)
class RecognisedParty:
    """A party with those who sign for it, as they are written in the text.

    `display_name` is what the text mostly calls it, where that is another name than `name`.
    """

    name: str
    kind: str = "other"
    display_name: str = ""
    registry_number: str = ""
    signatories: tuple[tree.Signatory, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecognisedDuty:
    """A sentence that says that something shall or should be done; `paragraph` is its index."""

    paragraph: int
    subject: str
    strength: str
    text: str
    every: Interval | None = None
    responsible: tuple[str, ...] = ()
    decided_by: str = ""
    recipient: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What the text says of itself; empty or None where nothing was found.

    `another` is the title of a second agreement that the text goes on with; `is_begun_anew` tells
    that a new draft leaves the old dates, places and numbers out.
    """

    title: str = ""
    subtitle: str = ""
    document_date: date | None = None
    is_signed: bool = False
    signed_on: date | None = None
    signed_at: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    validity_text: str = ""
    renewal_rule: str = ""
    renewal_text: str = ""
    legal_basis: tuple[str, ...] = ()
    parties: tuple[RecognisedParty, ...] = ()
    duties: tuple[RecognisedDuty, ...] = ()
    another: str = ""
    is_begun_anew: bool = False


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A role (`choices.ParagraphRole`) and, for headings, a level for each paragraph; the facts."""

    roles: tuple[str, ...]
    levels: tuple[int, ...]
    facts: Facts
