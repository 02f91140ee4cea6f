"""The table of the shared cache, for which Django has a command and no model."""

from django.core.management import call_command
from django.db import migrations

TABLE = "overens_cache"


def create(apps, schema_editor):
    call_command(
        "createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0
    )


class Migration(migrations.Migration):

    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunPython(create, migrations.RunPython.noop),
    ]
