"""`manage.py runserver`: says what the program lacks before it serves, in our words."""

import sys

from whitenoise.runserver_nostatic.management.commands import runserver

from core.starting import refusals


class Command(runserver.Command):
    """Serves on a developer's machine."""

    def handle(self, *args, **options) -> None:
        if sentences := refusals():  # before Django asks for some of it in words of its own
            self.stderr.write("".join(f"Överens: {one}\n" for one in sentences))
            sys.exit(3)
        super().handle(*args, **options)
