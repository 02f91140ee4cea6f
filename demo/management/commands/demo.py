"""`manage.py demo`: both example partnerships, complete, and who can sign in to them."""

from django.conf import settings
from django.core.management.base import BaseCommand

from demo.accounts import OPERATOR, ORGANISATIONS, PASSWORD, PURPOSES, ROLES
from demo.building import build


class Command(BaseCommand):
    """Builds the demonstration; running it again changes nothing."""

    help = "Builds the example partnerships of Umeå and Luleå, and prints their accounts."

    def handle(self, *args, **options) -> None:
        build()
        self.stdout.write(f"Demonstration accounts, password: {PASSWORD}")
        for domain, organisations in ORGANISATIONS.items():
            for word, (_name, role, side) in ROLES.items():
                self._write(f"{word}@{domain}", f"{organisations[side]}: {PURPOSES[role]}")
        if not settings.HTTPS:
            self._write(OPERATOR, "the administration, /admin/: set up a second step there first")

    def _write(self, address: str, purpose: str) -> None:
        self.stdout.write(f"  {address:<32} {purpose}")
