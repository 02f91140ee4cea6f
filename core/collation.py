"""A text column that every database orders by code point, as Python does.

Ranks and sort keys are made to be compared character by character. SQLite's BINARY (its default)
and PostgreSQL's "C" do that; PostgreSQL's usual linguistic collations do not. Django's own
`db_collation` is one fixed name for all engines, so the field asks which engine it is on.
"""

from django.db import models


class CodePointCharField(models.CharField):
    """A `CharField` with collation "C" on PostgreSQL and the default (BINARY) on SQLite."""

    def db_parameters(self, connection):
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters
