"""The structured blocks of an agreement in a Word file: what the templates of the page print.

The words are those of `templates/agreements/document/` and `items/`; each field that stands alone
in its paragraph has a mark of its own, so that it can be changed in Word.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agreements import phrases as words
from agreements import tree
from agreements.choices import Block
from agreements.outline import goal_groups, signing_parties
from agreements.word.masthead import write_masthead
from core.templatetags.typography import in_words
from desk.printing.letterhead import in_letterhead_order
from desk.word.blocks import TEXT_WIDTH, Blocks, mark
from desk.word.marks import Mark
from desk.word.sheet import Columns

#: Of the columns of the two tables, in twips.
SEAT_WIDTHS, DUTY_WIDTHS = (3600, 3100, 1800), (4000, 1000, 1900, 1600)


class AgreementBlocks(Blocks):
    """Writes the blocks of an agreement."""

    def masthead(self) -> None:
        write_masthead(self.sheet, self.content, self.letterhead)

    def front(self) -> None:
        for code, said in (
            ("subt", self.content.subtitle),
            ("above", words.belongs_to(self.content)),
        ):
            if said:
                self.sheet.line("Subtitle", said, mark(code, self.content))

    def closing(self) -> None:
        """Write what was decided after the signing."""
        decisions = words.decisions_after(self.content)
        if decisions:
            self.heading(_("Decisions after the signing"), 1, self.mark_of_document())
            for decision in decisions:
                self.sheet.line("Normal", decision, self.mark_of_document())

    def write(self, block: str, *, style: str, level: int) -> None:
        """Write one block; `level` is that of Word's headings inside it."""
        {
            Block.PARTIES: self.parties,
            Block.GOALS: lambda: self.goals(style),
            Block.BODIES: lambda: self.bodies(level),
            Block.DUTIES: self.duties,
            Block.VALIDITY: self.validity,
            Block.SIGNATURES: self.signatures,
            Block.APPENDICES: lambda: self.appendices(level),
        }[Block(block)]()

    def parties(self) -> None:
        """Write who the parties are, with those who sign for them, one column each."""
        if not self.content.parties:
            return
        with self._columns(self.content.parties) as columns:
            for party in self.content.parties:
                with columns.cell():
                    self.sheet.line("PartyName", party.name, mark("party", party))
                    for person in party.signatories:
                        self._person(person)

    def _person(self, person: tree.Signatory) -> None:
        if person.name:
            self.sheet.line("Person", person.name, mark("name", person))
        elif not person.title:
            self.sheet.line("Person", _("Unnamed signatory"), mark("prow", person))
        if person.title:
            self.sheet.line("Small", person.title, mark("role", person))
        if person.unit:
            self.sheet.line("Small", person.unit, mark("unit", person))

    def goals(self, style: str) -> None:
        """Write the goals: paragraphs that lead to lists, and lists in lists under them."""
        for group in goal_groups(self.content.goals):
            if group.lead:
                self.sheet.line("Normal", group.lead.text, mark("goal", group.lead))
            if group.goals:
                self._goal_list(group.goals, self.sheet.numbering.for_style(style))

    def _goal_list(self, goals: tuple[tree.Goal, ...], list_id: int) -> None:
        # Without recursion, as on the page: lists in a file can be very deep.
        waiting = [(goal, 0) for goal in reversed(goals)]
        while waiting:
            goal, level = waiting.pop()
            at = (list_id, min(level, 8))
            self.sheet.line("ListParagraph", goal.text, mark("goal", goal), number=at)
            waiting += [(one, level + 1) for one in reversed(goal.goals)]

    def bodies(self, level: int) -> None:
        """Write the bodies with their seats."""
        for body in self.content.bodies:
            self.heading(body.name, level, mark("body", body))
            facts = _facts(body)
            if facts:
                self.sheet.line("Small", facts, mark("facts", body))
            if body.mandate:
                self.sheet.line("Normal", body.mandate, mark("mand", body))
            if body.decides:
                said = _("Decides on %(what)s.") % {"what": in_words(words.decisions(body))}
                self.sheet.line("Small", said, mark("decis", body))
            if body.seats:
                self._seats(body)

    def _seats(self, body: tree.Body) -> None:
        """Write the seats of a body as a table."""
        heads = [pgettext("column", "Seat"), _("Organisation"), pgettext("seat", "Role")]
        with self._table(heads, SEAT_WIDTHS) as table:
            for seat in body.seats:
                code = "seat" if seat_is_one_field(seat) else "sline"
                self._cell(table, _seat(seat), mark(code, seat))
                self._cell(table, seat.organisation, mark("sorg", seat))
                self._cell(table, words.role(seat), mark("srole", seat))

    def duties(self) -> None:
        """Write the duties as a table: the wording, below it what it is about, and its facts."""
        if not self.content.duties:
            return
        heads = [pgettext("duty", "What"), _("Must/should"), _("How often"), _("Decided by")]
        with self._table(heads, DUTY_WIDTHS) as table:
            for duty in self.content.duties:
                with table.cell():
                    if duty.text:
                        self.sheet.line("Cell", duty.text, mark("duty", duty))
                    facts = " · ".join(words.who_and_what(duty))
                    self.sheet.line("Small", facts, mark("dfact", duty))
                self._cell(table, words.strength(duty), mark("dmust", duty))
                self._cell(table, words.how_often(duty), mark("doft", duty))
                self._cell(table, duty.decided_by, mark("ddec", duty))

    @contextmanager
    def _table(self, heads: list[str], widths: tuple[int, ...]) -> Iterator[Columns]:
        """Append a table with a head that is printed again on each page; give what adds cells."""
        with self.sheet.table("Rows", widths) as table:
            for head in heads:
                with table.cell():
                    self.sheet.line("CellHead", head, mark("again", self.content))
            table.repeat_head()
            yield table

    def _cell(self, table: Columns, text: str, at: Mark | None) -> None:
        """Write the next cell; an empty one is a place to write in."""
        with table.cell():
            self.sheet.line("Cell", text, at)

    def validity(self) -> None:
        """Write when the agreement is valid and how it is renewed."""
        sentence = words.validity_sentence(self.content)
        if sentence:
            code = "valid" if sentence == self.content.validity_text else "vline"
            self.sheet.line("Normal", sentence, mark(code, self.content))
        renewal = words.printed_renewal(self.content)
        if renewal:
            self.sheet.line("Normal", renewal, mark("renew", self.content))

    def signatures(self) -> None:
        """Write one column for each party: lines to sign on, or who signed, where and when."""
        signing = self.content.signed is False
        place = words.signing_line(self.content)
        if not signing and place:
            self.sheet.line("Normal", place, mark("sgnd", self.content))
        parties = in_letterhead_order(signing_parties(self.content), self.letterhead)
        if not parties:
            return
        self.sheet.keep_with_next()
        with self._columns(parties, "Signatures") as columns:
            for party in parties:
                with columns.cell(mark("sgns", party)):
                    self._signing_party(party, signing)

    def _signing_party(self, party: tree.Party, signing: bool) -> None:
        self.sheet.line("PartyName", party.name)
        if signing:
            self.sheet.line("PlaceAndDate", _("Place and date"))
        for person in party.signatories:
            name = person.name or (_("Name in print") if signing else "")
            if name:
                at = mark("name", person) if person.name else None
                self.sheet.line("Signature" if signing else "Person", name, at)
            for code, said in (("role", person.title), ("unit", person.unit)):
                if said:
                    self.sheet.line("Small", said, mark(code, person))
            signed = words.signed_line(person)
            if signed:
                self.sheet.line("Small", signed)
        if signing and not party.signatories:
            self.sheet.line("Signature", _("Name and title"))

    def appendices(self, level: int) -> None:
        """Write the appendices: a heading and plain paragraphs each."""
        for appendix in self.content.appendices:
            self.heading(appendix.title, level, mark("app", appendix))
            self.sheet.plain(re.split("\n{2,}", appendix.text), mark("appt", appendix))

    def _columns(self, parties, style: str = "Columns"):
        number = min(len(parties), 2)
        return self.sheet.columns(style, number, wide=TEXT_WIDTH)


def seat_is_one_field(seat: tree.Seat) -> bool:
    """Tell whether what a seat is called is its title and nothing else."""
    return bool(seat.title) and not seat.name


def _seat(seat: tree.Seat) -> str:
    return ", ".join(one for one in (seat.name, seat.title) if one) or _("Unnamed seat")


def _facts(body: tree.Body) -> str:
    """Return the small line below a body's name."""
    said = [
        f"{body.number_text}." if body.number_text else "",
        _("Part of %(above)s.") % {"above": body.part_of} if body.part_of else "",
        f"{body.area}." if body.area else "",
        _("Meets %(when)s.") % {"when": body.meets} if body.meets else "",
    ]
    return " ".join(one for one in said if one)
