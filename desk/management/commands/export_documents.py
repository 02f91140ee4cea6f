"""`manage.py export_documents PARTNERSHIP`: one exchange file of its documents."""

from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from desk.exchange.exporting import export_all
from desk.exchange.strict import ExchangeError
from desk.management.files import write_bytes
from documents.kinds import DocumentKind, kinds
from documents.models import TopRow
from partnerships.models import Partnership


class Command(BaseCommand):
    """Write what a partnership has, or one document of it, to standard output."""

    help = "Write the documents of a partnership as one exchange file to standard output."

    def add_arguments(self, parser) -> None:
        parser.add_argument("partnership", metavar="PARTNERSHIP", help="Its slug.")
        parser.add_argument(
            "--kind", choices=[name for name, kind in kinds().items() if kind.in_file], default=""
        )
        parser.add_argument(
            "--id", type=int, help="The number of one document; --kind says of what kind."
        )

    def handle(self, *, partnership, kind, id, **options) -> None:
        home = Partnership.objects.filter(slug=partnership).first()
        if home is None:
            raise CommandError(_("There is no partnership “%(slug)s”.") % {"slug": partnership})
        if id is not None and not kind:
            raise CommandError(_("Say with --kind of what kind the document is."))
        tops = list(_documents(home, kind, id))
        if id is not None and not tops:
            raise CommandError(
                _("The partnership “%(slug)s” has no %(kind)s %(id)d.")
                % {"slug": partnership, "kind": kind, "id": id}
            )
        try:
            content = export_all(home, tops)
        except ExchangeError as error:
            raise CommandError(str(error)) from error
        write_bytes(self.stdout, content)


def _documents(home: Partnership, name: str, pk: int | None) -> Iterator[TopRow]:
    """Give the documents of the kinds that a file has a place for, in the order they were made."""
    asked = [kind for kind in kinds().values() if kind.in_file and name in ("", kind.name)]
    for kind in asked:
        yield from _of_kind(home, kind, pk)


def _of_kind(home: Partnership, kind: DocumentKind, pk: int | None) -> Iterator[TopRow]:
    found = kind.top.model.objects.with_document().filter(document__partnership=home)
    yield from found.filter(pk=pk) if pk is not None else found.order_by("pk")
