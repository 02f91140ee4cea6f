"""A unit without a number is no interval: the database refuses it too (NULL is not less than 1)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0007_logo_has_a_name'),
        ('documents', '0008_version_name'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='agreement',
            name='agreement_revision_interval_is_whole',
        ),
        migrations.RemoveConstraint(
            model_name='duty',
            name='duty_interval_is_whole',
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('revised_every_n__isnull', True), ('revised_every_unit', '')), models.Q(('revised_every_n__gte', 1), ('revised_every_n__isnull', False), models.Q(('revised_every_unit', ''), _negated=True)), _connector='OR'), name='agreement_revision_interval_is_whole', violation_error_message='An interval needs both a number and a unit.'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('every_n__isnull', True), ('every_unit', '')), models.Q(('every_n__gte', 1), ('every_n__isnull', False), models.Q(('every_unit', ''), _negated=True)), _connector='OR'), name='duty_interval_is_whole', violation_error_message='An interval needs both a number and a unit.'),
        ),
    ]
