"""The parties: from the title, a preamble, a section of their own, or the signature block."""

import re
from dataclasses import dataclass, field

from agreements import tree
from agreements.choices import Mandate, ParagraphRole
from agreements.manuscript.proposal import RecognisedParty
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.party_places import named_between, places
from core.text import search_key
from intake.recognition import registry_numbers
from intake.recognition.organisations import (
    generic_kind,
    in_small_letters,
    is_authority,
    is_generic,
    is_known,
    is_short_name,
    kind_of,
    listed,
    same,
)
from intake.recognition.signature_blocks import Person, SignatureBlock
from partnerships.choices import OrganisationKind

# "Polismyndigheten lokalpolisområde Norr": the authority and its part, with no sign between.
_PART_OF_POLICE = re.compile(
    r"(?P<above>polismyndigheten|polisen|swedish police authority)\s+"
    r"(?P<part>(?:lokal)?polisområde.+)",
    re.IGNORECASE,
)
POLICE_AUTHORITY = "Polismyndigheten"
_POLITICAL = re.compile(r"ordförande|kommunalråd|regionråd|borgarråd|oppositionsråd|mayor", re.I)
_OFFICIAL = re.compile(
    r"direktör|chef|\bvd\b|polis|strateg|samordnare|rektor|intendent|landshövding|ceo|chief", re.I
)


@dataclass
class _Party:
    """A party while it is put together from the places that name it."""

    name: str
    display_name: str = ""
    registry_number: str = ""
    people: list[Person] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return kind_of(self.name)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.name, self.display_name)))

    def is_called(self, name: str) -> bool:
        return any(same(name, one) for one in self.names)


def recognise_parties(
    marks: Marks, blocks: list[SignatureBlock]
) -> tuple[tuple[RecognisedParty, ...], set[int]]:
    """Return the parties with their signatories, and the lines of people that fit no party."""
    heads = [name for block in blocks for name in block.heads.values()]
    named = [names for names in places(marks) if len(names) > 1]
    parties = [_Party(name) for name in (dict.fromkeys(named[0]) if named else _distinct(heads))]
    for party in parties:
        _settle_name(party)
    _settle_letters(marks, parties)
    for name in [*_district(named), *heads, *_decided(marks)]:
        _name_again(parties, name)
    people = [person for block in blocks for person in block.people]
    homeless = _give_homes(parties, people)
    _give_registry_numbers(marks, parties)
    order = {id(person): number for number, person in enumerate(people, start=1)}
    printed = [id(person) for party in parties for person in party.people]
    # The order of the signatures need only be told where it is not that of the parties.
    is_told = printed != sorted(printed, key=order.get)
    signings = {(one.text, one.on) for block in blocks for one in block.signings.values()}
    return (
        tuple(
            RecognisedParty(
                name=party.name,
                kind=party.kind,
                display_name=party.display_name,
                registry_number=party.registry_number,
                signatories=tuple(
                    _signatory(
                        person,
                        order=order[id(person)] if is_told else None,
                        has_own_day=len(signings) > 1,
                    )
                    for person in party.people
                ),
            )
            for party in parties
        ),
        _lines_of(homeless, blocks, has_own_day=len(signings) > 1),
    )


def _lines_of(people: list[Person], blocks: list[SignatureBlock], *, has_own_day: bool) -> set[int]:
    """Return the lines that say who `people` are, and each one's day where they have their own."""
    days = [id(one.signing) for one in people if one.signing] if has_own_day else []
    own = {at for block in blocks for at, one in block.signings.items() if id(one) in days}
    return own.union(*(person.places for person in people))


def _distinct(names: list[str]) -> list[str]:
    """Return `names`, each once however it is written."""
    distinct: list[str] = []
    for name in names:
        if not any(same(name, one) for one in distinct):
            distinct.append(name)
    return distinct


def _district(named: list[list[str]]) -> list[str]:
    """Return the part of the police that is a party where the first place names only the police.

    Only from a place that names the same others: what signs another agreement is none.
    """
    police, others = _parted(named[0] if named else [])
    if len(police) != 1 or not is_authority(police[0]):
        return []
    for names in named[1:]:
        again, beside = _parted(names)
        if beside == others and len(again) == 1 and not is_authority(again[0]):
            return again
    return []


def _parted(names: list[str]) -> tuple[list[str], set[str]]:
    """Return those of `names` that are of the police, and the others as search keys."""
    police = [name for name in names if kind_of(name) == OrganisationKind.POLICE]
    return police, {search_key(name) for name in names if name not in police}


def _decided(marks: Marks) -> list[str]:
    """Return the parties in the paragraphs that a person says name parties."""
    names = []
    for at in marks.having(ParagraphRole.PARTY):
        if at in marks.decided:
            text = marks.paragraphs[at].text
            found = named_between(text) or listed(text)
            names += found or ([text] if is_short_name(text) else [])
    return names


