"""`manage.py import_document FILE… --partnership SLUG`: Word and text files in, all or none."""

from dataclasses import dataclass, replace
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices import ManuscriptSource, ParagraphRole
from agreements.manuscript.corrections import DRAFT, SIGNED
from agreements.manuscript.making import make_agreement, proposal_of
from agreements.manuscript.paragraphs import Reading, to_json
from agreements.manuscript.proposal import Facts, Proposal
from agreements.manuscript.reading.upload import read_upload, validate_size
from agreements.models import Manuscript
from core.text import printable
from documents.changes import Actor
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
        by = _actor(user)
        with transaction.atomic():
            home = _partnership(partnership)
            for file in read:
                manuscript = _manuscript(file, home, by)
                for note in file.reading.notes:
                    self.stderr.write(f"{file.name}: {note}")
                another = proposal_of(manuscript).facts.another
                if another:
                    told = _("The text seems to hold more than one agreement: from “%(title)s” on.")
                    self.stderr.write(f"{file.name}: {told % {'title': another}}")
                if accept:
                    self._make(manuscript, by)
                else:
                    self._show(manuscript)

    def _make(self, manuscript: Manuscript, by: Actor) -> None:
        is_signed = proposal_of(manuscript).facts.is_signed
        manuscript.decisions = {"outcome": SIGNED if is_signed else DRAFT}
        manuscript.save(update_fields=["decisions"])
        acting = replace(by, organisation=manuscript.organisation.name) if by.user else by
        agreement, warnings = make_agreement(manuscript, by=acting)
        # One line for each, whatever line breaks a title has.
        title = " ".join(agreement.title.split())
        for warning in warnings:
            self.stderr.write(f"{title}: {warning}")
        self.stdout.write(f"{manuscript.partnership.slug} {agreement.pk} {title}")

    def _show(self, manuscript: Manuscript) -> None:
        address = reverse(
            "agreements:manuscript", args=[manuscript.partnership.slug, manuscript.pk]
        )
        self.stdout.write(f"{manuscript.name}: {address}")
        for line in _recognised(proposal_of(manuscript)):
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


def _actor(email: str) -> Actor:
    if not email:
        return Actor(_("Import from the command line"))
    user = get_user_model().objects.filter(email__iexact=email).first()
    if user is None:
        raise CommandError(_("There is no user with the address %(email)s.") % {"email": email})
    return Actor(str(user), user=user)


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


def _manuscript(file: _File, partnership: Partnership, by: Actor) -> Manuscript:
    is_word = file.name.lower().endswith(".docx")
    manuscript = Manuscript(
        partnership=partnership,
        user=by.user,
        name=file.name[: Manuscript._meta.get_field("name").max_length],
        source=ManuscriptSource.WORD if is_word else ManuscriptSource.TEXT,
        paragraphs=to_json(file.reading.paragraphs),
        notes=file.reading.notes,
    )
    organisation = _organisation(proposal_of(manuscript).facts, partnership, by)
    if organisation is None:
        raise CommandError(
            _(
                "%(file)s: the text names no municipality, and the partnership has none. Say with "
                "--user whose import it is."
            )
            % {"file": file.name}
        )
    manuscript.organisation = organisation
    manuscript.save()
    return manuscript


def _organisation(facts: Facts, partnership: Partnership, by: Actor) -> Organisation | None:
    """Return whose manuscript it is: that of `by`, else the first municipality among the parties.

    A text that names none belongs to the partnership's own municipality.
    """
    if by.user:
        memberships = Membership.objects.with_names().filter(user=by.user, partnership=partnership)
        if memberships:
            return memberships[0].organisation
    municipal = OrganisationKind.MUNICIPALITY
    named = next((party.name for party in facts.parties if party.kind == municipal), None)
    if named is None:
        return partnership.municipalities.first()
    municipality = Organisation.objects.named(named) or Organisation.objects.create(
        name=named, kind=municipal
    )
    if not partnership.municipalities.exists():
        partnership.municipalities.add(municipality)
    return municipality


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
