"""What a column of any database holds."""

from django.db.backends.base.operations import BaseDatabaseOperations

#: The largest whole number every database takes; SQLite alone takes larger ones.
LARGEST_NUMBER = BaseDatabaseOperations.integer_field_ranges["PositiveIntegerField"][1]
