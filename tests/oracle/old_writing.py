"""Content tree → rows: how every agreement comes into being, imported, copied or new."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django.db import models

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
from core.rank import first_ranks
from core.text import search_key
from documents.choices import Reach
from documents.models import Document, DocumentRow, StoredFile
from partnerships.models import Organisation


def kept_key(model: type[DocumentRow], node: tree.Node) -> dict:
    """Keep the node's key when no row has it; otherwise a new key, remembering the node's.

    This is the choice for an import: bringing the same file in twice makes two agreements.
    """
    if node.key is None:
        return {"key": uuid4()}
    if model.objects.filter(key=node.key).exists():
        return {"key": uuid4(), "copied_from": node.key}
    return {"key": node.key}


def copied_key(model: type[DocumentRow], node: tree.Node) -> dict:
    """Give a new key and remember the node's: the choice for a copy."""
    return {"key": uuid4(), "copied_from": node.key}


def write_agreement(
    document: Document,
    content: tree.AgreementTree,
    *,
    key_for: Callable[[type[DocumentRow], tree.Node], dict[str, UUID | None]],
) -> Agreement:
    """Write `content` as the rows of `document`, inside the open change; return the agreement.

    References to agreements, organisations and bodies become links where we have them and stay
    words where we do not.
    """
    return _Writer(document, content, key_for).write()


