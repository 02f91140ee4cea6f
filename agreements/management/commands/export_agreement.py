"""`manage.py export_agreement PARTNERSHIP ID`: the exchange file on standard output."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from agreements.models import Agreement
from desk.exchange.exporting import export_bytes
from desk.exchange.strict import ExchangeError
from desk.management.files import write_bytes


class Command(BaseCommand):
    """Write the exchange file of one agreement."""

    help = "Write an agreement in the exchange format to standard output."

    def add_arguments(self, parser) -> None:
        parser.add_argument("partnership", metavar="PARTNERSHIP", help="Its slug.")
        parser.add_argument("agreement", metavar="ID", type=int)

    def handle(self, *, partnership, agreement, **options) -> None:
        found = (
            Agreement.objects.with_document()
            .filter(pk=agreement, document__partnership__slug=partnership)
            .first()
        )
        if found is None:
            raise CommandError(
                _("The partnership “%(slug)s” has no agreement %(id)d.")
                % {"slug": partnership, "id": agreement}
            )
        try:
            content = export_bytes(found, found.document.binding_version)
        except ExchangeError as error:
            raise CommandError(str(error)) from error
        write_bytes(self.stdout, content)
