"""Those who sign: which lines say who they are, and for which party each signs."""

from collections.abc import Sequence

from agreements.choices import ParagraphRole
from agreements.manuscript.recognition.marks import Marks
from intake.paragraphs import Paragraph
from intake.recognition import headings
from intake.recognition.organisations import is_short_name
from intake.recognition.signature_blocks import Line, SignatureBlock, read_block
from intake.recognition.signature_lines import LineKind, Said, read_line, unread

# A place and date alone say that it was signed, when they stand among the last lines.
_NEAR_END = 15
_DECIDED = {ParagraphRole.SIGNATORY: LineKind.NAME, ParagraphRole.PARTY: LineKind.ORGANISATION}


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
    return [read_block(_lines(marks, run)) for run in runs]


def _lines(marks: Marks, places: Sequence[int]) -> list[Line]:
    """Return the lines at `places` that say something; columns of a table one after the other."""
    lines: list[Line] = []
    ordered = _by_column(marks, places)
    for at, following in zip(ordered, [*ordered[1:], None], strict=True):
        text, decided = marks.paragraphs[at].text, marks.decided.get(at)
        said = read_line(text)
        if said is None and decided in _DECIDED and is_short_name(text):
            # What a person says of a line tells more than how it is written.
            said = Said(_DECIDED[decided], text)
        if said is None and lines:
            after = None if following is None else read_line(marks.paragraphs[following].text)
            in_party = any(line.said.opens for line in lines)
            said = unread(lines[-1].said, text, after, in_party=in_party)
        if said is not None and decided == ParagraphRole.LEFT_OUT:
            said = Said(LineKind.FURNITURE)
        if said is not None:
            lines.append(Line(at, marks.paragraphs[at].column, said))
    return lines


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
    zone: list[int] = []
    before, in_party = None, False
    for at in range(start, len(marks.roles)):
        if not _may_be_line(marks, at):
            break
        said = read_line(marks.paragraphs[at].text)
        if said is None and zone:
            after = _said(marks, at + 1) if at + 1 < len(marks.roles) else None
            # A name that cannot be read stays where it stands.
            if after is not None or at + 1 == marks.end:
                said = unread(before, marks.paragraphs[at].text, after, in_party=in_party)
        if said is None:
            break
        zone.append(at)
        before, in_party = said, in_party or said.opens
    return zone


def _said(marks: Marks, at: int) -> Said | None:
    return read_line(marks.paragraphs[at].text) if _may_be_line(marks, at) else None


def _may_be_line(marks: Marks, at: int) -> bool:
    one = marks.paragraphs[at]
    is_heading = one.is_heading or (headings.is_known(one) and not one.column)
    return _is_open(marks, at) and not one.is_item and not is_heading


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
        zone = _without_text(marks, _run_from(marks, at))
        if zone and _is_block(marks, zone):
            best = zone
        at = (zone[-1] if zone else at) + 1
    return best


def _without_text(marks: Marks, zone: list[int]) -> list[int]:
    """Return `zone` without the lines of the section that it stands in, which look like names.

    So stands “Tryggare Ekeby” under “Mål”, or above the first “För X kommun”.
    """
    said = [_said(marks, at) for at in zone]
    own = 0
    while own < len(zone) and _is_bare_name(said[own], (said + [None])[own + 1]):
        own += 1
    if not own or not zone[0]:
        return zone
    before = marks.paragraphs[zone[0] - 1]
    if _is_over_signatures(before):
        return zone
    parts = (LineKind.SIGNING, LineKind.FURNITURE)
    first = next((one for one in said[own:] if one is not None and one.kind not in parts), None)
    is_under = before.is_heading or headings.is_known(before)
    return zone[own:] if is_under or (first is not None and first.opens) else zone


def _is_bare_name(said: Said | None, after: Said | None) -> bool:
    is_name = said is not None and said.kind == LineKind.NAME and not said.more and not said.on
    return is_name and (after is None or after.kind not in (LineKind.TITLE, LineKind.UNIT))


def _is_over_signatures(before: Paragraph) -> bool:
    return bool(headings.SIGNATURES.match(headings.words(before.text)))


def _is_block(marks: Marks, zone: list[int]) -> bool:
    said = [line.said for line in _lines(marks, zone)]
    kinds = [one.kind for one in said]
    if not {LineKind.NAME, LineKind.TITLE, LineKind.ORGANISATION} & set(kinds):
        return LineKind.SIGNING in kinds and zone[-1] > marks.end - _NEAR_END
    before = marks.paragraphs[zone[0] - 1] if zone[0] else None
    under_heading = before is not None and _is_over_signatures(before)
    is_stamped = any(one.on for one in said)
    if under_heading or is_stamped or LineKind.SIGNING in kinds or LineKind.FURNITURE in kinds:
        return True
    if before is not None and (headings.is_known(before) or before.text.endswith(":")):
        # "Kontaktpersoner", "Styrgruppen består av:".
        return False
    named = any(
        one.kind == LineKind.NAME and (one.more or following in (LineKind.TITLE, LineKind.UNIT))
        for one, following in zip(said, [*kinds[1:], None], strict=True)
    )
    named = named or (LineKind.NAME in kinds and sum(one.opens for one in said) > 1)
    return named and zone[-1] == marks.end - 1


def _mark(marks: Marks, zone: list[int]) -> None:
    block = read_block(_lines(marks, zone))
    for person in block.people:
        for at in person.places:
            marks.give(at, ParagraphRole.SIGNATORY)
    for at in block.others:
        marks.give(at, ParagraphRole.SIGNATORY)
    for at in block.heads:
        marks.give(at, ParagraphRole.PARTY)
    for at in block.signings:
        marks.give(at, ParagraphRole.SIGNING)
    for at in block.furniture:
        marks.give(at, ParagraphRole.LEFT_OUT)
