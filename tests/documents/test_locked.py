"""A document that is held to a stored version refuses every write of its rows."""

import pytest

from agreements.kind import AGREEMENT
from agreements.models import Agreement
from desk import workflow
from documents.changes import DocumentLocked, change

NEW_VALUE = {
    "agreement": ("title", "Ändrad"),
    "supersession": ("title", "Ändrad"),
    "section": ("heading", "Ändrad"),
    "part": ("text", "<p>Ändrad.</p>"),
    "goal": ("text", "Ändrat"),
    "party": ("registry_number", "KS 2024/1"),
    "signatory": ("name", "Ändrad"),
    "body": ("name", "Ändrad"),
    "seat": ("title", "Ändrad"),
    "duty": ("text", "Ändrad"),
    "appendix": ("title", "Ändrad"),
}


def rows_of(model, agreement):
    found = model.objects.filter(document=agreement.document)
    return found.filter(kind="text") if model.ROW == "part" else found


def test_every_row_model_is_tried():
    assert set(NEW_VALUE) == {model.ROW for model in AGREEMENT.models}


@pytest.mark.parametrize("model", AGREEMENT.models, ids=lambda model: model.ROW)
def test_a_row_of_a_binding_agreement_cannot_be_saved_or_deleted(signed, karin, model):
    field, value = NEW_VALUE[model.ROW]
    before = model.history.count()

    row = rows_of(model, signed).first()
    setattr(row, field, value)
    with pytest.raises(DocumentLocked), change(by=karin.actor, document=signed.document):
        row.save()
    with pytest.raises(DocumentLocked), change(by=karin.actor, document=signed.document):
        rows_of(model, signed).first().delete()

    assert value not in rows_of(model, signed).values_list(field, flat=True)
    assert model.history.count() == before


@pytest.mark.parametrize("model", AGREEMENT.models, ids=lambda model: model.ROW)
def test_a_row_of_a_draft_can_be_saved_and_history_keeps_both(draft, karin, model):
    if not rows_of(model, draft).exists():
        pytest.skip("the small draft replaces nothing")
    field, value = NEW_VALUE[model.ROW]
    row = rows_of(model, draft).first()
    before = getattr(row, field)
    setattr(row, field, value)
    with change(by=karin.actor, document=draft.document):
        row.save()

    assert [getattr(told, field) for told in row.history.all()] == [value, before]


def test_a_locked_proposal_is_held_until_it_is_reopened(draft, karin):
    workflow.lock(draft, by=karin.actor)
    with pytest.raises(DocumentLocked), change(by=karin.actor, document=draft.document):
        pass

    workflow.reopen(draft, by=karin.actor)
    with change(by=karin.actor, document=draft.document):
        row = Agreement.objects.get(pk=draft.pk)
        row.title = "Ändrad"
        row.save()
    assert Agreement.objects.get(pk=draft.pk).title == "Ändrad"
