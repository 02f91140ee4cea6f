"""The reader and writer that were written out by hand say the same, for one commit."""

import pytest
from django.db import transaction

from agreements.models import Agreement
from demo.building import build
from documents.changes import Actor, change
from documents.choices import Command
from documents.kinds import kind_named
from documents.models import Change, Document
from documents.reading import read
from documents.writing import copied_key, write
from tests.oracle.old_reading import read_agreement
from tests.oracle.old_writing import write_agreement

pytestmark = pytest.mark.django_db
LEFT_OUT = {"id", "document", "key", "copied_from", "sort_key"}


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr("agreements.workflow.print_agreement", lambda *_, **__: b"%PDF-1.7")
        build()
        yield
        transaction.set_rollback(True)


def agreements():
    return Agreement.objects.with_document()


def test_trees_are_equal_live_and_as_of_every_change(built):
    seen = 0
    for agreement in agreements():
        assert read(agreement) == read_agreement(agreement)
        for made in Change.objects.of(agreement.document):
            assert read(agreement, made) == read_agreement(agreement, made)
            seen += 1
    assert seen > 20


def written(function, content, of):
    document = Document.objects.create(
        partnership=of.partnership, kind="agreement", drafting_organisation=of.drafting_organisation
    )
    with change(by=Actor("x"), document=document, command=Command.CREATE):
        function(document, content, key_for=copied_key)
    return {
        model: [
            {
                field.name: _value(getattr(row, field.name))
                for field in model._meta.concrete_fields
                if field.name not in LEFT_OUT
            }
            for row in sorted(
                model.objects.filter(document=document), key=lambda row: getattr(row, "rank", "")
            )
        ]
        for model in kind_named("agreement").models
    }


def _value(value):
    return (value.ROW, str(value)) if hasattr(value, "ROW") else value


def test_rows_are_equal(built):
    for agreement in agreements():
        content = read(agreement)
        old = written(write_agreement, content, agreement.document)
        assert written(write, content, agreement.document) == old
