"""Fetching what a page is about, always through what the reader may see."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from desk.addresses import page_of
from desk.exchange.exporting import stored_content
from documents import tree
from documents.acts import Act
from documents.changes import WrongState
from documents.kinds import DocumentKind, kind_named
from documents.models import TopRow
from documents.reading import read_tree
from partnerships.permissions import Action


def get_top(request: HttpRequest, kind: DocumentKind, pk: int) -> TopRow:
    """Return the document `pk` of a kind if the reader sees it; otherwise Http404."""
    return get_object_or_404(kind.top.model.objects.visible_to(request.access), pk=pk)


def get_own(request: HttpRequest, kind: DocumentKind, pk: int) -> TopRow:
    """Return a document for what belongs to the organisation that writes it.

    Raises Http404 when the reader does not see it, PermissionDenied when it is another's draft.
    """
    top = get_top(request, kind, pk)
    if not top.document.is_drafted_by(request.access.organisation):
        raise PermissionDenied
    return top


def get_top_for(act: Act, request: HttpRequest, kind: DocumentKind, pk: int) -> TopRow:
    """Return a document in a state that `act` begins in, for one whose act it is.

    Raises Http404 when the kind has no such act or the reader does not see the document,
    PermissionDenied when the act is another's, and as `Act.check` in another state.
    """
    if act not in kind.acts:
        raise Http404
    top = get_top(request, kind, pk)
    if not act.belongs_to(request.access, top):
        raise PermissionDenied
    try:
        act.check(top.document)
    except WrongState as refused:
        if refused.sentence:
            refused.url = page_of(request, top)
        raise
    return top


def get_top_to_write(request: HttpRequest, kind: DocumentKind, pk: int) -> TopRow:
    """Return a document whose text the reader's organisation writes in, locked or not.

    Raises Http404 when the reader does not see it, PermissionDenied when it is only to be read.
    """
    top = get_top(request, kind, pk)
    if not top.may_write:
        raise PermissionDenied
    return top


def current_tree(top: TopRow) -> tree.DocumentTree:
    """Return what the document says to its reader: a stored version, or else the rows."""
    version = top.version_read
    return stored_content(version, kind_named(top.ROW)) if version else read_tree(top)


def tree_with_keys(top: TopRow) -> tree.DocumentTree:
    """Return the text that the reader comments on, with the keys of its rows.

    The rows as they are, or as they were when what the reader reads became binding.
    """
    return read_tree(top, top.version_read.change if top.reads_binding_text else None)


def may_edit(request: HttpRequest, top: TopRow) -> bool:
    """Tell whether the reader may change the text of `top` now."""
    writes = request.access.may(Action.EDIT) and top.may_write
    return writes and not top.document.is_locked


def posted(request: HttpRequest) -> QueryDict | None:
    """Return what a form was sent with, also when it was sent empty; None when it was not sent."""
    return request.POST if request.method == "POST" else None
