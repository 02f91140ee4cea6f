"""A document names the text that binds beside the one that its rows are held to."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def name_what_binds(apps, schema_editor):
    """Of what is stored so far, the rows of a binding text are always held to it."""
    binding = apps.get_model("documents", "Document").objects.filter(
        locked_version__kind="binding"
    )
    binding.update(binding_version=models.F("locked_version"))


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0006_sections'),
        ('partnerships', '0002_letterhead'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='document',
            name='binding_version',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.version'),
        ),
        migrations.AlterField(
            model_name='change',
            name='command',
            field=models.CharField(choices=[('create', 'created the document'), ('copy', 'created the document from an earlier one'), ('import', 'imported the document'), ('edit', 'edited the document'), ('share', 'shared the document for comments'), ('send', 'sent the document'), ('lock', 'locked a version'), ('reopen', 'reopened the document for editing'), ('revise', 'began to revise the binding text'), ('register_signed', 'registered the document as signed'), ('undo', 'took back a change'), ('redo', 'made a change again'), ('restore', 'restored an earlier wording'), ('take_in', 'took in a Word file'), ('replace', 'replaced words'), ('consult', 'opened a consultation'), ('close_consultation', 'closed a consultation'), ('accept_wording', 'accepted a proposed wording'), ('extend', 'registered an extension'), ('terminate', 'registered a termination'), ('register', 'noted the registration'), ('attach', 'attached a file')], max_length=20),
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(fields=['document', 'command'], name='change_by_command'),
        ),
        migrations.RunPython(name_what_binds, migrations.RunPython.noop),
    ]
