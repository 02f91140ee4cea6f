"""Those who sign: which lines say who they are, and for which party each signs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.signature_lines import LineKind, Said, read_line
from intake.recognition import headings
from intake.recognition.organisations import (
    is_authority,
    is_generic,
    is_known,
    is_short_name,
    kind_of,
    same,
)
from partnerships.choices import OrganisationKind

# A place and date alone say that it was signed, when they stand among the last lines.
_NEAR_END = 15
_POLICE_TITLE = re.compile(r"polis|\blpo\b", re.IGNORECASE)
_MUNICIPAL_TITLE = re.compile(r"\bkommun|social(?:direktör|chef)|borgar", re.IGNORECASE)
_REGIONAL_TITLE = re.compile(r"\bregion(?:råd|direktör|styrelsens)", re.IGNORECASE)
_DECIDED = {ParagraphRole.SIGNATORY: LineKind.NAME, ParagraphRole.PARTY: LineKind.ORGANISATION}


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


def mark_signatories(marks: Marks) -> None:
    """Give the lines of the party section and of the signature block their roles."""
    for zone in (_party_zone(marks), _closing_zone(marks)):
        if zone:
            _mark(marks, zone)


def signature_blocks(marks: Marks) -> list[SignatureBlock]:
    """Return what the lines with roles of people say, as they are marked; title pages apart."""
    places = marks.having(
        ParagraphRole.PARTY, ParagraphRole.SIGNATORY, ParagraphRole.SIGNING, ParagraphRole.LEFT_OUT
    )
    runs: list[list[int]] = []
    for at in places:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [read_block(marks, run) for run in runs]


def read_block(marks: Marks, places: Sequence[int]) -> SignatureBlock:
    """Return what the lines at `places` say; columns of a table are read one after the other."""
    lines = []
    for at in _by_column(marks, places):
        text, decided = marks.paragraphs[at].text, marks.decided.get(at)
        said = read_line(text)
        if said is None and decided in _DECIDED and is_short_name(text):
            # What a person says of a line tells more than how it is written.
            said = Said(_DECIDED[decided], text)
        if said is not None and decided == ParagraphRole.LEFT_OUT:
            said = Said(LineKind.FURNITURE)
        if said is not None:
            lines.append((at, said))
    return _read(marks, lines)


def _read(marks: Marks, lines: list[tuple[int, Said]]) -> SignatureBlock:
    block = SignatureBlock()
    kinds = [said.kind for _at, said in lines]
    has_heads = _begins_with_party(kinds)
    personal = [kind for kind in kinds if kind in (LineKind.NAME, LineKind.TITLE)]
    title_first = personal[:1] == [LineKind.TITLE] and LineKind.NAME in personal
    head, person, signing, column = "", None, None, 0
    for number, (at, said) in enumerate(lines):
        if marks.paragraphs[at].column != column:
            column = marks.paragraphs[at].column
            head, person, signing = ("" if has_heads else head), None, None
        if said.kind == LineKind.FURNITURE:
            block.furniture.append(at)
            person = person if person and not person.name and not person.titles else None
        elif said.kind == LineKind.SIGNING:
            if signing and person is None and not (signing.text and signing.on):
                # "Ort: Ekstad" and "Datum: 2024-01-10" are two lines.
                text, on = said.text or signing.text, said.on or signing.on
                said = replace(said, text=text, on=on)
            block.signings[at] = signing = said
            person = None
        elif said.kind == LineKind.ORGANISATION and has_heads and same(said.text, head):
            block.furniture.append(at)
        elif said.kind == LineKind.ORGANISATION and is_generic(said.text):
            block.furniture.append(at)
            head, person = said.text, None
        elif said.kind == LineKind.ORGANISATION and has_heads and _opens(lines, number, person):
            block.heads[at] = head = said.text
            person = None
        elif said.kind in (LineKind.ORGANISATION, LineKind.UNIT):
            if person is not None:
                person.units.append(said.text)
                person.places.append(at)
        else:
            begins = _begins(person, said, title_first)
            if begins:
                person = Person(head=head, column=column, signing=signing)
                block.people.append(person)
            if said.kind == LineKind.NAME:
                person.name = said.text
            if said.kind == LineKind.TITLE or said.more:
                title, comma, unit = (said.more or said.text).rpartition(", ")
                if comma and is_known(unit):
                    person.titles.append(title)
                    person.units.append(unit)
                else:
                    person.titles.append(said.more or said.text)
            person.places.append(at)
    block.people = [one for one in block.people if one.name or one.titles]
    return block


def _begins_with_party(kinds: list[LineKind]) -> bool:
    """Tell whether the lines begin with a party, so that people stand under parties."""
    telling = [kind for kind in kinds if kind not in (LineKind.FURNITURE, LineKind.SIGNING)]
    return telling[:1] == [LineKind.ORGANISATION]


def _opens(lines: list[tuple[int, Said]], number: int, person: Person | None) -> bool:
    """Tell whether a party line begins a party's own lines rather than ends a person's.

    It ends them when the person has a title already and no name or blank line follows.
    """
    if person is None or not person.titles:
        return True
    kinds = [said.kind for _at, said in lines]
    texts = [said.text for _at, said in lines[number : number + 2]]
    if kinds[number + 1 : number + 2] == [LineKind.ORGANISATION] and is_authority(texts[0]):
        # "Polismyndigheten", and below it the part of it.
        return kind_of(texts[1]) == OrganisationKind.POLICE
    following = next((kind for kind in kinds[number + 1 :] if kind != LineKind.UNIT), None)
    return following in (LineKind.NAME, LineKind.FURNITURE, LineKind.SIGNING, LineKind.TITLE)


def _begins(person: Person | None, said: Said, title_first: bool) -> bool:
    if person is None:
        return True
    if title_first:
        return bool(person.name) if said.kind == LineKind.TITLE else bool(person.name)
    return said.kind == LineKind.NAME


def _by_column(marks: Marks, places: Sequence[int]) -> list[int]:
    """Return the places with each table's cells in the order of its columns."""
    ordered: list[int] = []
    table: list[int] = []
    for at in places:
        if marks.paragraphs[at].column and (not table or table[-1] == at - 1):
            table.append(at)
            continue
        ordered += sorted(table, key=lambda one: marks.paragraphs[one].column)
        table = [at] if marks.paragraphs[at].column else []
        if not table:
            ordered.append(at)
    return ordered + sorted(table, key=lambda one: marks.paragraphs[one].column)


