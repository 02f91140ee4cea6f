"""A signature block: who signs, for which party, where and when, from what its lines say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from intake.recognition.organisations import is_authority, is_generic, is_known, kind_of, same
from intake.recognition.signature_lines import LineKind, Said
from partnerships.choices import OrganisationKind

_POLICE_TITLE = re.compile(r"polis|\blpo\b", re.IGNORECASE)
_MUNICIPAL_TITLE = re.compile(r"\bkommun|social(?:direktör|chef)|borgar", re.IGNORECASE)
_REGIONAL_TITLE = re.compile(r"\bregion(?:råd|direktör|styrelsens)", re.IGNORECASE)
_PERSONAL = (LineKind.NAME, LineKind.TITLE)


@dataclass(frozen=True)
class Line:
    """A line of a block: its place in the text, the table column it stands in, what it says."""

    at: int
    column: int
    said: Said


@dataclass
class Person:
    """Someone who signs: the lines that say so, and the party line above, if any."""

    name: str = ""
    titles: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    head: str = ""
    column: int = 0
    signing: Said | None = None

    @property
    def title(self) -> str:
        return ", ".join(self.titles)

    @property
    def unit(self) -> str:
        return ", ".join(self.units)

    @property
    def says_kind(self) -> str:
        """The kind of the party that unit or title tells of; "" when they do not."""
        for unit in self.units:
            if is_known(unit):
                return kind_of(unit)
        if _POLICE_TITLE.search(self.title):
            return OrganisationKind.POLICE.value
        if _REGIONAL_TITLE.search(self.title):
            return OrganisationKind.REGION.value
        if _MUNICIPAL_TITLE.search(self.title):
            return OrganisationKind.MUNICIPALITY.value
        return ""


@dataclass
class SignatureBlock:
    """What the lines of a signature block say."""

    people: list[Person] = field(default_factory=list)
    #: Lines that name a party whose people follow, by their place.
    heads: dict[int, str] = field(default_factory=dict)
    signings: dict[int, Said] = field(default_factory=dict)
    #: Blank lines, labels, and marks that repeat a party's name.
    furniture: list[int] = field(default_factory=list)
    #: Lines that say nothing that can be told.
    others: list[int] = field(default_factory=list)


def read_block(lines: Sequence[Line]) -> SignatureBlock:
    """Return what `lines` say, those of a table column by column.

    Nobody goes from the lines of one party to those of another: “För X kommun” begins them.
    """
    block = SignatureBlock()
    kinds = [line.said.kind for line in lines]
    begins_with_party = _begins_with_party(kinds)
    has_heads = begins_with_party or any(line.said.opens for line in lines)
    title_first = _is_title_first(kinds)
    head, person, signing, column = "", None, None, None
    above: list[Person] = []
    for number, line in enumerate(lines):
        at, said = line.at, line.said
        if line.column != column:
            above, is_signed_below = [], _is_signed_below(lines[number:], line.column)
            head, person, signing = ("" if has_heads else head), None, None
            column = line.column
        if said.kind == LineKind.OTHER:
            block.others.append(at)
        elif said.kind == LineKind.FURNITURE:
            block.furniture.append(at)
            person = person if person and not person.name and not person.titles else None
        elif said.kind == LineKind.SIGNING:
            if signing and person is None and not (signing.text and signing.on):
                # "Ort: Ekstad" and "Datum: 2024-01-10" are two lines.
                text, on = said.text or signing.text, said.on or signing.on
                said = replace(said, text=text, on=on)
            block.signings[at] = signing = said
            for one in above:
                one.signing = said
            person = None
        elif said.kind == LineKind.ORGANISATION and has_heads and same(said.text, head):
            block.furniture.append(at)
        elif said.kind == LineKind.ORGANISATION and is_generic(said.text):
            block.furniture.append(at)
            head, person = said.text, None
        elif said.kind == LineKind.ORGANISATION and (
            said.opens or (begins_with_party and _opens(lines, number, person))
        ):
            block.heads[at] = head = said.text
            person = None
        elif said.kind in (LineKind.ORGANISATION, LineKind.UNIT):
            if person is not None:
                person.units.append(said.text)
                person.places.append(at)
        else:
            if _begins(person, said, title_first):
                person = Person(head=head, column=column, signing=signing)
                block.people.append(person)
                if is_signed_below:
                    person.signing = None
                    above = [person] if any(one.signing for one in above) else [*above, person]
            _add(person, line)
            if said.on:
                block.signings[at] = person.signing = Said(LineKind.SIGNING, on=said.on)
                above = [one for one in above if one is not person]
    block.people = [one for one in block.people if one.name or one.titles]
    return block


def _add(person: Person, line: Line) -> None:
    """Add a line that says a name, a title, or both."""
    said = line.said
    if said.kind == LineKind.NAME:
        person.name = said.text
    if said.kind == LineKind.TITLE or said.more:
        title, comma, unit = (said.more or said.text).rpartition(", ")
        if comma and is_known(unit):
            person.titles.append(title)
            person.units.append(unit)
        else:
            person.titles.append(said.more or said.text)
    person.places.append(line.at)


def _telling(kinds: list[LineKind]) -> list[LineKind]:
    return [kind for kind in kinds if kind in (LineKind.ORGANISATION, LineKind.UNIT, *_PERSONAL)]


def _begins_with_party(kinds: list[LineKind]) -> bool:
    """Tell whether the lines begin with a party, so that people stand under parties."""
    return _telling(kinds)[:1] == [LineKind.ORGANISATION]


def _is_title_first(kinds: list[LineKind]) -> bool:
    """Tell whether titles stand above the names: not one alone, whose name could not be read."""
    telling = _telling(kinds)
    personal = [kind for kind in telling if kind in _PERSONAL]
    if personal[:1] != [LineKind.TITLE] or LineKind.NAME not in personal:
        return False
    after = telling[telling.index(LineKind.TITLE) + 1]
    return LineKind.NAME in (after, personal[-1])


def _is_signed_below(lines: Sequence[Line], column: int) -> bool:
    """Tell whether the day stands below the names in the column that `lines` begin with."""
    here = [line.said.kind for line in takewhile(lambda one: one.column == column, lines)]
    here = [kind for kind in here if kind != LineKind.FURNITURE]
    return here[-1:] == [LineKind.SIGNING]


def _opens(lines: Sequence[Line], number: int, person: Person | None) -> bool:
    """Tell whether a party line begins a party's own lines rather than ends a person's.

    It ends them when the person has a title already and no name or blank line follows.
    """
    if person is None or not person.titles:
        return True
    kinds = [line.said.kind for line in lines[number + 1 :]]
    text = lines[number].said.text
    if kinds[:1] == [LineKind.ORGANISATION] and is_authority(text):
        # "Polismyndigheten", and below it the part of it.
        return kind_of(lines[number + 1].said.text) == OrganisationKind.POLICE
    following = next((kind for kind in kinds if kind != LineKind.UNIT), None)
    return following in (LineKind.NAME, LineKind.FURNITURE, LineKind.SIGNING, LineKind.TITLE)


def _begins(person: Person | None, said: Said, title_first: bool) -> bool:
    if person is None:
        return True
    return bool(person.name) if title_first else said.kind == LineKind.NAME
