"""Editing one row: as a fragment in its place on the page, or as a page without JavaScript."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.richtext_blocks import split
from desk.addresses import page_of
from desk.editing.merging import put_together
from desk.editing.rows import edited_row
from desk.editing.taken_out import blocks_after, goes_along, is_block, may_hold_blocks, noun_of
from desk.forms.row import RowForm
from desk.views.accepting import asked_accepting
from desk.views.fetching import get_top_to_write
from desk.views.row_pages import (
    block_page,
    both_page,
    gone_page,
    names_in,
    row_page,
    stale_page,
)
from documents.changes import Actor, DocumentLocked, change
from documents.kinds import DocumentKind
from documents.models import DocumentRow, Section, SectionPart, TopRow
from documents.models.ranked import RankedRow
from documents.reading import read_tree
from documents.row_kinds import RowKind
from partnerships.access import door
from partnerships.permissions import Action


def get_row(top: TopRow, kind: RowKind, key) -> DocumentRow:
    """Return the row `key` of the document, or raise Http404."""
    return get_object_or_404(kind.model, document_id=top.document_id, key=key)


def place_of(kind: RowKind, key, at: str) -> dict:
    """Return where the form of a row stands on the page, as `row_page` takes it.

    What is printed of a row in other places than its own opens the form there, `at` a field of it.
    """
    columns = kind.form_to_add._meta.fields
    where = f"-{at}" if at in columns else "-block" if kind.model is Section else ""
    return {"target": f"{kind.name}-{key}{where}", "row": kind.name, "at": at}


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, kind: DocumentKind, pk: int, row: str, key) -> HttpResponse:
    """Edit one row. A stale edit is put together with what was saved since, or shows both.

    With `?at=` the form opens at that field. A block whose list has no look to choose shows where
    what it prints is written. With `?wording=` saving also accepts that proposed wording.
    """
    top = get_top_to_write(request, kind, pk)
    row_kind = edited_row(kind, row)
    proposal = asked_accepting(request, top, key)
    place = place_of(row_kind, key, request.GET.get("at", "")) | {"accepting": proposal}
    if request.method != "POST":
        found = get_row(top, row_kind, key)
        if top.document.is_locked:
            raise DocumentLocked
        if _only_asks(kind, found):
            return block_page(request, top, found)
        form = proposal.form(found) if proposal else row_kind.form_for(found)(instance=found)
        return row_page(request, top, form, place)
    by, act = Actor.of(request.access), proposal.act if proposal else {}
    with change(by=by, document=top.document, **act):
        found = row_kind.model.objects.filter(document_id=top.document_id, key=key).first()
        if found is None:
            return gone_page(request, top, row_kind, key, place)
        form_class = row_kind.form_for(found)
        offered = proposal.offer(found) if proposal else None
        form = form_class(request.POST, request.FILES, instance=found)
        together = None
        if form.is_stale():
            together = put_together(form_class, found, request.POST, request.FILES)
            form = form_class(together.data, request.FILES, instance=found)
            if together.conflicts:
                return stale_page(request, top, form, place, together)
        elif "put_both" in request.POST:
            return both_page(request, top, form_class, found, place)
        if not form.is_valid() or (proposal and not proposal.why.is_valid()):
            return row_page(request, top, form, place, status=422)
        form.save()
        _tell_noticed(request, form)
        if proposal:
            proposal.note(offered, found, by)
    others = [one for one in together.changes if one.user_id != request.user.pk] if together else []
    if others:
        names = names_in(others)
        messages.success(
            request,
            _("Saved together with what %(names)s changed here meanwhile.") % {"names": names},
        )
    shown = place["target"] if place["at"] else f"{row}-{key}"
    back = proposal.back if proposal else ""
    return redirect(back or page_of(request, top, shown))


def _only_asks(kind: DocumentKind, row: DocumentRow) -> bool:
    """Tell whether `row` is a block with nothing of its own to edit: it asks which row is meant."""
    is_block = isinstance(row, SectionPart) and row.block
    return bool(is_block) and not kind.blocks[row.block].has_look


def _tell_noticed(request: HttpRequest, form: RowForm) -> None:
    if noticed := form.noticed():
        messages.warning(request, noticed)


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, kind: DocumentKind, pk: int, row: str) -> HttpResponse:
    """Add a row, last among its siblings.

    `?under=` names the row that it stands under, `?after=` the sibling that it follows instead;
    with `?first` it stands before its siblings.
    """
    top = get_top_to_write(request, kind, pk)
    row_kind = edited_row(kind, row)
    if not row_kind.can_be_added:
        raise Http404
    beside = request.GET.get("after") or request.GET.get("under")
    form_class = row_kind.form_to_add
    target = f"new-{row}-{beside}" if beside else f"new-{row}"
    place = {"target": target, "row": row, "is_new": True}
    if request.method != "POST":
        if top.document.is_locked:
            raise DocumentLocked
        form = form_class(instance=_new_row(top, row_kind, request.GET))
        return row_page(request, top, form, place)
    with change(by=Actor.of(request.access), document=top.document):
        # Under the lock: what it is to stand beside cannot be deleted meanwhile.
        new = _new_row(top, row_kind, request.GET)
        form = form_class(request.POST, request.FILES, instance=new)
        if form.is_valid():
            try:
                new.place(_index(new, request.GET))
            except ValidationError as error:
                form.add_error(None, error)
        if not form.is_valid():
            return row_page(request, top, form, place, status=422)
        form.save()
        _tell_noticed(request, form)
    return redirect(page_of(request, top, f"{row}-{new.key}"))


def _new_row(top: TopRow, kind: RowKind, asked: QueryDict) -> DocumentRow:
    """Return a row, not saved, where `asked` (the query of the address) wants it to stand."""
    new = kind.model(document=top.document)
    if asked.get("after"):
        sibling = _named(top, kind.model, asked["after"])
        for column in kind.model.SIBLINGS_BY:
            setattr(new, column, getattr(sibling, column))
    elif asked.get("under"):
        if kind.under_model is None:
            raise Http404
        above = _named(top, kind.under_model, asked["under"])
        setattr(new, kind.under, above)
    elif kind.needs_parent:
        raise Http404
    return new


def _index(new: RankedRow, asked: QueryDict) -> int | None:
    """Return the place among its siblings that `asked` wants for `new`; None is the last."""
    if asked.get("after"):
        return [row.key for row in new.siblings()].index(UUID(asked["after"])) + 1
    return 0 if "first" in asked else None


def _named(top: TopRow, model: type[DocumentRow], key: str) -> DocumentRow:
    try:
        return get_object_or_404(model, document_id=top.document_id, key=key)
    except ValidationError as error:  # not a key at all
        raise Http404 from error


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, kind: DocumentKind, pk: int, row: str, key) -> HttpResponse:
    """Delete a row after a confirmation that says what goes with it."""
    top = get_top_to_write(request, kind, pk)
    row_kind = edited_row(kind, row)
    if not row_kind.can_be_added:
        raise Http404
    found = get_row(top, row_kind, key)
    if request.method != "POST":
        if top.document.is_locked:
            raise DocumentLocked
        return render(
            request,
            "desk/forms/delete.html" if request.htmx else "desk/delete.html",
            {
                "top": top,
                "row": found,
                "said": kind.blocks[found.block].label if is_block(found) else str(found),
                "noun": noun_of(found),
                "along": goes_along(found),
                "blocks": blocks_after(read_tree(top), found.key) if may_hold_blocks(found) else (),
                "paragraphs": len(split(found.text)) if isinstance(found, SectionPart) else 0,
                "page": page_of(request, top, f"{row}-{key}"),
            },
        )
    with change(by=Actor.of(request.access), document=top.document):
        found = row_kind.model.objects.filter(document_id=top.document_id, key=key).first()
        if found is not None:
            found.delete()
    return redirect(page_of(request, top))