def _party_zone(marks: Marks) -> list[int]:
    """Return the lines under a heading such as “Parter”, when they are such lines."""
    for at, one in enumerate(marks.paragraphs):
        if marks.roles[at] not in ("", ParagraphRole.HEADING) or not headings.is_known(one):
            continue
        if headings.PARTIES.match(headings.words(one.text)):
            marks.give(at, ParagraphRole.HEADING)
            zone = _run_from(marks, at + 1)
            return zone if any(_is_organisation(marks, line) for line in zone) else []
    return []


def _is_organisation(marks: Marks, at: int) -> bool:
    said = read_line(marks.paragraphs[at].text)
    return said is not None and said.kind == LineKind.ORGANISATION


def _run_from(marks: Marks, start: int) -> list[int]:
    zone = []
    for at in range(start, len(marks.roles)):
        one = marks.paragraphs[at]
        if not _is_open(marks, at) or one.is_item or one.is_heading or headings.is_known(one):
            break
        if read_line(one.text) is None:
            break
        zone.append(at)
    return zone


def _is_open(marks: Marks, at: int) -> bool:
    return marks.is_free(at) or marks.roles[at] in (
        ParagraphRole.PARTY,
        ParagraphRole.SIGNATORY,
        ParagraphRole.SIGNING,
        ParagraphRole.LEFT_OUT,
    )


def _closing_zone(marks: Marks) -> list[int]:
    """Return the last run of lines that is a signature block, or nothing.

    A name with a title is proof at the very end only: a group's members are written so too.
    """
    count, at, best = len(marks.roles), 0, []
    while at < count:
        zone = _run_from(marks, at)
        if zone and _is_block(marks, zone):
            best = zone
        at = (zone[-1] if zone else at) + 1
    return best


def _is_block(marks: Marks, zone: list[int]) -> bool:
    said = [read_line(marks.paragraphs[at].text) for at in zone]
    kinds = [one.kind for one in said]
    if (
        LineKind.NAME not in kinds
        and LineKind.TITLE not in kinds
        and LineKind.ORGANISATION not in kinds
    ):
        return LineKind.SIGNING in kinds and zone[-1] > marks.end - _NEAR_END
    before = marks.paragraphs[zone[0] - 1] if zone[0] else None
    under_heading = before is not None and bool(
        headings.SIGNATURES.match(headings.words(before.text))
    )
    if under_heading or LineKind.SIGNING in kinds or LineKind.FURNITURE in kinds:
        return True
    if before is not None and (headings.is_known(before) or before.text.endswith(":")):
        # "Kontaktpersoner", "Styrgruppen består av:".
        return False
    named = any(
        one.kind == LineKind.NAME and (one.more or following in (LineKind.TITLE, LineKind.UNIT))
        for one, following in zip(said, [*kinds[1:], None], strict=True)
    )
    return named and zone[-1] == marks.end - 1


def _mark(marks: Marks, zone: list[int]) -> None:
    block = read_block(marks, zone)
    for person in block.people:
        for at in person.places:
            marks.give(at, ParagraphRole.SIGNATORY)
    for at in block.heads:
        marks.give(at, ParagraphRole.PARTY)
    for at in block.signings:
        marks.give(at, ParagraphRole.SIGNING)
    for at in block.furniture:
        marks.give(at, ParagraphRole.LEFT_OUT)
