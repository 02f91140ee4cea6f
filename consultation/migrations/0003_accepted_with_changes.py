from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consultation", "0002_answered_by_and_change_of_wording")]

    operations = [
        migrations.AlterField(
            model_name="wordingproposal",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "Proposed"),
                    ("accepted", "Accepted"),
                    ("edited", "Accepted with changes"),
                    ("rejected", "Rejected"),
                ],
                default="open",
                max_length=10,
                verbose_name="state",
            ),
        ),
    ]
