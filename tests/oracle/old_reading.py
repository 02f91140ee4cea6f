"""Rows → content tree, live or as of a change, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from agreements import tree
from agreements.choices import PartKind
from agreements.models import (
    Agreement,
    Appendix,
    Body,
    Duty,
    Goal,
    Party,
    Seat,
    Section,
    SectionPart,
    Signatory,
    Supersession,
)
from documents.models import Change


class Rows:
    """The rows of one document, live or as they stood after a change.

    One query a table. Both kinds of rows have the same columns, so the builders below do not
    know which they are given.
    """

    def __init__(self, document_id: int, as_of: Change | None) -> None:
        self.document_id = document_id
        self.as_of = as_of

    def of(self, model, *related: str) -> list:
        """Return the rows of `model` in order, with the foreign keys `related` read along."""
        if self.as_of is None:
            rows = model.objects.filter(document_id=self.document_id)
        else:
            rows = model.history.as_at(document_id=self.document_id, change_id=self.as_of.pk)
        # Without a name select_related would follow every foreign key there is.
        return sorted(rows.select_related(*related) if related else rows, key=_place)

    def grouped(self, model, by: str, *related: str) -> dict:
        """Return the rows of `model` in order, in lists by the column `by`."""
        groups = defaultdict(list)
        for row in self.of(model, *related):
            groups[getattr(row, by)].append(row)
        return groups


def _place(row) -> tuple[str, int]:
    return getattr(row, "rank", ""), row.id


def read_agreement(agreement: Agreement, as_of: Change | None = None) -> tree.AgreementTree:
    """Return the full tree of `agreement` as it is, or as it was once `as_of` had been made.

    Ten queries live, eleven as of a change, whatever the number of rows.
    """
    rows = Rows(agreement.document_id, as_of)
    top = agreement if as_of is None else rows.of(Agreement)[0]
    sections, places = _sections(rows)
    return tree.AgreementTree(
        **_node(top),
        title=top.title,
        language=agreement.document.language,
        subtitle=top.subtitle,
        kind=top.kind,
        document_date=top.document_date,
        signed=top.signed,
        signed_on=top.signed_on,
        signed_at=top.signed_at,
        valid_from=top.valid_from,
        valid_to=top.valid_to,
        validity_text=top.validity_text,
        renewal_rule=top.renewal_rule,
        renewal_text=top.renewal_text,
        revised_every=_interval(top.revised_every_n, top.revised_every_unit),
        terminated_on=top.terminated_on,
        terminated_by=top.terminated_by,
        termination_notified_on=top.termination_notified_on,
        area=top.area,
        legal_basis=tuple(top.legal_basis),
        programmes=tuple(top.programmes),
        organisations=tuple(_organisation(named) for named in top.organisations),
        part_of=top.part_of_reference,
        part_of_title=top.part_of_title,
        extensions=tuple(_extension(one) for one in top.extensions),
        supersedes=_supersedes(rows),
        parties=_parties(rows),
        sections=sections,
        goals=_goals(rows),
        bodies=_bodies(rows),
        duties=_duties(rows, places),
        appendices=_appendices(rows),
    )


def _node(row) -> dict:
    return {"key": row.key, "copied_from": row.copied_from}


def _interval(n: int | None, unit: str) -> tree.Interval | None:
    return tree.Interval(n, unit) if n else None


def _organisation(named: dict) -> tree.Organisation:
    return tree.Organisation(
        name=named["name"],
        kind=named["kind"],
        part_of=tuple(named.get("part_of") or ()),
        ended_on=_day(named.get("ended_on")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _extension(decided: dict) -> tree.Extension:
    return tree.Extension(
        to=_day(decided["to"]), decided_on=_day(decided["decided_on"]), text=decided["text"]
    )


def _supersedes(rows: Rows) -> tuple[tree.Superseded, ...]:
    return tuple(
        tree.Superseded(**_node(row), reference=row.reference, title=row.title)
        for row in rows.of(Supersession)
    )


def _parties(rows: Rows) -> tuple[tree.Party, ...]:
    signatories = rows.grouped(Signatory, "party_id")
    return tuple(
        tree.Party(
            **_node(row),
            organisation=row.organisation,
            kind=row.kind,
            display_name=row.display_name,
            part_of=tuple(row.part_of),
            ended_on=row.ended_on,
            registry_number=row.registry_number,
            logo=row.logo
            and tree.Logo(row.logo.sha256, row.logo.media_type, row.logo_alternative_text),
            signatories=tuple(_signatory(person) for person in signatories[row.id]),
        )
        for row in rows.of(Party, "logo")
    )


def _signatory(row) -> tree.Signatory:
    return tree.Signatory(
        **_node(row),
        name=row.name,
        title=row.title,
        unit=row.unit,
        mandate=row.mandate,
        order=row.order,
        signed_on=row.signed_on,
        signed_at=row.signed_at,
        method=row.method,
    )


def _part(row) -> tree.TextPart | tree.BlockPart:
    if row.kind == PartKind.TEXT:
        return tree.TextPart(**_node(row), text=row.text)
    return tree.BlockPart(**_node(row), block=row.block, style=row.style)


def _sections(rows: Rows) -> tuple[tuple[tree.Section, ...], dict[int, tuple[int, ...]]]:
    """Build the sections, and tell the place of each by its row's id."""
    parts = rows.grouped(SectionPart, "section_id")
    children = rows.grouped(Section, "parent_id")
    places: dict[int, tuple[int, ...]] = {}

    def build(siblings: Iterable, above: tuple[int, ...]) -> tuple[tree.Section, ...]:
        built = []
        for number, row in enumerate(siblings, start=1):
            places[row.id] = place = (*above, number)
            built.append(
                tree.Section(
                    **_node(row),
                    heading=row.heading,
                    parts=tuple(_part(part) for part in parts[row.id]),
                    sections=build(children[row.id], place),
                )
            )
        return tuple(built)

    return build(children[None], ()), places


