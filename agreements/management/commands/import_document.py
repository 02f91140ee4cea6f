"""`manage.py import_document FILE… --partnership SLUG`: Word and text files in, all or none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices import ManuscriptSource, ParagraphRole
from agreements.manuscript.corrections import DRAFT, SIGNED
from agreements.manuscript.making import make_agreement
from agreements.manuscript.proposal import Facts, Proposal
from agreements.manuscript.recognition.proposing import propose
from agreements.manuscript.unsaid import municipalities, unsaid
from agreements.models import Manuscript
from core.text import printable
from desk.importing.register import organisation_at_work
from desk.management.acting import actor_at
from documents.changes import Actor
from intake.paragraphs import Reading, to_json
from intake.reading.upload import read_upload, validate_size
from partnerships.choices import OrganisationKind
from partnerships.models import Membership, Organisation, Partnership

_GOALS = {ParagraphRole.GOAL, ParagraphRole.SUB_GOAL}


@dataclass(frozen=True)
class _File:
    """A file that was read."""

    name: str
    reading: Reading


class Command(BaseCommand):
    """Bring in agreements as text: as manuscripts to decide on, or at once as agreements."""

    help = (
        "Read agreements from Word or text files: all files or none. What their parts are is then "
        "decided in the browser, or with --accept taken as the program recognised it."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--partnership",
            metavar="SLUG",
            required=True,
            help="Where they go; made when it is new.",
        )
        parser.add_argument(
            "--accept",
            action="store_true",
            help="Make the agreements at once, with everything as it was recognised.",
        )
        parser.add_argument(
            "--user", metavar="EMAIL", default="", help="Whose import it is in the history."
        )

    def handle(self, *, files, partnership, accept, user, **options) -> None:
        read = [_read(path) for path in files]
        by = actor_at(user)
        with transaction.atomic():
            home = _partnership(partnership)
            for file in read:
                proposal = propose(file.reading.paragraphs)
                manuscript = _manuscript(file, proposal.facts, home, by)
                for note in [
                    *file.reading.notes,
                    *_told(proposal.facts, manuscript, is_made=accept),
                ]:
                    self.stderr.write(f"{file.name}: {note}")
                if accept:
                    self._make(manuscript, proposal.facts, by)
                else:
                    self._show(manuscript, proposal)

    def _make(self, manuscript: Manuscript, facts: Facts, by: Actor) -> None:
        is_signed = facts.is_signed and municipalities(facts)
        manuscript.decisions = {"outcome": SIGNED if is_signed else DRAFT}
        manuscript.save(update_fields=["decisions"])
        acting = replace(by, organisation=manuscript.organisation.name) if by.user else by
        agreement, warnings = make_agreement(manuscript, by=acting)
        # One line for each, whatever line breaks a title has.
        title = " ".join(agreement.title.split())
        for warning in warnings:
            self.stderr.write(f"{title}: {warning}")
        self.stdout.write(f"{manuscript.partnership.slug} {agreement.pk} {title}")

    def _show(self, manuscript: Manuscript, proposal: Proposal) -> None:
        address = reverse(
            "agreements:manuscript", args=[manuscript.partnership.slug, manuscript.pk]
        )
        self.stdout.write(f"{manuscript.name}: {address}")
        for line in _recognised(proposal):
            self.stdout.write(f"  {line}")


def _read(path: Path) -> _File:
    try:
        validate_size(path.stat().st_size)
        return _File(printable(path.name), read_upload(path.name, path.read_bytes()))
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            _("%(file)s cannot be read: %(reason)s.") % {"file": path, "reason": reason}
        ) from error
    except ValidationError as error:
        raise CommandError(f"{path.name}: {error.messages[0]}") from error


def _partnership(slug: str) -> Partnership:
    """Return the partnership at the address `slug`, made when it is new."""
    found = Partnership.objects.filter(slug=slug).first()
    if found:
        return found
    new = Partnership(name=slug.replace("-", " ").capitalize(), slug=slug)
    try:
        new.full_clean()
    except ValidationError as error:
        raise CommandError(f"{slug}: {error.messages[0]}") from error
    new.save()
    return new


def _manuscript(file: _File, facts: Facts, partnership: Partnership, by: Actor) -> Manuscript:
    is_word = file.name.lower().endswith(".docx")
    manuscript = Manuscript(
        partnership=partnership,
        organisation=_organisation(facts, partnership, by),
        user=by.user,
        name=file.name[: Manuscript._meta.get_field("name").max_length],
        source=ManuscriptSource.WORD if is_word else ManuscriptSource.TEXT,
        paragraphs=to_json(file.reading.paragraphs),
        notes=file.reading.notes,
    )
    manuscript.save()
    return manuscript


def _organisation(facts: Facts, partnership: Partnership, by: Actor) -> Organisation:
    """Return whose manuscript it is: that of `by`, else the first municipality among the parties.

    A text that names none belongs to where `by` works, else to who works in the partnership.
    """
    memberships = Membership.objects.with_names().filter(user=by.user) if by.user else ()
    here = next((one for one in memberships if one.partnership_id == partnership.pk), None)
    named = next((party.name for party in municipalities(facts)), None)
    if here or (memberships and named is None):
        return (here or memberships[0]).organisation
    if named is None:
        return organisation_at_work(partnership)
    municipality = Organisation.objects.named(named) or Organisation.objects.create(
        name=named, kind=OrganisationKind.MUNICIPALITY
    )
    if not partnership.municipalities.exists():
        partnership.municipalities.add(municipality)
    return municipality


def _told(facts: Facts, manuscript: Manuscript, *, is_made: bool) -> Iterator[str]:
    """Give what else is to be known of a text that was read."""
    yield from unsaid(facts, is_made=is_made)
    if not municipalities(facts):
        told = _("It belongs to %(organisation)s until then.")
        yield told % {"organisation": manuscript.organisation.name}
    if facts.another:
        told = _("The text seems to hold more than one agreement: from “%(title)s” on.")
        yield told % {"title": facts.another}


def _recognised(proposal: Proposal) -> list[str]:
    """Return what was recognised, as lines for a person to read."""
    facts = proposal.facts
    lines = [" ".join(f"{facts.title} {facts.subtitle}".split())]
    for party in facts.parties:
        people = ", ".join(one.name or one.title for one in party.signatories)
        number = f" ({party.registry_number})" if party.registry_number else ""
        lines.append(f"{party.display_name or party.name}{number}: {people or '–'}")
    days = [day.isoformat() if day else "" for day in (facts.valid_from, facts.valid_to)]
    if any(days):
        lines.append(" – ".join(days).strip())
    lines.append(
        _("Headings: %(headings)d, goals: %(goals)d, duties: %(duties)d")
        % {
            "headings": proposal.roles.count(ParagraphRole.HEADING),
            "goals": sum(role in _GOALS for role in proposal.roles),
            "duties": len(facts.duties),
        }
    )
    return [line for line in lines if line]
