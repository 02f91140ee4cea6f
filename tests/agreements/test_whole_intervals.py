"""An interval has a number and a unit: the database refuses half of one."""

import pytest
from django.db import IntegrityError

from agreements.models import Agreement, Duty
from documents.changes import change

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("number", "unit"), [(None, "year"), (2, ""), (0, "year")])
@pytest.mark.parametrize(
    ("model", "columns"),
    [(Duty, ("every_n", "every_unit")), (Agreement, ("revised_every_n", "revised_every_unit"))],
)
def test_half_an_interval_is_not_stored(draft, karin, model, columns, number, unit):
    row = model.objects.filter(document=draft.document).first()
    for name, value in zip(columns, (number, unit), strict=True):
        setattr(row, name, value)

    with pytest.raises(IntegrityError), change(by=karin.actor, document=draft.document):
        row.save()
