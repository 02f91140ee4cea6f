"""`manage.py demo`: both example partnerships, complete, and who can sign in to them."""

from django.core.management.base import BaseCommand

from demo.accounts import OPERATOR, ORGANISATIONS, PASSWORD, ROLES
from demo.building import build


class Command(BaseCommand):
    """Builds the demonstration; running it again changes nothing."""

    help = "Builds the example partnerships of Umeå and Luleå, and prints their accounts."

    def handle(self, *args, **options) -> None:
        build()
        self.stdout.write(f"Demonstration accounts, password: {PASSWORD}")
        for domain, partnership in zip(ORGANISATIONS, ("Luleå", "Umeå"), strict=True):
            addresses = ", ".join(f"{word}@{domain}" for word in ROLES)
            self.stdout.write(f"  {partnership}: {addresses}")
        self.stdout.write(f"  Operator: {OPERATOR}")
