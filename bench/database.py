"""A database and a folder of files for one run; nothing of the installation's own is touched."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.db import connection


@contextmanager
def own_database() -> Iterator[str]:
    """Set Django up with an empty, migrated database of its own; give the name of its kind.

    SQLite in a temporary folder, or a database beside the one that DATABASE_URL names. Both are
    gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ["VAR_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        django.setup()
        is_file = connection.vendor == "sqlite"
        connection.settings_dict["TEST"]["NAME"] = (
            str(Path(folder) / "bench.sqlite3") if is_file else "overens_bench"
        )
        usual = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield connection.vendor
        finally:
            connection.creation.destroy_test_db(usual, verbosity=0)
