"""What a column of any database holds."""

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import gettext_lazy as _

#: The largest whole number every database takes; SQLite alone takes larger ones.
LARGEST_NUMBER = BaseDatabaseOperations.integer_field_ranges["PositiveIntegerField"][1]


def ends_after_it_begins(first: str, last: str, *, name: str) -> models.CheckConstraint:
    """Return the constraint `name` that the day in the column `last` is not before the `first`.

    Either may be unknown.
    """
    return models.CheckConstraint(
        condition=models.Q(**{f"{first}__isnull": True})
        | models.Q(**{f"{last}__isnull": True})
        | models.Q(**{f"{last}__gte": models.F(first)}),
        name=name,
        violation_error_message=_("The last day is before the first day."),
    )
