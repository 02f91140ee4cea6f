"""A stored version has the name of its text beside its bytes, for lists."""

import json

from django.db import migrations, models


def name_what_is_stored(apps, schema_editor):
    """Take the title from the bytes: of what is stored so far, no list asks for more."""
    versions = apps.get_model("documents", "Version").objects
    for version in versions.defer("sha256").iterator(chunk_size=50):
        title = json.loads(bytes(version.content)).get("title", "")
        versions.filter(pk=version.pk).update(name=title)


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0007_binding_version"),
    ]

    operations = [
        migrations.AddField(
            model_name="version",
            name="name",
            field=models.CharField(default="", max_length=600, verbose_name="name"),
            preserve_default=False,
        ),
        migrations.RunPython(name_what_is_stored, migrations.RunPython.noop),
    ]
