"""Editing one row: as a fragment in its place on the page, or as a page without JavaScript."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.forms.fields import RichTextField
from agreements.forms.row import RowForm
from agreements.models import Agreement
from agreements.rows import RowKind, row_kind
from agreements.views.fetching import get_text_to_write, page_of
from core.richtext import normalise, plain
from core.text import printable
from documents.changes import Actor, DocumentLocked, change
from documents.models import Change, DocumentRow
from partnerships.access import door
from partnerships.permissions import Action

#: Rows that the page shows in more than one place: the whole document is fetched anew.
SHOWN_TWICE = {"agreement", "party", "signatory", "body"}


@dataclass(frozen=True)
class Difference:
    """One field of a stale edit: what is saved now and what the reader wrote."""

    label: str
    saved: str
    written: str


def get_row(agreement: Agreement, kind: RowKind, key) -> DocumentRow:
    """Return the row `key` of the agreement, or raise Http404."""
    return get_object_or_404(kind.model, document_id=agreement.document_id, key=key)


def target_of(row: str, key) -> str:
    """Return the id of what is replaced on the page when the row is edited."""
    return f"{row}-{key}-block" if row == "section" else f"{row}-{key}"


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int, row: str, key) -> HttpResponse:
    """Edit one row. A stale edit shows both texts and saves neither."""
    agreement, kind = get_text_to_write(request, pk), row_kind(row)
    place = {"target": target_of(row, key), "row": row}
    if request.method != "POST":
        found = get_row(agreement, kind, key)
        if agreement.document.is_locked:
            raise DocumentLocked
        return _form_page(request, agreement, kind.form_for(found)(instance=found), place)
    with change(by=Actor.of(request.access), document=agreement.document):
        found = kind.model.objects.filter(document_id=agreement.document_id, key=key).first()
        if found is None:
            return _gone(request, agreement, kind, key, place)
        form = kind.form_for(found)(request.POST, request.FILES, instance=found)
        if form.is_stale():
            return _stale(request, agreement, kind, found, place)
        if not form.is_valid():
            return _form_page(request, agreement, form, place, status=422)
        form.save()
    return redirect(page_of(request, agreement, f"{row}-{key}"))


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk: int, row: str) -> HttpResponse:
    """Add a row, last among its siblings; `?under=` names the row that it stands under."""
    agreement, kind = get_text_to_write(request, pk), row_kind(row)
    if not kind.can_be_added:
        raise Http404
    under = request.GET.get("under", "")
    form_class = kind.new_form or kind.form
    place = {"target": f"new-{row}-{under}" if under else f"new-{row}", "row": row, "is_new": True}
    if request.method != "POST":
        if agreement.document.is_locked:
            raise DocumentLocked
        form = form_class(instance=_new_row(agreement, kind, under))
        return _form_page(request, agreement, form, place)
    with change(by=Actor.of(request.access), document=agreement.document):
        # Under the lock: what it is to stand under cannot be deleted meanwhile.
        new = _new_row(agreement, kind, under)
        form = form_class(request.POST, request.FILES, instance=new)
        if form.is_valid():
            try:
                new.place()
            except ValidationError as error:
                form.add_error(None, error)
        if not form.is_valid():
            return _form_page(request, agreement, form, place, status=422)
        form.save()
    return redirect(page_of(request, agreement, f"{row}-{new.key}"))


def _new_row(agreement: Agreement, kind: RowKind, under: str) -> DocumentRow:
    new = kind.model(document_id=agreement.document_id)
    above = _row_above(agreement, kind, under)
    if above is not None:
        setattr(new, kind.under, above)
    return new


def _row_above(agreement: Agreement, kind: RowKind, under: str) -> DocumentRow | None:
    if not under:
        if kind.needs_parent:
            raise Http404
        return None
    if kind.under_model is None:
        raise Http404
    try:
        return get_row(agreement, RowKind(kind.under_model, kind.form), under)
    except ValidationError as error:  # not a key at all
        raise Http404 from error


@door(Action.EDIT)
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, pk: int, row: str, key) -> HttpResponse:
    """Delete a row after a confirmation that says what goes with it."""
    agreement, kind = get_text_to_write(request, pk), row_kind(row)
    if not kind.can_be_added:
        raise Http404
    found = get_row(agreement, kind, key)
    if request.method != "POST":
        if agreement.document.is_locked:
            raise DocumentLocked
        return render(
            request,
            "agreements/delete.html",
            {
                "agreement": agreement,
                "row": found,
                "noun": kind.model._meta.verbose_name,
                "along": goes_along(found),
                "page": page_of(request, agreement, f"{row}-{key}"),
            },
        )
    with change(by=Actor.of(request.access), document=agreement.document):
        found = kind.model.objects.filter(document_id=agreement.document_id, key=key).first()
        if found is not None:
            found.delete()
    return redirect(page_of(request, agreement))


def goes_along(row: DocumentRow) -> list[str]:
    """Return the names of the rows that are deleted together with `row`."""
    names: list[str] = []
    for relation in row._meta.related_objects:
        if relation.on_delete is models.CASCADE:
            for child in getattr(row, relation.get_accessor_name()).all():
                names += [str(child), *goes_along(child)]
    return names


def _form_page(
    request: HttpRequest,
    agreement: Agreement,
    form: RowForm,
    place: dict,
    *,
    status: int = 200,
    **context,
) -> HttpResponse:
    """Show a form: the fragment alone for htmx, otherwise on a page of its own."""
    is_new = place.get("is_new", False)
    whole = is_new or place["row"] in SHOWN_TWICE
    template = "agreements/forms/row.html" if request.htmx else "agreements/forms/row_page.html"
    response = render(
        request,
        template,
        place
        | {
            "agreement": agreement,
            "form": form,
            "action": request.get_full_path(),
            "replaced": "document" if whole else place["target"],
            "page": page_of(request, agreement, "" if is_new else place["target"]),
            "noun": form._meta.model._meta.verbose_name,
        }
        | context,
        status=status,
    )
    return _where_one_writes(request, response, place, place["target"])


def _where_one_writes(
    request: HttpRequest, response: HttpResponse, place: dict, shown: str
) -> HttpResponse:
    """Let htmx show what went wrong in place of the form, not where the saved row would land.

    `shown` is the id of what is shown. Of all refusals htmx shows only 422 (`base.html`).
    """
    if request.htmx and response.status_code != 200:
        response["HX-Retarget"], response["HX-Reselect"] = f"#{place['target']}", f"#{shown}"
        response["HX-Reswap"] = "outerHTML"
        response.status_code = 422
    return response


def _stale(
    request: HttpRequest, agreement: Agreement, kind: RowKind, found: DocumentRow, place: dict
) -> HttpResponse:
    """Show what is saved beside what was written; saving once more is then a choice."""
    form_class = kind.form_for(found)
    saved = form_class(instance=found)
    data = request.POST.copy()
    data["seen"] = saved.fingerprint()
    form = form_class(data, instance=found)
    differences = []
    for name in saved.edited:
        field = saved[name]
        shown, written = _shown(saved, name), _shown(form, name)
        if shown != written:
            differences.append(Difference(str(field.label), shown, written))
    return _form_page(
        request,
        agreement,
        form,
        place,
        status=409,
        differences=differences,
        changed_by=last_change_of(agreement, found.key),
    )


def _shown(form: RowForm, name: str) -> str:
    """Return the value of a field as its reader sees it: the words of a choice, lines of a list."""
    field, value = form.fields[name], form[name].value()
    if isinstance(field, RichTextField):
        try:
            return plain(normalise(printable(value or "")))
        except ValidationError:  # longer than a text may be: shown as it came
            return printable(value)
    choices = dict(getattr(field, "choices", ()))
    if isinstance(value, list):
        return ", ".join(str(choices.get(one, one)) for one in value)
    return str(choices.get(value, "" if value is None else value))


def last_change_of(agreement: Agreement, key) -> Change | None:
    """Return the latest change in which the row `key` was written, or None."""
    changes = Change.objects.of(agreement.document)[:50]
    return next(
        (one for one in changes if any(entry["key"] == str(key) for entry in one.entries)), None
    )


def _gone(
    request: HttpRequest, agreement: Agreement, kind: RowKind, key, place: dict
) -> HttpResponse:
    """Show what was written on a row that someone else deleted, so that it can be copied."""
    if not kind.model.history.filter(document_id=agreement.document_id, key=key).exists():
        raise Http404
    form = kind.form(request.POST)
    written = [
        (field.label, field.value())
        for field in form
        if not field.is_hidden and field.value() not in (None, "", [])
    ]
    response = render(
        request,
        "agreements/gone.html",
        {
            "agreement": agreement,
            "written": written,
            "changed_by": last_change_of(agreement, key),
            "page": page_of(request, agreement),
            "noun": kind.model._meta.verbose_name,
            "reason": _("Nothing of what you wrote has been lost; it stands below."),
        },
        status=409,
    )
    return _where_one_writes(request, response, place, "main-gone")
