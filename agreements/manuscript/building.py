"""Paragraphs and what was decided of them → the content tree of a new agreement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from agreements import tree
from agreements.choices import AgreementKind, Block, ParagraphRole
from agreements.manuscript.printed import Printed
from agreements.manuscript.proposal import Facts, Proposal
from agreements.manuscript.recognition.goals import stated
from documents.choices import BlockStyle
from intake.paragraphs import Paragraph
from intake.recognition import headings
from intake.rich_text import running_text

LONGEST_HEADING = 500
_GOALS = {ParagraphRole.GOAL, ParagraphRole.SUB_GOAL}


def build(
    paragraphs: Sequence[Paragraph], proposal: Proposal, facts: Facts | None = None
) -> tree.AgreementTree:
    """Return the agreement that `paragraphs` are, with the roles of `proposal`.

    `facts` are those that a person decided, else those of the proposal. Goals, parties, signatures
    and validity become blocks where they stand; all else is running text, but for what is left out
    and what the front of the agreement prints.
    """
    return _Builder(paragraphs, proposal, facts or proposal.facts).build()


@dataclass
class _Section:
    """A section on its way: its parts are paragraphs of text, and blocks."""

    heading: str = ""
    level: int = 1
    parts: list[Paragraph | Block] = field(default_factory=list)
    sections: list["_Section"] = field(default_factory=list)
    place: tuple[int, ...] = ()


class _Builder:
    """Builds one tree."""

    def __init__(self, paragraphs: Sequence[Paragraph], proposal: Proposal, facts: Facts) -> None:
        self.paragraphs, self.proposal = paragraphs, proposal
        self.roles, self.facts = proposal.roles, facts
        self.section_of: dict[int, _Section] = {}
        self.numbered = False
        #: What stands between a goal and its sub-goals ("Delmålen är:"), by the goal's place.
        self.leads = dict(self.leads_to_sub_goals())

    def build(self) -> tree.AgreementTree:
        facts = self.facts
        top = self.nested(self.sections())
        return tree.AgreementTree(
            title=facts.title,
            subtitle=facts.subtitle,
            kind=AgreementKind.AGREEMENT.value,
            document_date=facts.document_date,
            signed=facts.is_signed,
            signed_on=facts.signed_on if facts.is_signed else None,
            signed_at=facts.signed_at if facts.is_signed else "",
            valid_from=facts.valid_from,
            valid_to=facts.valid_to,
            validity_text=facts.validity_text,
            renewal_rule=facts.renewal_rule,
            renewal_text=facts.renewal_text,
            legal_basis=facts.legal_basis,
            parties=_parties(facts),
            sections=tuple(self.section(one) for one in top),
            goals=self.goals(),
            duties=self.duties(),
        )

    def sections(self) -> list[_Section]:
        """Return the sections in the order of the text, not yet nested."""
        printed = Printed(
            self.paragraphs,
            self.proposal,
            has_signing=self.facts.is_signed or self.facts.is_begun_anew,
            is_draft=not self.facts.is_signed,
        )
        said_with_goals = {at for leads in self.leads.values() for at in leads}
        found = [_Section()]
        has_goals = False
        for at, one in enumerate(self.paragraphs):
            role, block = self.roles[at], printed.blocks.get(at)
            if role == ParagraphRole.HEADING and len(one.text) <= LONGEST_HEADING:
                found.append(_Section(" ".join(one.text.split()), self.proposal.levels[at]))
            elif at in printed.apart and not headings.SIGNATURES.match(
                headings.words(found[-1].heading)
            ):
                found.append(_Section())
            if role in _GOALS and not has_goals:
                has_goals = True
                self.numbered = one.is_ordered
                found[-1].parts.append(Block.GOALS)
            elif block:
                found[-1].parts.append(block)
            elif self.is_text(at) and at not in printed.gone and at not in said_with_goals:
                found[-1].parts.append(one)
            self.section_of[at] = found[-1]
        return [one for one in found if one.heading or one.parts]

    def is_text(self, at: int) -> bool:
        role = self.roles[at]
        if role == ParagraphRole.HEADING:
            return len(self.paragraphs[at].text) > LONGEST_HEADING
        return role not in _GOALS

    def nested(self, sections: list[_Section]) -> list[_Section]:
        """Put each section under the nearest one before it that is above it; return the top."""
        top: list[_Section] = []
        path: list[_Section] = []
        for one in sections:
            while path and path[-1].level >= one.level:
                path.pop()
            siblings = path[-1].sections if path else top
            siblings.append(one)
            one.place = (*(path[-1].place if path else ()), len(siblings))
            path.append(one)
        return top

    def section(self, one: _Section) -> tree.Section:
        return tree.Section(
            heading=one.heading,
            parts=tuple(self.parts(one.parts)),
            sections=tuple(self.section(below) for below in one.sections),
        )

    def parts(self, pieces: list[Paragraph | Block]) -> list[tree.TextPart | tree.BlockPart]:
        parts: list[tree.TextPart | tree.BlockPart] = []
        text: list[Paragraph] = []
        for piece in [*pieces, None]:
            if isinstance(piece, Paragraph):
                text.append(piece)
                continue
            parts += [tree.TextPart(text=html) for html in running_text(text)]
            text = []
            if piece is not None:
                parts.append(tree.BlockPart(block=piece.value, style=self.style(piece)))
        return parts

    def style(self, block: Block) -> str:
        if block != Block.GOALS:
            return ""
        return BlockStyle.NUMBERED.value if self.numbered else BlockStyle.DASH.value

    def leads_to_sub_goals(self) -> Iterator[tuple[int, list[int]]]:
        """Give each goal with the text that leads from it to its sub-goals.

        It is printed with the goal, whose text it ends: anywhere else it would lose its place.
        """
        for goal, role in enumerate(self.roles):
            if role != ParagraphRole.GOAL:
                continue
            end = goal + 1
            while end < len(self.roles) and self.roles[end] == ParagraphRole.TEXT:
                end += 1
            leads = range(goal + 1, end)
            has_items = any(self.paragraphs[at].is_item for at in leads)
            if leads and self.roles[end : end + 1] == (ParagraphRole.SUB_GOAL,) and not has_items:
                yield goal, list(leads)

    def goals(self) -> tuple[tree.Goal, ...]:
        goals: list[tuple[str, list[tree.Goal]]] = []
        for at, role in enumerate(self.roles):
            if role not in _GOALS:
                continue
            *before, last = stated(self.paragraphs[at].text)
            leads = (self.paragraphs[one].text for one in self.leads.get(at, ()))
            for text in (*before, "\n".join((last, *leads))):
                if role == ParagraphRole.SUB_GOAL and goals:
                    goals[-1][1].append(tree.Goal(text=text))
                else:
                    goals.append((text, []))
        return tuple(tree.Goal(text=text, goals=tuple(below)) for text, below in goals)

    def duties(self) -> tuple[tree.Duty, ...]:
        return tuple(
            tree.Duty(
                subject=one.subject,
                strength=one.strength,
                every=one.every,
                responsible=one.responsible,
                decided_by=one.decided_by,
                recipient=one.recipient,
                section=self.section_of[one.paragraph].place,
                text=one.text,
            )
            for one in self.facts.duties
        )


def _parties(facts: Facts) -> tuple[tree.Party, ...]:
    return tuple(
        tree.Party(
            organisation=one.name,
            kind=one.kind,
            display_name=one.display_name,
            registry_number=one.registry_number,
            signatories=one.signatories,
        )
        for one in facts.parties
    )
