"""`manage.py import_documents FILE…`: exchange files with documents of every kind, all or none."""

from desk.management.importing import ImportCommand


class Command(ImportCommand):
    """Import documents and print `slug kind id title` of each."""

    help = "Import documents of any kind in the exchange format: all files or none."
