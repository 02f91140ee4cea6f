import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0005_rows_of_documents'),
    ]

    operations = [
        migrations.AddField(
            model_name='agreement',
            name='replaced_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='known_to_replace', to='agreements.agreement', verbose_name='replaced by'),
        ),
        migrations.AddField(
            model_name='historicalagreement',
            name='replaced_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='agreements.agreement', verbose_name='replaced by'),
        ),
    ]