def _goals(rows: Rows) -> tuple[tree.Goal, ...]:
    children = rows.grouped(Goal, "parent_id")

    def build(siblings: Iterable) -> tuple[tree.Goal, ...]:
        return tuple(
            tree.Goal(
                **_node(row),
                text=row.text,
                kind=row.kind,
                prevention=row.prevention,
                goals=build(children[row.id]),
            )
            for row in siblings
        )

    return build(children[None])


def _bodies(rows: Rows) -> tuple[tree.Body, ...]:
    seats = rows.grouped(Seat, "body_id")
    found = rows.of(Body)
    names = {row.id: row.name for row in found}
    return tuple(
        tree.Body(
            **_node(row),
            name=row.name,
            kind=row.kind,
            part_of=names.get(row.parent_id, row.part_of_name),
            area=row.area,
            number_text=row.number_text,
            mandate=row.mandate,
            decides=tuple(row.decides),
            meets=row.meets,
            seats=tuple(
                tree.Seat(
                    **_node(seat),
                    name=seat.name,
                    title=seat.title,
                    organisation=seat.organisation,
                    function=seat.function,
                )
                for seat in seats[row.id]
            ),
        )
        for row in found
    )


def _duties(rows: Rows, places: dict[int, tuple[int, ...]]) -> tuple[tree.Duty, ...]:
    return tuple(
        tree.Duty(
            **_node(row),
            subject=row.subject,
            strength=row.strength,
            every=_interval(row.every_n, row.every_unit),
            responsible=tuple(row.responsible),
            decided_by=row.decided_by,
            recipient=row.recipient,
            section=places.get(row.section_id, ()),
            section_reference="" if row.section_id in places else row.section_reference,
            text=row.text,
        )
        for row in rows.of(Duty)
    )


def _appendices(rows: Rows) -> tuple[tree.Appendix, ...]:
    return tuple(
        tree.Appendix(**_node(row), title=row.title, text=row.text) for row in rows.of(Appendix)
    )
