"""Who meets what at the addresses that only one kind of document has, as in `access_table.py`."""

from documents.acts import DRAFT
from documents.kinds import DocumentKind
from tests.access_table import COMMENTERS, KEEPERS, MEMBERS, READ, REPORTERS, WRITERS, Page, Whose

#: By their own names.
OWN = {
    "plans:renew": Page(KEEPERS, (200, 422)),
    "plans:table": Page(MEMBERS, READ),
    "plans:table_news": Page(MEMBERS, (204, 405)),
    "plans:table_row": Page(MEMBERS, READ),
    "plans:table_cells": Page(REPORTERS, (405, 422)),
    "plans:table_paste": Page(REPORTERS, (405, 422)),
    "plans:table_rows": Page(REPORTERS, (405, 422)),
    "plans:keep_view": Page(COMMENTERS, (200, 422)),
    "plans:forget_view": Page(COMMENTERS, (405, 404)),
    "plans:table_pdf": Page(MEMBERS, READ),
    "plans:table_word": Page(MEMBERS, READ),
    "plans:excel": Page(MEMBERS, READ),
    "plans:csv": Page(MEMBERS, READ),
    "plans:take_in_reports": Page(REPORTERS, (200, 422)),
    "plans:hand_out": Page(REPORTERS, READ),
    "plans:handed_out": Page(REPORTERS, READ),
    "plans:handed_out_to": Page(REPORTERS, (404, 405)),
    "plans:take_in_sheet": Page(WRITERS, (200, 422), DRAFT, whose=Whose.WRITER),
}


def own_pages(kind: DocumentKind) -> dict[str, Page]:
    """Return the pages of one document that only `kind` has."""
    return {name: page for name, page in OWN.items() if name.startswith(f"{kind.namespace}:")}
