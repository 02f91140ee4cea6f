"""`manage.py demo`: both example partnerships, complete, and who can sign in to them."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from demo.accounts import FIRST, OPERATOR, ORGANISATIONS, PASSWORD, PURPOSES, ROLES
from demo.building import build


class Command(BaseCommand):
    """Builds the demonstration; running it again changes nothing."""

    help = "Builds the example partnerships of Umeå and Luleå, and prints their accounts."

    def handle(self, *args, **options) -> None:
        build()
        words = _("Demonstration accounts, password: %(password)s") % {"password": PASSWORD}
        self.stdout.write(words)
        for domain, organisations in ORGANISATIONS.items():
            for word, (_name, role, side) in ROLES.items():
                self._write(f"{word}@{domain}", f"{organisations[side]}: {PURPOSES[role]}")
        if not settings.HTTPS:
            self._write(
                OPERATOR, _("the administration, /admin/: set up a second step there first")
            )
        if settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
            words = _("No letter leaves this machine: they are written in %(folder)s")
            self.stdout.write(words % {"folder": settings.EMAIL_FILE_PATH})

    def _write(self, address: str, purpose: str) -> None:
        if address == FIRST:
            purpose += _(" ← begin with this one")
        self.stdout.write(f"  {address:<32} {purpose}")
