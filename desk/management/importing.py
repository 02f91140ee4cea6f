"""What the commands that take exchange files have in common."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from desk.importing.making import Imported, ImportRefused, import_files
from desk.management.acting import actor_at
from desk.management.files import content_of
from partnerships.models import Partnership


class ImportCommand(BaseCommand):
    """Takes exchange files in, all or none, and prints a line for each new document."""

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
                [(path.name, content_of(path)) for path in files],
                partnership=found,
                new_slug=partnership,
                by=actor_at(user),
            )
        except ImportRefused as refused:
            raise CommandError(str(refused)) from refused
        for line in self.lines(imported):
            self.stdout.write(line)

    def lines(self, imported: Iterable[Imported]) -> Iterator[str]:
        """Give the line of each document; warn of what whoever imports it should know."""
        for one in imported:
            # One line for each, whatever line breaks a title has.
            title = " ".join(one.top.title.split())
            for warning in one.warnings:
                self.stderr.write(f"{title}: {warning}")
            document = one.top.document
            yield " ".join((document.partnership.slug, *self.named(one), title))

    def named(self, one: Imported) -> Iterable[str]:
        """Return what names a document between the partnership and the title."""
        return one.top.document.kind, str(one.top.pk)
