"""`manage.py import_agreement FILE…`: exchange files in, all or none."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from agreements.management.acting import actor_at
from desk.exchange.strict import MAX_BYTES
from desk.importing.making import ImportRefused, import_files
from partnerships.models import Partnership


class Command(BaseCommand):
    """Import agreements and print `slug id title` of each."""

    help = "Import agreements in the exchange format: all files or none."

    def add_arguments(self, parser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--partnership",
            metavar="SLUG",
            default="",
            help="Where they go; made when it is new. Otherwise the partnership each file names.",
        )
        parser.add_argument(
            "--user", metavar="EMAIL", default="", help="Whose import it is in the history."
        )

    def handle(self, *, files, partnership, user, **options) -> None:
        found = Partnership.objects.filter(slug=partnership).first() if partnership else None
        try:
            imported = import_files(
                [(path.name, _content(path)) for path in files],
                partnership=found,
                new_slug=partnership,
                by=actor_at(user),
            )
        except ImportRefused as refused:
            raise CommandError(str(refused)) from refused
        for one in imported:
            document = one.top.document
            # One line for each, whatever line breaks a title has.
            title = " ".join(one.top.title.split())
            for warning in one.warnings:
                self.stderr.write(f"{title}: {warning}")
            self.stdout.write(f"{document.partnership.slug} {one.top.pk} {title}")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than is allowed shows that it is too large.
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            _("%(file)s cannot be read: %(reason)s.") % {"file": path, "reason": reason}
        ) from error
