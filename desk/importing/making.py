"""Exchange files → new documents: all of them or none."""

from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from core.canonical import digest
from desk import workflow
from desk.deciding import take_over_adoptions
from desk.exchange.beside import adoptions_in, reports_in
from desk.exchange.decoding import key_of
from desk.exchange.encoding import content_bytes
from desk.exchange.logos import logos_in, read_logo
from desk.exchange.strict import ExchangeError
from desk.importing.files import ImportRefused, Incoming, in_order, read_files
from desk.importing.register import (
    add_missing,
    municipalities_named,
    organisation_at_work,
)
from documents.changes import Actor
from documents.choices import Command
from documents.kinds import kind_of
from documents.models import StoredFile, TopRow
from documents.reading import read_tree
from documents.references import reference_columns, with_references
from documents.tree import DocumentTree, walk
from documents.visibility import versions_seen_by
from documents.writing import kept_key
from followup.in_file import RowRefused, record
from followup.reporting import Reporter
from partnerships.choices import OrganisationKind
from partnerships.models import Membership, Organisation, Partnership


@dataclass(frozen=True)
class Imported:
    """A new document and what whoever imports it should know, in sentences."""

    top: TopRow
    warnings: list[str]


def import_files(
    files: list[tuple[str, bytes]],
    *,
    partnership: Partnership | None,
    by: Actor,
    drafting_organisation: Organisation | None = None,
    new_slug: str = "",
) -> list[Imported]:
    """Make new documents of the files (name, content); return them in the order of the files.

    Without `partnership` they go to the one that each file names, which is made when there is
    none; `new_slug` makes a new one for all, with the name in the first file. A draft belongs to
    `drafting_organisation`; without one, to the organisation that `by` acts for as a member, else
    to the first municipality among the parties, else to the first party.

    References to other documents, by key or title and to any file of the same import,
    become links; two that refer to each other do so with one link, the other reference stays
    words. The register gets the organisations it lacks and is otherwise left as it is.

    Raises ImportRefused, and changes nothing, when a file cannot be read.
    """
    if not files:
        return []
    read = read_files(files)
    with transaction.atomic():
        if partnership is None and new_slug:
            partnership = _new_partnership(read[0], new_slug)
        importing = _Import(by, drafting_organisation)
        imported = {
            incoming: importing.add(incoming, partnership or _partnership_of(incoming))
            for incoming in in_order(read)
        }
    return [imported[incoming] for incoming in read]


def _new_partnership(incoming: Incoming, slug: str) -> Partnership:
    """Make the partnership that the file names, with its municipalities."""
    partnership = Partnership(name=incoming.partnership, slug=slug)
    try:
        partnership.full_clean()
    except ValidationError as error:
        refused = [ExchangeError(slug, "", message) for message in error.messages]
        raise ImportRefused(refused) from error
    partnership.save()
    add_missing(incoming.organisations, incoming.municipalities)
    # One by one, so that they keep the order of the file.
    for municipality in municipalities_named(incoming.municipalities):
        partnership.municipalities.add(municipality)
    return partnership


def _partnership_of(incoming: Incoming) -> Partnership:
    name = incoming.partnership
    found = list(Partnership.objects.filter(name=name)[:2])
    if len(found) > 1:
        reason = _("More than one partnership is called “%(name)s”. Say which one is meant.") % {
            "name": name
        }
        raise ImportRefused([ExchangeError(incoming.file, "$.partnership.name", reason)])
    return found[0] if found else _new_partnership(incoming, Partnership.free_slug(name))


