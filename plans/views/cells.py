"""What is written in the table: cells, a pasted block, rows that are marked. Each is one change."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from desk.addresses import address_of
from desk.views.fetching import get_top_to_write
from documents.changes import Actor
from documents.models import TopRow
from partnerships.access import door
from partnerships.permissions import Action
from plans.columns import BY_NAME, heading_names
from plans.forms.table import CellsForm, MarkedForm, PasteForm, too_much
from plans.kind import PLAN
from plans.table import marked
from plans.table.arranging import rows_of
from plans.table.clipboard import Block, TooMuch
from plans.table.pasting import Pasted, laid_out, pasted
from plans.table.reading import read_rows, rows_as_of
from plans.table.view import View
from plans.table.writing import Edit, Written, write
from plans.tree import PlanTree


@door(Action.EDIT)
@require_POST
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Write cells, or a new row; answer with the rows that were changed and what was not."""
    top = get_top_to_write(request, PLAN, pk)
    form = CellsForm(request.POST)
    if not form.is_valid():
        return _refused(request, top, form)
    by, shown = Actor.of(request.access), View.asked(request.GET, top.columns).columns
    written = write(top, form.edits, by=by, new=form.new, shown=shown)
    return _answer(request, top, written)


@door(Action.EDIT)
@require_POST
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a pasted block. What can be meant in more than one way is asked first."""
    top = get_top_to_write(request, PLAN, pk)
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _refused(request, top, form)
    told = form.cleaned_data
    try:
        block = form.block()
    except TooMuch:
        form.add_error(None, too_much())
        return _refused(request, top, form)
    # What the page showed when it was pasted: cells that others have changed since are theirs too.
    plan = rows_as_of(top, told["since"])
    given = _pasted(block, form, View.asked(request.GET, top.columns), plan)
    over, new = laid_out(given, len(told["rows"]), is_over=told["mode"] != "new")
    if not told["asked"] and _is_asked(given, told["rows"], new):
        context = {"top": top, "pasted": given, "over": len(over), "new": len(new)}
        return render(request, "plans/table/paste.html", context)
    if told["asked"] and told["mode"] != "new" and not told["longer"]:
        new = ()
    written = write(
        top,
        list(_over(plan, told["rows"], over)),
        by=Actor.of(request.access),
        new=[_in_group(form, row) for row in new],
        headings=given.headings if told["make"] else (),
        shown=View.asked(request.GET, top.columns).columns,
    )
    return _answer(request, top, written, cut=given.cut, is_whole=bool(written.added))


def _pasted(block: Block, form: PasteForm, view: View, plan: PlanTree) -> Pasted:
    told = form.cleaned_data
    column = told["column"] if told["column"] in view.columns else view.columns[0]
    names = heading_names(plan)
    return pasted(block, columns=view.columns, at=column, headings=names, fill=told["fill"])


def _is_asked(given: Pasted, rows: Sequence[UUID], new: Sequence) -> bool:
    """Tell whether a person has to say how a block is meant: in an empty table, hardly ever."""
    is_open = bool(rows) and (bool(new) or given.has_heads)
    return is_open or given.is_merged or bool(given.headings) or bool(given.unknown)


def _over(plan: PlanTree, keys: Sequence[UUID], rows: Sequence[Mapping[str, str]]):
    nodes = {one.key: one for one in plan.activities}
    for key, cells in zip(keys, rows, strict=False):
        for name, text in cells.items():
            node = nodes.get(key)
            was = BY_NAME[name].says(node, plan) if node else ""
            yield Edit(key, name, text, was)


def _in_group(form: PasteForm, row: Mapping[str, str]) -> Mapping[str, str]:
    """Return a new row with what those of its group say, where it does not say otherwise."""
    group, value = form.cleaned_data["group"], form.cleaned_data["value"]
    return {group: value} | row if group and value and not row.get(group, "").strip() else row


@door(Action.EDIT)
@require_POST
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete, duplicate or move the rows that are marked, or write one text in all of them."""
    top = get_top_to_write(request, PLAN, pk)
    plan = read_rows(top)
    form = MarkedForm(request.POST, keys=[one.key for one in plan.activities])
    if not form.is_valid():
        return _refused(request, top, form)
    told = form.cleaned_data
    by = Actor.of(request.access)
    if told["act"] == "set" and told["column"]:
        edits = list(_over(plan, told["rad"], [{told["column"]: told["text"]}] * len(told["rad"])))
        written = write(top, edits, by=by, shown=View.asked(request.GET, top.columns).columns)
    else:
        written = marked.ACTS[told["act"]](top, told["rad"], by=by)
    if request.headers.get("Accept") != FRAGMENT:
        return redirect(f"{address_of(request, top, 'table')}?{request.GET.urlencode()}")
    return _answer(request, top, written, is_whole=told["act"] != "set")


#: What the script of the table asks for: the rows that were changed, not the page.
FRAGMENT = "text/x-rows"


def _answer(
    request: HttpRequest, top: TopRow, written: Written, *, cut: int = 0, is_whole: bool = False
) -> HttpResponse:
    """Give the rows that were written, what was not and why, and how to take it back."""
    plan = written.plan
    view = View.asked(request.GET, top.columns)
    nodes = {one.key: one for one in plan.activities}
    keys = written.keys if is_whole else written.keys + written.added
    changed = [nodes[key] for key in keys if key in nodes]
    return render(
        request,
        "plans/table/answer.html",
        {
            "top": top,
            "rows": rows_of(changed, plan, view),
            "columns": view.shown,
            "total": len(plan.activities),
            "written": written,
            "told": _told(written, cut),
            "is_whole": is_whole,
        },
        status=200 if written.change or not (written.unwritten or written.lost) else 409,
    )


def _told(written: Written, cut: int) -> str:
    """Say in a sentence or two what came of it."""
    said = []
    conflicts = sum(one.is_conflict for one in written.unwritten)
    wrong = len(written.unwritten) - conflicts
    if written.added:
        number = len(written.added)
        said.append(
            ngettext("%(number)d new row.", "%(number)d new rows.", number) % {"number": number}
        )
    if written.change:
        said.append(_("Saved."))
    if conflicts:
        said.append(
            ngettext(
                "Someone else has changed %(number)d cell meanwhile: choose between the texts.",
                "Someone else has changed %(number)d cells meanwhile: choose between the texts.",
                conflicts,
            )
            % {"number": conflicts}
        )
    if wrong:
        said.append(
            ngettext(
                "%(number)d cell was not saved; it says why.",
                "%(number)d cells were not saved; they say why.",
                wrong,
            )
            % {"number": wrong}
        )
    if written.lost:
        said.append(_("A row was deleted by someone else meanwhile; your words stand below."))
    if cut:
        said.append(
            ngettext(
                "%(number)d column had no place in the table and was left out.",
                "%(number)d columns had no place in the table and were left out.",
                cut,
            )
            % {"number": cut}
        )
    return " ".join(said) or _("Nothing was changed.")


def _refused(request: HttpRequest, top: TopRow, form: Form) -> HttpResponse:
    sentence = " ".join(message for found in form.errors.values() for message in found)
    return render(
        request, "plans/table/refused.html", {"top": top, "sentence": sentence}, status=422
    )
