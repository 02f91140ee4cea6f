"""The kind of row that an address names."""

from django.http import Http404

from documents.kinds import RowKind, kind_of
from documents.models import Document


def row_kind(document: Document, name: str) -> RowKind:
    """Return the kind of row of `document` called `name`, or raise Http404 when none is edited."""
    try:
        return kind_of(document).edited_rows[name]
    except KeyError as error:
        raise Http404 from error
