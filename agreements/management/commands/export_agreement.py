"""`manage.py export_agreement PARTNERSHIP ID`: the exchange file on standard output."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from agreements.models import Agreement
from desk.exchange.exporting import export_bytes
from desk.exchange.strict import ExchangeError


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
        self.write(content)

    def write(self, content: bytes) -> None:
        """Write the bytes as they are: whatever the terminal, the format is UTF-8."""
        buffer = getattr(self.stdout, "buffer", None)
        if buffer is None:
            self.stdout.write(content.decode(), ending="")
        else:
            self.stdout.flush()
            buffer.write(content)
            buffer.flush()
