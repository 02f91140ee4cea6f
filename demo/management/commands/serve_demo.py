"""`manage.py serve_demo HOST:PORT`: what `make run` does, in the language of its accounts."""

import errno
import socket

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.management.commands import runserver


class Server(runserver.Command):
    """The development server, which says where it is once it is there, and nothing else."""

    def on_bind(self, server_port: int) -> None:
        """Tell the address."""
        host = f"[{self.addr}]" if self._raw_ipv6 else self.addr
        address = f"{self.protocol}://{host}:{server_port}/"
        self.stdout.write(_("Överens: %(address)s  (Ctrl+C stops it)") % {"address": address})
        self.stdout.flush()


class Command(BaseCommand):
    """Prepares the database, builds the demonstration and serves it."""

    help = "Serves the example partnerships of Umeå and Luleå on this machine."

    def add_arguments(self, parser) -> None:
        parser.add_argument("address", metavar="HOST:PORT")

    def handle(self, *args, address: str, **options) -> None:
        _ask_for(address)
        if database := _unusual_database():
            said = _("The data lies in %(database)s: DATABASE_URL or VAR_DIR says so.")
            self.stdout.write(said % {"database": database})
        call_command("migrate", verbosity=0)
        self.stdout.write(_("Building the demonstration: about a minute the first time"))
        self.stdout.flush()
        call_command("demo", stdout=self.stdout)
        call_command(Server(), address, use_reloader=False, skip_checks=True, stdout=self.stdout)


def _ask_for(address: str) -> None:
    """Raise CommandError when nobody can be served at `address`."""
    host, _colon, port = address.rpartition(":")
    try:
        family, kind, *_rest, place = socket.getaddrinfo(
            host.strip("[]"), int(port), type=socket.SOCK_STREAM
        )[0]
        with socket.socket(family, kind) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((place[0], int(port), *place[2:]))
    except (OSError, OverflowError, ValueError) as fault:
        if getattr(fault, "errno", None) == errno.EADDRINUSE:
            said = _("Port %(port)s is taken by another program. Use another: %(command)s")
            command = f"make run PORT={int(port) + 10}"
            raise CommandError(said % {"port": port, "command": command}) from fault
        said = _("Nothing can be served at %(address)s: %(fault)s")
        raise CommandError(said % {"address": address, "fault": fault}) from fault


def _unusual_database() -> str:
    """Return which database is used; "" for the one that a clone has."""
    database = settings.DATABASES["default"]
    name = str(database["NAME"])
    if database["ENGINE"].endswith("sqlite3"):
        return "" if name == str(settings.BASE_DIR / "var" / "overens.sqlite3") else name
    return f"{name}, {database.get('HOST') or 'localhost'} (PostgreSQL)"
