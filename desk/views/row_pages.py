"""What editing a row shows: its form, two texts side by side, or what was written on a row gone."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from desk.addresses import page_of
from desk.editing.blocks import entries
from desk.editing.merging import Together, in_words
from desk.forms.row import RowForm
from desk.views.form_pages import begin_at_refused
from documents.kinds import kind_of
from documents.models import Change, DocumentRow, SectionPart, TopRow
from documents.reading import read_tree
from documents.row_kinds import RowKind

#: Before the name of a field: its value with both texts in it, in a stale form.
BOTH = "both-"


def row_page(
    request: HttpRequest,
    top: TopRow,
    form: RowForm,
    place: dict,
    *,
    status: int = 200,
    **context,
) -> HttpResponse:
    """Show a form: the fragment alone for htmx, otherwise on a page of its own.

    `place` tells the kind of row, the id of what is replaced on the page, whether it is new, the
    field that the form opens at and the proposed wording that is accepted by saving, if any.
    """
    is_new = place.get("is_new", False)
    form.open_at(begin_at_refused(form) or place.get("at", ""))
    kind = kind_of(top.document).rows_by_name[place["row"]]
    whole = is_new or kind.refreshes_document or place.get("accepting")
    template = "desk/forms/row.html" if request.htmx else "desk/forms/row_page.html"
    response = render(
        request,
        template,
        place
        | {
            "top": top,
            "form": form,
            "action": request.get_full_path(),
            "replaced": "document" if whole else place["target"],
            "page": page_of(request, top, "" if is_new else place["target"]),
            "noun": form._meta.model._meta.verbose_name,
        }
        | context,
        status=status,
    )
    return where_one_writes(request, response, place, place["target"])


def block_page(request: HttpRequest, top: TopRow, part: SectionPart) -> HttpResponse:
    """Show where what a structured block prints is written: a link to each form."""
    return render(
        request,
        "desk/forms/block.html" if request.htmx else "desk/forms/block_page.html",
        {
            "top": top,
            "part": part,
            "asked": kind_of(top.document).blocks[part.block],
            "entries": entries(read_tree(top), part.block),
            "page": page_of(request, top, f"part-{part.key}"),
        },
    )


def stale_page(
    request: HttpRequest, top: TopRow, form: RowForm, place: dict, together: Together
) -> HttpResponse:
    """Show what both have made of the same text; saving once more is then a choice."""
    return row_page(
        request,
        top,
        form,
        place,
        status=409,
        differences=together.conflicts,
        changed_by=together.changes[0] if together.changes else None,
        both=BOTH,
        can_stand=any(one.both for one in together.conflicts),
    )


def both_page(
    request: HttpRequest, top: TopRow, form_class: type[RowForm], row: DocumentRow, place
) -> HttpResponse:
    """Show the form with both texts in it, to be made one; nothing is saved yet."""
    form = form_class(_with_both(request.POST), instance=row)
    return row_page(request, top, form, place, status=422, has_both=True)


def _with_both(sent: QueryDict) -> QueryDict:
    data = sent.copy()
    for name in sent:
        if name.startswith(BOTH):
            data[name.removeprefix(BOTH)] = sent[name]
    return data


def gone_page(request: HttpRequest, top: TopRow, kind: RowKind, key, place: dict) -> HttpResponse:
    """Show what was written on a row that someone else deleted, so that it can be copied."""
    if not kind.model.history.filter(document_id=top.document_id, key=key).exists():
        raise Http404
    form = kind.form_to_add(request.POST, instance=kind.model(document=top.document))
    written = [
        (field.label, in_words(field.field, field.value()))
        for field in form
        if not field.is_hidden and field.value() not in (None, "", [])
    ]
    response = render(
        request,
        "desk/gone.html",
        {
            "top": top,
            "written": written,
            "changed_by": last_change_of(top, key),
            "page": page_of(request, top),
            "noun": kind.model._meta.verbose_name,
            "reason": _("Nothing of what you wrote has been lost; it stands below."),
        },
        status=409,
    )
    return where_one_writes(request, response, place, "main-gone")


def last_change_of(top: TopRow, key) -> Change | None:
    """Return the latest change in which the row `key` was written, or None."""
    changes = Change.objects.of(top.document)[:50]
    return next(
        (one for one in changes if any(entry["key"] == str(key) for entry in one.entries)), None
    )


def names_in(changes: list[Change]) -> str:
    """Return who made the changes, each once: “Per Lind and Karin Ström”."""
    return get_text_list(list(dict.fromkeys(one.name for one in changes)), _("and"))


def where_one_writes(
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
