"""The text that binds, beside the one that the rows are held to (`Document.binding_version`)."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import QuerySet

from agreements import signing
from desk import workflow
from documents.choices import TextState
from documents.models import Document, Version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_pdf")]


def stored(agreement):
    return Document.objects.get(pk=agreement.document_id)


def test_a_draft_has_no_binding_text(draft):
    assert not stored(draft).is_binding
    assert stored(draft).text_state == TextState.DRAFT


def test_a_proposal_binds_nobody(draft, karin):
    workflow.lock(draft, by=karin.actor)

    assert stored(draft).binding_version is None
    assert stored(draft).text_state == TextState.LOCKED


def test_what_is_registered_as_signed_binds_and_holds_the_rows(draft, people):
    workflow.lock(draft, by=people.karin.actor)
    binding = signing.register_signed(draft, signed_on=None, signed_at="", by=people.rut.actor)

    assert stored(draft).binding_version == stored(draft).locked_version == binding
    assert stored(draft).text_state == TextState.BINDING


def test_what_was_stored_before_names_the_text_that_binds(signed, draft, karin):
    workflow.lock(draft, by=karin.actor)
    with connection.cursor() as cursor:  # as it was before the column
        cursor.execute("UPDATE documents_document SET binding_version_id = NULL")

    import_module("documents.migrations.0007_binding_version").name_what_binds(apps, None)

    assert stored(signed).text_state == TextState.BINDING
    assert stored(draft).text_state == TextState.LOCKED


def test_what_was_stored_before_is_called_by_its_title(signed):
    with connection.cursor() as cursor:  # as it was before the column
        cursor.execute("UPDATE documents_version SET name = ''")

    # A migration sees the table without the rule that a stored version is final.
    plain = SimpleNamespace(objects=QuerySet(Version))
    then = SimpleNamespace(get_model=lambda *_: plain)
    import_module("documents.migrations.0008_version_name").name_what_is_stored(then, None)

    assert {one.name for one in signed.document.versions.all()} == {signed.title}