def _settle_name(party: _Party) -> None:
    """Let the part of the police that is a party be the name, and what it is called be shown."""
    above, comma, part = party.name.rpartition(", ")
    joined = _PART_OF_POLICE.fullmatch(party.name)
    if joined:
        above, comma, part = joined["above"], ", ", joined["part"]
    if comma and kind_of(above) == OrganisationKind.POLICE:
        party.name, party.display_name = part, above
    elif is_authority(party.name) and not same(party.name, POLICE_AUTHORITY):
        shown = party.name[:1].upper() + party.name[1:]
        party.name, party.display_name = POLICE_AUTHORITY, shown


def _settle_letters(marks: Marks, parties: list[_Party]) -> None:
    """Write names of a heading in capitals as the text writes them elsewhere."""
    texts = [one.text for one in marks.paragraphs]
    for party in parties:
        party.name = in_small_letters(party.name, texts)
        party.display_name = in_small_letters(party.display_name, texts)


def _name_again(parties: list[_Party], name: str) -> None:
    """Note that `name` is a party: one that is known, perhaps by another name, or one more."""
    if any(party.is_called(name) for party in parties):
        return
    again = _Party(name)
    _settle_name(again)
    alike = [one for one in parties if one.kind == again.kind == OrganisationKind.POLICE]
    if len(alike) != 1:
        parties.append(again)
        return
    known = alike[0]
    if is_authority(known.name):
        shown = known.display_name or known.name
        known.name, known.display_name = again.name, shown
    elif not known.display_name:
        known.display_name = name


def _give_homes(parties: list[_Party], people: list[Person]) -> list[Person]:
    """Put each person at the party that head line, unit or title tells; return the others."""
    homeless = []
    for person in people:
        home = _home(parties, person)
        if home is None:
            homeless.append(person)
        elif not _is_told_again(home, person):
            home.people.append(person)
    without = [party for party in parties if not party.people]
    if len(homeless) == len(without) == 1:
        without[0].people.append(homeless.pop())
    order = {id(person): number for number, person in enumerate(people)}
    for party in parties:
        party.people.sort(key=lambda person: order[id(person)])
    return homeless


def _is_told_again(party: _Party, person: Person) -> bool:
    """Tell whether `person` stands under “Parter” and again where one signs: then it is one.

    When and where comes from where one signs.
    """
    for known in party.people:
        if person.name and same(person.name, known.name) and person.title == known.title:
            known.signing = known.signing or person.signing
            known.units = known.units or person.units
            return True
    return False


def _home(parties: list[_Party], person: Person) -> _Party | None:
    for name in (person.head, *person.units):
        for party in parties:
            if name and party.is_called(name):
                return party
    if person.head and (is_known(person.head) or is_generic(person.head)):
        return _only(parties, generic_kind(person.head))
    return _only(parties, person.says_kind) if person.says_kind else None


def _only(parties: list[_Party], kind: str) -> _Party | None:
    found = [party for party in parties if party.kind == kind]
    return found[0] if len(found) == 1 else None


def _give_registry_numbers(marks: Marks, parties: list[_Party]) -> None:
    label, places = "", marks.having(ParagraphRole.REGISTRY_NUMBER)
    for at in places:
        text = marks.paragraphs[at].text.strip()
        above = next((one for one in range(at - 1, -1, -1) if one not in places), None)
        name = "" if above is None else marks.paragraphs[above].text
        numbers = registry_numbers.numbers_in(text)
        if not numbers and registry_numbers.label_of(text):
            label = text
            continue
        for number, said in numbers or [(text, registry_numbers.whose(label))]:
            party = _owner(parties, number, said, name)
            if party is None and at in marks.decided:
                # A person says that it is one: then it is that of the party who writes first.
                party = _only(parties, OrganisationKind.MUNICIPALITY) or next(iter(parties), None)
            if party is not None and not party.registry_number and len(number) <= 200:
                party.registry_number = number
        label = ""


def _owner(parties: list[_Party], number: str, said: str, above: str) -> _Party | None:
    """Return whose the number is: as is said of it, by its form, or by the name right above it."""
    owner = registry_numbers.owner_of(number, said)
    party = next((one for one in parties if owner and one.is_called(owner)), None)
    party = party or _only(parties, kind_of(owner) if is_known(owner) else owner)
    if party is None and not said:
        party = next((one for one in parties if one.is_called(above)), None)
    if party is None and not said and not registry_numbers.is_of_police(number):
        # The police write theirs in one way: of two parties, another one is the other's.
        others = [one for one in parties if one.kind != OrganisationKind.POLICE]
        if len(parties) == 2 and len(others) == 1:
            return others[0]
    return party


def _signatory(person: Person, *, order: int | None, has_own_day: bool) -> tree.Signatory:
    signing = person.signing if has_own_day else None
    return tree.Signatory(
        name=person.name[:200],
        title=person.title[:300],
        unit=person.unit[:300],
        mandate=_mandate_of(person.title),
        order=order,
        signed_on=signing and signing.on,
        signed_at=signing.text if signing else "",
    )


def _mandate_of(title: str) -> str:
    """Return on what ground someone with this title signs; "" when the title does not tell."""
    if _POLITICAL.search(title):
        return Mandate.POLITICAL.value
    return Mandate.OFFICIAL.value if _OFFICIAL.search(title) else ""
