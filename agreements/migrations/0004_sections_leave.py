from django.db import migrations

MODELS = ("Section", "SectionPart", "HistoricalSection", "HistoricalSectionPart")


class Migration(migrations.Migration):
    """The tables of the running text get the names they have in documents; no row is moved."""

    dependencies = [("agreements", "0003_terminated_by"), ("documents", "0005_kinds_are_declared")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable(name, f"documents_{name.lower()}") for name in MODELS
            ]
        )
    ]
