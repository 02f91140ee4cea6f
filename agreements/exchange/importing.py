"""Exchange files → new agreements: all of them or none."""

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from agreements import starting, tree
from agreements.exchange.files import ExchangeFile, ImportRefused, in_order, read_files
from agreements.exchange.register import (
    add_missing,
    municipalities_named,
    organisation_at_work,
)
from agreements.models import Agreement, Supersession
from core.canonical import digest
from desk.exchange.decoding import key_of
from desk.exchange.encoding import content_bytes
from desk.exchange.logos import read_logo
from desk.exchange.strict import ExchangeError
from documents.changes import Actor
from documents.choices import Command
from documents.models import DocumentRow, StoredFile, Version
from documents.reading import read_tree
from documents.writing import kept_key
from partnerships.choices import OrganisationKind
from partnerships.models import Membership, Organisation, Partnership


@dataclass(frozen=True)
class Imported:
    """A new agreement and what whoever imports it should know, in sentences."""

    agreement: Agreement
    warnings: list[str]


def import_files(
    files: list[tuple[str, bytes]],
    *,
    partnership: Partnership | None,
    by: Actor,
    drafting_organisation: Organisation | None = None,
    new_slug: str = "",
) -> list[Imported]:
    """Make a new agreement of each file (name, content); return them in the order of the files.

    Without `partnership` they go to the one that each file names, which is made when there is
    none; `new_slug` makes a new one for all, with the name in the first file. A draft belongs to
    `drafting_organisation`; without one, to the organisation that `by` acts for as a member, else
    to the first municipality among the parties, else to the first party.

    A file's references to other agreements, by key or title and to any file of the same import,
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
        imported = {}
        for file in in_order(read):
            home = partnership or _partnership_of(file)
            imported[id(file)] = importing.add(file, home)
    return [imported[id(file)] for file in read]


def _new_partnership(file: ExchangeFile, slug: str) -> Partnership:
    """Make the partnership that the file names, with its municipalities."""
    stated = file.data["partnership"]
    partnership = Partnership(name=stated["name"], slug=slug)
    try:
        partnership.full_clean()
    except ValidationError as error:
        refused = [ExchangeError(slug, "", message) for message in error.messages]
        raise ImportRefused(refused) from error
    partnership.save()
    add_missing(file.content, file.municipalities)
    # One by one, so that they keep the order of the file.
    for municipality in municipalities_named(file.municipalities):
        partnership.municipalities.add(municipality)
    return partnership


def _partnership_of(file: ExchangeFile) -> Partnership:
    name = file.data["partnership"]["name"]
    found = list(Partnership.objects.filter(name=name)[:2])
    if len(found) > 1:
        reason = _("More than one partnership is called “%(name)s”. Say which one is meant.") % {
            "name": name
        }
        raise ImportRefused([ExchangeError(file.name, "$.partnership.name", reason)])
    return found[0] if found else _new_partnership(file, Partnership.free_slug(name))


class _Import:
    """One import: knows which agreements it has made."""

    def __init__(self, by: Actor, drafting_organisation: Organisation | None) -> None:
        self.by = by
        self.drafting_organisation = drafting_organisation
        self.made: list[tuple[ExchangeFile, Agreement]] = []

    def add(self, file: ExchangeFile, partnership: Partnership) -> Imported:
        warnings = add_missing(file.content, file.municipalities)
        stated = file.data["partnership"]["name"]
        if stated != partnership.name:
            warnings.append(
                _("The file belongs to the partnership “%(file)s”; it was put in “%(here)s”.")
                % {"file": stated, "here": partnership.name}
            )
        for party in file.data["agreement"].get("parties", []):
            logo = party.get("logo")
            if logo and "data" in logo:
                StoredFile.objects.store(read_logo(logo), logo["media_type"])
        member_of = _organisation_of(self.by, partnership)
        organisation = self.drafting_organisation or member_of or _first_party(file)
        organisation = organisation or organisation_at_work(partnership)
        by = self.by
        if member_of and not by.organisation:
            by = replace(by, organisation=member_of.name)
        agreement = starting.create(
            self.with_known_references(file, partnership),
            partnership=partnership,
            drafting_organisation=organisation,
            by=by,
            key_for=_KeysOnce(),
            command=Command.IMPORT,
            source=file.data.get("source") or "",
        )
        self.made.append((file, agreement))
        reader = _Reader(partnership, organisation)
        warnings += [
            _("The partnership already has an agreement with the same content: “%(name)s”.")
            % {"name": twin.name}
            for twin in _twins(agreement, reader)
        ]
        warnings += [
            _("More than one agreement is called “%(name)s”, so the reference to it stays words.")
            % {"name": name}
            for name in _unclear_references(agreement, reader)
        ]
        return Imported(agreement, warnings)

    def with_known_references(
        self, file: ExchangeFile, partnership: Partnership
    ) -> tree.AgreementTree:
        """Let references by key name the key that the agreement has here."""
        content = file.content
        return replace(
            content,
            part_of=self.key_here(content.part_of, partnership) if content.part_of else "",
            supersedes=tuple(
                replace(one, reference=self.key_here(one.reference, partnership))
                for one in content.supersedes
            ),
        )

    def key_here(self, reference: str, partnership: Partnership) -> str:
        for file, agreement in reversed(self.made):
            here = agreement.document.partnership_id == partnership.pk
            if here and file.has_key(reference):
                return str(agreement.key)
        known = Agreement.objects.filter(
            document__partnership=partnership, key=key_of(reference)
        ).exists()
        return str(key_of(reference)) if known else reference


class _KeysOnce:
    """Keeps the keys of a file, each for one row: a file may use a word in several lists."""

    def __init__(self) -> None:
        self.given: set[UUID] = set()

    def __call__(self, model: type[DocumentRow], node: tree.Node) -> dict[str, UUID | None]:
        chosen = kept_key(model, node)
        if chosen["key"] in self.given:
            chosen = {"key": uuid4(), "copied_from": node.key}
        self.given.add(chosen["key"])
        return chosen


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


def _first_party(file: ExchangeFile) -> Organisation | None:
    """Return the first municipality among the parties, or else the first party, if any."""
    parties = file.content.parties
    municipalities = (one for one in parties if one.kind == OrganisationKind.MUNICIPALITY)
    first = next(municipalities, parties[0] if parties else None)
    return first and Organisation.objects.named(first.organisation)


def _twins(agreement: Agreement, reader: _Reader) -> list[Agreement]:
    """Return the partnership's other agreements, seen by the reader, with the same content."""
    same = digest(content_bytes(read_tree(agreement)))
    others = Agreement.objects.visible_to(reader).exclude(pk=agreement.pk)
    stored = Version.objects.filter(sha256=same).values("document")
    # Equal content has an equal title, so few drafts have to be read.
    drafts = others.filter(title=agreement.title, document__locked_version=None)
    alike = [draft.pk for draft in drafts if digest(content_bytes(read_tree(draft))) == same]
    return list(
        others.filter(models.Q(document__in=stored) | models.Q(pk__in=alike)).order_by("pk")
    )


def _unclear_references(agreement: Agreement, reader: _Reader) -> list[str]:
    """Return the titles by which the agreement names another and that several others have."""
    unlinked = Supersession.objects.filter(document=agreement.document, predecessor=None)
    named = list(unlinked.values_list("reference", flat=True))
    if agreement.part_of_reference and agreement.parent_id is None:
        named.append(agreement.part_of_reference)
    others = Agreement.objects.visible_to(reader).exclude(pk=agreement.pk)
    return [name for name in dict.fromkeys(named) if others.filter(title=name).count() > 1]
