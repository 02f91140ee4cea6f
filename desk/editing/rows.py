"""The kind of row that an address names."""

from django.http import Http404

from documents.kinds import DocumentKind
from documents.row_kinds import RowKind


def edited_row(kind: DocumentKind, name: str) -> RowKind:
    """Return the kind of row called `name` that a person edits, or raise Http404."""
    try:
        return kind.edited_rows[name]
    except KeyError as error:
        raise Http404 from error
