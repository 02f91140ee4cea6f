import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Duties point to the sections of documents; the tables are the same."""

    dependencies = [("agreements", "0004_sections_leave"), ("documents", "0006_sections")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="historicalduty",
                    name="section",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="documents.section",
                        verbose_name="section that says it",
                    ),
                ),
                migrations.AlterField(
                    model_name="duty",
                    name="section",
                    field=models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="duties",
                        to="documents.section",
                        verbose_name="section that says it",
                    ),
                ),
                migrations.AlterField(
                    model_name="agreement",
                    name="document",
                    field=models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="documents.document",
                    ),
                ),
                migrations.DeleteModel(name="HistoricalSectionPart"),
                migrations.DeleteModel(name="HistoricalSection"),
                migrations.DeleteModel(name="SectionPart"),
                migrations.DeleteModel(name="Section"),
            ]
        )
    ]