class _Writer:
    """Writes one tree."""

    def __init__(self, document: Document, content: tree.AgreementTree, key_for: Callable) -> None:
        self.document = document
        self.content = content
        self.key_for = key_for

    def add(self, model: type[DocumentRow], node: tree.Node, **values) -> DocumentRow:
        """Insert one row with its key."""
        row = model(document=self.document, **self.key_for(model, node), **values)
        row.save()
        return row

    def add_all(self, model: type[DocumentRow], nodes: tuple, values: Callable, **same) -> list:
        """Insert ranked siblings; `values(node)` gives the columns of each."""
        ranks = first_ranks(len(nodes))
        return [
            self.add(model, node, rank=rank, **values(node), **same)
            for node, rank in zip(nodes, ranks, strict=True)
        ]

    def write(self) -> Agreement:
        agreement = self.agreement()
        self.add_all(Supersession, self.content.supersedes, self.superseded)
        self.parties()
        places: dict[tuple[int, ...], Section] = {}
        self.sections(self.content.sections, None, (), places)
        self.goals(self.content.goals, None)
        self.bodies()
        self.duties(places)
        self.add_all(
            Appendix, self.content.appendices, lambda one: {"title": one.title, "text": one.text}
        )
        return agreement

    def agreement(self) -> Agreement:
        top = self.content
        parent = self.known_agreement(top.part_of) if top.part_of else None
        agreement = Agreement(
            document=self.document,
            **self.key_for(Agreement, top),
            title=top.title,
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
            revised_every_n=top.revised_every and top.revised_every.n,
            revised_every_unit=top.revised_every.unit if top.revised_every else "",
            terminated_on=top.terminated_on,
            terminated_by=top.terminated_by,
            termination_notified_on=top.termination_notified_on,
            extensions=[
                {
                    "to": one.to and one.to.isoformat(),
                    "decided_on": one.decided_on and one.decided_on.isoformat(),
                    "text": one.text,
                }
                for one in top.extensions
            ],
            area=top.area,
            legal_basis=list(top.legal_basis),
            programmes=list(top.programmes),
            organisations=[
                {
                    "name": one.name,
                    "kind": one.kind,
                    "part_of": list(one.part_of),
                    "ended_on": one.ended_on and one.ended_on.isoformat(),
                }
                for one in top.organisations
            ],
            part_of_reference=top.part_of,
            part_of_title=self.title_of(parent, top.part_of, top.part_of_title),
            parent=parent,
        )
        agreement.save()
        return agreement

    def known_agreement(self, reference: str) -> Agreement | None:
        """Return the partnership's agreement with this key or, if only one has it, this title.

        A draft of another organisation is not known: naming its title must not show that it exists.
        """
        document = self.document
        others = Agreement.objects.exclude(document=document).filter(
            models.Q(document__reach__in=[Reach.PARTNERSHIP, Reach.PUBLIC])
            | models.Q(document__drafting_organisation=document.drafting_organisation_id),
            document__partnership=document.partnership_id,
        )
        try:
            return others.filter(key=UUID(reference)).first()
        except ValueError:
            named = [one for one in others if reference in (one.title, one.name)]
            return named[0] if len(named) == 1 else None

    def superseded(self, node: tree.Superseded) -> dict:
        predecessor = self.known_agreement(node.reference)
        return {
            "reference": node.reference,
            "title": self.title_of(predecessor, node.reference, node.title),
            "predecessor": predecessor,
        }

    def title_of(self, known: Agreement | None, reference: str, title: str) -> str:
        """Return the words for an agreement that is named: its name where it was named by key."""
        return known.name if known and reference == str(known.key) else title

    def parties(self) -> None:
        keys = [search_key(party.organisation) for party in self.content.parties]
        register = {one.search_key: one for one in Organisation.objects.filter(search_key__in=keys)}
        rows = self.add_all(
            Party,
            self.content.parties,
            lambda one: {
                "register": register.get(search_key(one.organisation)),
                "organisation": one.organisation,
                "kind": one.kind,
                "display_name": one.display_name,
                "part_of": list(one.part_of),
                "ended_on": one.ended_on,
                "registry_number": one.registry_number,
                "logo": one.logo and StoredFile.objects.get(sha256=one.logo.sha256),
                "logo_alternative_text": one.logo.alternative_text if one.logo else "",
            },
        )
        for party, row in zip(self.content.parties, rows, strict=True):
            self.add_all(
                Signatory,
                party.signatories,
                lambda one: {
                    "name": one.name,
                    "title": one.title,
                    "unit": one.unit,
                    "mandate": one.mandate,
                    "order": one.order,
                    "signed_on": one.signed_on,
                    "signed_at": one.signed_at,
                    "method": one.method,
                },
                party=row,
            )

    def sections(self, nodes: tuple, parent: Section | None, above: tuple, places: dict) -> None:
        rows = self.add_all(Section, nodes, lambda one: {"heading": one.heading}, parent=parent)
        for number, (node, row) in enumerate(zip(nodes, rows, strict=True), start=1):
            places[(*above, number)] = row
            self.add_all(SectionPart, node.parts, _part, section=row)
            self.sections(node.sections, row, (*above, number), places)

    def goals(self, nodes: tuple, parent: Goal | None) -> None:
        rows = self.add_all(
            Goal,
            nodes,
            lambda one: {"text": one.text, "kind": one.kind, "prevention": one.prevention},
            parent=parent,
        )
        for node, row in zip(nodes, rows, strict=True):
            self.goals(node.goals, row)

    def bodies(self) -> None:
        nodes = self.content.bodies
        ranks = dict(zip(map(id, nodes), first_ranks(len(nodes)), strict=True))
        by_name = {node.name: node for node in reversed(nodes)}
        written: dict[int, Body] = {}

        def write(node: tree.Body, below: tuple[int, ...]) -> Body:
            """Write the body above first; a circle of names stays words."""
            if id(node) not in written:
                above = by_name.get(node.part_of)
                in_circle = above is not None and id(above) in (*below, id(node))
                parent = write(above, (*below, id(node))) if above and not in_circle else None
                written[id(node)] = self.body(node, ranks[id(node)], parent)
            return written[id(node)]

        for node in nodes:
            write(node, ())

    def body(self, node: tree.Body, rank: str, parent: Body | None) -> Body:
        row = self.add(
            Body,
            node,
            rank=rank,
            name=node.name,
            kind=node.kind,
            parent=parent,
            part_of_name="" if parent else node.part_of,
            area=node.area,
            number_text=node.number_text,
            mandate=node.mandate,
            decides=list(node.decides),
            meets=node.meets,
        )
        self.add_all(
            Seat,
            node.seats,
            lambda one: {
                "name": one.name,
                "title": one.title,
                "organisation": one.organisation,
                "function": one.function,
            },
            body=row,
        )
        return row

    def duties(self, places: dict[tuple[int, ...], Section]) -> None:
        self.add_all(
            Duty,
            self.content.duties,
            lambda one: {
                "subject": one.subject,
                "strength": one.strength,
                "every_n": one.every and one.every.n,
                "every_unit": one.every.unit if one.every else "",
                "responsible": list(one.responsible),
                "decided_by": one.decided_by,
                "recipient": one.recipient,
                "section": places.get(one.section),
                "section_reference": one.section_reference,
                "text": one.text,
            },
        )


def _part(node: tree.TextPart | tree.BlockPart) -> dict:
    if isinstance(node, tree.TextPart):
        return {"kind": PartKind.TEXT, "text": node.text}
    return {"kind": PartKind.BLOCK, "block": node.block, "style": node.style}
