"""A binding text knows which one it took the place of; what was registered can be taken back."""

import django.db.models.deletion
from django.db import migrations, models


def tell_what_was_replaced(apps, schema_editor):
    """Follow the binding texts of each document; the same text printed anew replaces no other."""
    versions = apps.get_model("documents", "Version").objects
    bound = {}
    known = versions.filter(kind="binding").order_by("document", "number")
    for version in known.only("document_id", "signed_text_id"):
        before = bound.get(version.document_id)
        text = version.signed_text_id or version.pk
        if before:
            is_the_same = text == (before.signed_text_id or before.pk)
            version.replaces_id = before.replaces_id if is_the_same else before.pk
            versions.filter(pk=version.pk).update(replaces=version.replaces_id)
        bound[version.document_id] = version


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0009_alter_attachedfile_kind_alter_change_command'),
    ]

    operations = [
        migrations.AddField(
            model_name='version',
            name='replaces',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.version'),
        ),
        migrations.AlterField(
            model_name='change',
            name='command',
            field=models.CharField(choices=[('create', 'created the document'), ('copy', 'created the document from an earlier one'), ('import', 'imported the document'), ('edit', 'edited the document'), ('share', 'shared the document for comments'), ('send', 'sent the document'), ('lock', 'locked a version'), ('reopen', 'reopened the document for editing'), ('revise', 'began to revise the binding text'), ('register_signed', 'registered the document as signed'), ('undo', 'took back a change'), ('redo', 'made a change again'), ('restore', 'restored an earlier wording'), ('take_in', 'took in a Word file'), ('replace', 'replaced words'), ('consult', 'opened a consultation'), ('close_consultation', 'closed a consultation'), ('accept_wording', 'accepted a proposed wording'), ('extend', 'registered an extension'), ('terminate', 'registered a termination'), ('register', 'noted the registration'), ('attach', 'attached a file'), ('submit', 'submitted the document for decision'), ('decide', 'registered a decision'), ('unbind', 'took back the decision by which the text was binding')], max_length=20),
        ),
        migrations.RunPython(tell_what_was_replaced, migrations.RunPython.noop),
    ]