class _Import:
    """One import: knows which documents it has made."""

    def __init__(self, by: Actor, drafting_organisation: Organisation | None) -> None:
        self.by = by
        self.drafting_organisation = drafting_organisation
        self.made: list[tuple[Incoming, TopRow]] = []

    def add(self, incoming: Incoming, partnership: Partnership) -> Imported:
        warnings = add_missing(incoming.organisations, incoming.municipalities)
        if incoming.partnership != partnership.name:
            warnings.append(
                _("The file belongs to the partnership “%(file)s”; it was put in “%(here)s”.")
                % {"file": incoming.partnership, "here": partnership.name}
            )
        for _path, logo in logos_in(incoming.said):
            if "data" in logo:
                StoredFile.objects.store(read_logo(logo), logo["media_type"])
        member_of = _organisation_of(self.by, partnership)
        organisation = self.drafting_organisation or member_of or _first_party(incoming)
        organisation = organisation or organisation_at_work(partnership)
        by = self.by
        if member_of and not by.organisation:
            by = replace(by, organisation=member_of.name)
        top = workflow.create(
            self.with_known_references(incoming, partnership),
            partnership=partnership,
            drafting_organisation=organisation,
            by=by,
            key_for=kept_key,
            command=Command.IMPORT,
            source=incoming.data.get("source") or "",
        )
        _take_beside(incoming, top, by)
        self.made.append((incoming, top))
        reader = _Reader(partnership, organisation)
        warnings += [
            _("The partnership already has a document with the same content: “%(name)s”.")
            % {"name": twin.name}
            for twin in _twins(top, reader)
        ]
        warnings = [*dict.fromkeys(warnings)]  # of two with the same name once
        warnings += [
            _("More than one document is called “%(name)s”, so the reference to it stays words.")
            % {"name": name}
            for name in _unclear_references(top, reader)
        ]
        return Imported(top, warnings)

    def with_known_references(self, incoming: Incoming, partnership: Partnership) -> DocumentTree:
        """Let references by key name the key that the document has here."""

        def key_here(meant: type[TopRow], reference: str) -> str:
            for other, top in reversed(self.made):
                here = top.document.partnership_id == partnership.pk
                if here and type(top) is meant and other.has_key(reference):
                    return str(top.key)
            key = key_of(reference)
            known = meant.objects.filter(document__partnership=partnership, key=key).exists()
            return str(key) if known else reference

        return with_references(incoming.content, key_here)


def _take_beside(incoming: Incoming, top: TopRow, by: Actor) -> None:
    """Keep what the file tells beside the text: how its rows go, and who adopted it."""
    content = read_tree(top)
    reports = reports_in(incoming.said, incoming.kind, content)
    try:
        record(top.document, reports, reporter=Reporter(by.name, user=by.user))
        take_over_adoptions(top, adoptions_in(incoming.said), by=by)
    except RowRefused as error:
        (row,) = (node for node in walk(content) if node.key == error.row)
        sentence = _("“%(row)s”: %(why)s") % {
            "row": incoming.kind.short_name(row),
            "why": " ".join(error.messages),
        }
        raise ImportRefused([ExchangeError(incoming.file, "", sentence)]) from error
    except ValidationError as error:
        refused = [ExchangeError(incoming.file, "", message) for message in error.messages]
        raise ImportRefused(refused) from error


@dataclass(frozen=True)
class _Reader:
    """Whose eyes the import has: it tells of no other organisation's drafts."""

    partnership: Partnership
    organisation: Organisation


def _organisation_of(by: Actor, partnership: Partnership) -> Organisation | None:
    """Return the organisation that the one who imports acts for in the partnership, if any."""
    if by.user is None:
        return None
    memberships = Membership.objects.with_names().filter(user=by.user, partnership=partnership)
    return next((one.organisation for one in memberships), None)


def _first_party(incoming: Incoming) -> Organisation | None:
    """Return the first municipality among the parties, or else the first party, if any."""
    parties = incoming.kind.parties(incoming.content)
    municipalities = (one for one in parties if one.kind == OrganisationKind.MUNICIPALITY)
    first = next(municipalities, parties[0] if parties else None)
    return first and Organisation.objects.named(first.name)


def _twins(top: TopRow, reader: _Reader) -> list[TopRow]:
    """Return the partnership's other documents, seen by the reader, with the same content."""
    same = digest(content_bytes(read_tree(top)))
    others = type(top).objects.visible_to(reader).exclude(pk=top.pk)
    stored = versions_seen_by(reader).filter(sha256=same).values("document")
    # Equal content has an equal title, so few drafts have to be read.
    drafts = others.filter(title=top.title, document__locked_version=None)
    read = [draft for draft in drafts if not draft.reads_binding_text]
    alike = [draft.pk for draft in read if digest(content_bytes(read_tree(draft))) == same]
    return list(
        others.filter(models.Q(document__in=stored) | models.Q(pk__in=alike)).order_by("pk")
    )


def _unclear_references(top: TopRow, reader: _Reader) -> list[str]:
    """Return the titles by which the document names another and that several others have."""
    unclear = []
    for model, field in reference_columns(kind_of(top.document)):
        others = field.meant(model).objects.visible_to(reader).exclude(document=top.document)
        unlinked = model.objects.filter(document=top.document, **{field.link: None})
        named = unlinked.exclude(**{field.column: ""}).values_list(field.column, flat=True)
        unclear += [name for name in named if others.filter(title=name).count() > 1]
    return list(dict.fromkeys(unclear))
