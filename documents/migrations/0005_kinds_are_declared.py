from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0004_replace'),
    ]

    operations = [
        migrations.AlterField(
            model_name='document',
            name='kind',
            field=models.CharField(max_length=20),
        ),
    ]
