"""What the paragraphs of a manuscript are: a proposal, for a person to decide on."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from agreements.choices import ParagraphRole
from agreements.manuscript.proposal import Facts, Proposal, RecognisedParty
from agreements.manuscript.recognition.duties import duties_of, mark_duties
from agreements.manuscript.recognition.front import another_begins, mark_front, title_of
from agreements.manuscript.recognition.goals import mark_goals, mark_goals_by_form
from agreements.manuscript.recognition.headings import levels as heading_levels
from agreements.manuscript.recognition.headings import mark_headings
from agreements.manuscript.recognition.marks import Marks
from agreements.manuscript.recognition.parties import recognise_parties
from agreements.manuscript.recognition.signatories import (
    SignatureBlock,
    mark_signatories,
    signature_blocks,
)
from agreements.manuscript.recognition.validity import mark_validity, validity_of
from intake.paragraphs import Paragraph
from intake.recognition.dates import first_day
from intake.recognition.organisations import same

LONGEST_TITLE = 500
# The law that such agreements rest on since 2023; others are mentioned for other reasons.
_LAW = re.compile(
    r"\blag(?:en)?\s*\(2023:196\)(?P<name>\s+om\s+kommuners\s+ansvar\s+för\s+brottsförebyggande"
    r"\s+arbete)?",
    re.IGNORECASE,
)
_LAW_NAME = "Lag (2023:196) om kommuners ansvar för brottsförebyggande arbete"
_NONE: Mapping[int, int] = MappingProxyType({})


def propose(
    paragraphs: Sequence[Paragraph],
    roles: Mapping[int, str] = MappingProxyType({}),
    levels: Mapping[int, int] = _NONE,
) -> Proposal:
    """Return a role for each of `paragraphs` and what the text says of itself.

    `roles` and `levels` are what a person has decided, by the place of the paragraph: they are
    kept, and the facts are read from the paragraphs as they then are.
    """
    marks = Marks(paragraphs, roles)
    other = another_begins(paragraphs)
    if other is not None:
        marks.end = other
        for at in range(other, len(paragraphs)):
            marks.give(at, ParagraphRole.TEXT)
    mark_front(marks)
    mark_signatories(marks)
    mark_goals_by_form(marks)
    mark_headings(marks)
    mark_goals(marks)
    mark_validity(marks)
    mark_duties(marks)
    blocks = signature_blocks(marks)
    parties, of_no_party = recognise_parties(marks, blocks)
    for at in of_no_party:
        # No block prints it, so it stays in the text.
        if at not in marks.decided:
            marks.roles[at] = ParagraphRole.SIGNATORY
    _leave_out_letterhead(marks, parties)
    marks.roles = [role or ParagraphRole.TEXT.value for role in marks.roles]
    facts = _facts(marks, parties, blocks)
    return Proposal(
        roles=tuple(str(role) for role in marks.roles),
        levels=heading_levels(marks, levels),
        facts=facts,
    )


def _leave_out_letterhead(marks: Marks, parties: Sequence[RecognisedParty]) -> None:
    """Leave out a party's name that stands alone above the text: the parties' names head it."""
    names = [name for party in parties for name in (party.name, party.display_name) if name]
    first = next(iter(marks.having(ParagraphRole.HEADING)), len(marks.roles))
    for at in range(first):
        if marks.is_free(at) and any(same(marks.paragraphs[at].text, name) for name in names):
            marks.give(at, ParagraphRole.LEFT_OUT)


def _facts(marks: Marks, parties: tuple, blocks: list[SignatureBlock]) -> Facts:
    signings = [one for block in blocks for one in block.signings.values()]
    # A place and a day tell it beside those who sign, and a day alone does: not where nobody signs.
    has_days = any(one.on for block in blocks if block.people for one in block.signings.values())
    has_people = any(party.signatories for party in parties)
    # People sign also where the text does not tell for whom.
    has_own_days = len({(one.text, one.on) for one in signings}) > 1
    sign = (one for block in blocks for one in block.people if has_own_days or one.titles)
    has_signed = any(one.signing and one.signing.on for one in sign)
    validity = validity_of(marks)
    dates = (first_day(marks.paragraphs[at].text) for at in marks.having("document_date"))
    places = {one.text for one in signings if one.text and one.on}
    named_law = any(_LAW.search(one.text) for one in marks.paragraphs)
    return Facts(
        title=title_of(marks, ParagraphRole.TITLE)[:LONGEST_TITLE],
        subtitle=title_of(marks, ParagraphRole.SUBTITLE)[:LONGEST_TITLE],
        document_date=next((one for one in dates if one), None),
        is_signed=has_signed or (has_people and (bool(places) or has_days)),
        # Signed by all when the last has signed; each one's own day stands at the name.
        signed_on=max((one.on for one in signings if one.on), default=None),
        signed_at=places.pop() if len(places) == 1 else "",
        valid_from=validity.period and validity.period.first,
        valid_to=validity.period and validity.period.last,
        validity_text=validity.text,
        renewal_rule=validity.rule,
        renewal_text=validity.renewal_text,
        legal_basis=(_LAW_NAME,) if named_law else (),
        parties=parties,
        duties=duties_of(marks),
        another=" ".join(marks.paragraphs[marks.end].text.split())
        if marks.end < len(marks.paragraphs)
        else "",
    )
