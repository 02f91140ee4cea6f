"""Which paragraphs of a manuscript the structured parts of the agreement print instead."""

import re
from collections.abc import Container, Sequence

from agreements import tree
from agreements.choices import Block, ParagraphRole
from agreements.manuscript.proposal import Facts, Proposal
from agreements.manuscript.recognition import front
from core.text import search_key
from intake.paragraphs import Paragraph
from intake.recognition import headings, registry_numbers
from intake.recognition.dates import first_day
from intake.recognition.organisations import is_authority
from intake.recognition.signature_lines import LineKind, read_line

_PEOPLE = {ParagraphRole.PARTY, ParagraphRole.SIGNATORY, ParagraphRole.SIGNING}
_DATE_LABEL = re.compile(r"(?:datum|date)\s*:?\s*", re.IGNORECASE)


class Printed:
    """What need not stand in the running text, and where the blocks stand that print it.

    A paragraph goes only when its own words are printed elsewhere: what a person calls a party or
    a signatory and no block prints stays in the text, so nothing is lost. What counts is what was
    read in the paragraph, also where a person then wrote the fact otherwise.
    """

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        proposal: Proposal,
        *,
        has_signing: bool,
        is_draft: bool,
    ) -> None:
        self.paragraphs, self.roles, self.facts = paragraphs, proposal.roles, proposal.facts
        #: Whether lines of place and day need not stand in the text.
        self.has_signing = has_signing
        #: Whether the validity shall follow the facts, and need not keep its paragraphs.
        self.is_draft = is_draft
        self.words = _words_of_people(proposal.facts)
        #: Where a block comes, by the paragraph that it replaces.
        self.blocks: dict[int, Block] = {}
        #: Where lines of those who sign begin: no part of the section above.
        self.apart: set[int] = set()
        self.gone: set[int] = set()
        self._front()
        self._people()
        self._validity()

    def _front(self) -> None:
        numbers = {party.registry_number for party in self.facts.parties}
        label = None
        for at, role in enumerate(self.roles):
            text = " ".join(self.paragraphs[at].text.split())
            if role == ParagraphRole.REGISTRY_NUMBER:
                said = [number for number, _whose in registry_numbers.numbers_in(text)]
                if not said and registry_numbers.label_of(text):
                    label = at
                    continue
                if numbers.issuperset(said or [text]):
                    self.gone |= {at} if label is None else {at, label}
                label = None
            elif self._is_in_front(role, text):
                self.gone.add(at)

    def _is_in_front(self, role: str, text: str) -> bool:
        """Tell whether the head of the agreement prints the paragraph, or nothing shall."""
        if role == ParagraphRole.TITLE:
            return text in self.facts.title
        if role == ParagraphRole.SUBTITLE:
            return text in self.facts.subtitle
        if role == ParagraphRole.DOCUMENT_DATE:
            return self._is_document_date(text)
        return role == ParagraphRole.LEFT_OUT

    def _is_document_date(self, text: str) -> bool:
        if self.facts.document_date is None:
            return False
        bare = _DATE_LABEL.sub("", text, count=1)
        return not bare or (front.is_date(bare) and first_day(bare) == self.facts.document_date)

    def _people(self) -> None:
        """Put a block in the place of those who sign, and one in that of the parties.

        Where some sign, the parties have a block only under a heading of their own.
        """
        runs = self._runs()
        said = [run for run in runs if any(self.roles[at] in _PEOPLE for at in run)]
        self.apart = {run[0] for run in said if self._is_signature_block(run)}
        runs = [run for run in runs if any(self._is_said(at) for at in run)]
        signing = [run for run in runs if run[0] in self.apart]
        parties = [run for run in runs if run not in signing]
        if signing:
            parties = [run for run in parties if self._is_under_parties(run)]
        for run in signing:
            self._replace(run, Block.SIGNATURES)
        for run in parties[:1]:
            # When and where it was signed stands with the signatures only.
            self._replace(run, Block.PARTIES, unsaid={ParagraphRole.SIGNING})

    def _replace(self, run: list[int], block: Block, unsaid: Container[str] = ()) -> None:
        for at in run:
            if self._is_said(at) and self.roles[at] not in unsaid:
                self.gone.add(at)
                if block not in self.blocks.values():
                    self.blocks[at] = block

    def _runs(self) -> list[list[int]]:
        """Return the lines of people that stand together, with what is left out among them."""
        runs: list[list[int]] = []
        for at, role in enumerate(self.roles):
            if role not in _PEOPLE and role != ParagraphRole.LEFT_OUT:
                continue
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        return runs

    def _is_signature_block(self, run: list[int]) -> bool:
        """Tell whether those who sign stand here: not under “Parter”, nor before all text."""
        if all(self.roles[at] == ParagraphRole.PARTY for at in run):
            return False
        if self._is_under_parties(run):
            return False
        text = {ParagraphRole.TEXT, ParagraphRole.DUTY, ParagraphRole.GOAL, ParagraphRole.VALIDITY}
        return any(role in text for role in self.roles[: run[0]])

    def _is_under_parties(self, run: list[int]) -> bool:
        head = next(
            (at for at in range(run[0], -1, -1) if self.roles[at] == ParagraphRole.HEADING), None
        )
        if head is None:
            return False
        return bool(headings.PARTIES.match(headings.words(self.paragraphs[head].text)))

    def _is_said(self, at: int) -> bool:
        """Tell whether a block of people prints all that the line says."""
        role, text = self.roles[at], self.paragraphs[at].text
        if role not in _PEOPLE:
            return False
        said = read_line(text)
        if role == ParagraphRole.SIGNING:
            return bool(said and said.kind == LineKind.SIGNING and self.has_signing)
        texts = [said.text, said.more] if said and said.text else [text]
        return all(self._is_word(one) for one in filter(None, texts))

    def _is_word(self, text: str) -> bool:
        if is_authority(text) and any(is_authority(word) for word in self.words):
            return True  # "Polisen" and "Polismyndigheten" are one
        return search_key(text) in self.words or all(
            search_key(part) in self.words for part in text.split(", ")
        )

    def _validity(self) -> None:
        """Let the block print the validity where a paragraph says that and nothing else.

        In a draft also where the same paragraph goes on with the renewal: the days there would
        still stand when the facts are given others.
        """
        validity, renewal = self.facts.validity_text, self.facts.renewal_text
        said = {validity} - {renewal}
        if self.is_draft and said and renewal:
            said.add(f"{validity} {renewal}")
        for at, role in enumerate(self.roles):
            text = " ".join(self.paragraphs[at].text.split())
            if role == ParagraphRole.VALIDITY and text and text in said:
                self.blocks[at] = Block.VALIDITY
                self.gone.add(at)
                return


def _words_of_people(facts: Facts) -> set[str]:
    """Return the words that the blocks of parties and signatures print, as search keys."""
    words: set[str] = set()
    for party in facts.parties:
        words |= {party.name, party.display_name}
        for person in party.signatories:
            words |= _words_of(person)
    return {search_key(word) for word in words if word}


def _words_of(person: tree.Signatory) -> set[str]:
    parts = {person.name, person.title, person.unit}
    return parts | set(person.title.split(", ")) | set(person.unit.split(", "))
