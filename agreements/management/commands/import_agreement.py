"""`manage.py import_agreement FILE…`: exchange files in, all or none."""

from collections.abc import Iterable

from desk.importing.making import Imported
from desk.management.importing import ImportCommand


class Command(ImportCommand):
    """Import agreements and print `slug id title` of each."""

    help = "Import agreements in the exchange format: all files or none."

    def named(self, one: Imported) -> Iterable[str]:
        """Return the number of the agreement."""
        return (str(one.top.pk),)
