"""What is written in the table: cells, a pasted block, rows that are marked. Each is one change.

The door is that of reports, which also those make who do not write the text; whoever writes a text
may report (`partnerships/permissions.py`). Texts are refused here to those who only report.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from desk.addresses import address_of
from desk.views.fetching import get_top
from desk.views.following import standings_on
from documents.changes import Actor
from documents.models import TopRow
from followup.choices import State
from followup.reporting import Reporter
from followup.words import state_like
from partnerships.access import door
from partnerships.permissions import Action
from plans.columns import BY_NAME, heading_names
from plans.forms.table import CellsForm, MarkedForm, PasteForm, too_much
from plans.kind import PLAN
from plans.table import marked
from plans.table.arranging import NOT_ASKED, Standings, rows_of
from plans.table.clipboard import Block, TooMuch
from plans.table.entering import Cells, Entered, enter, texts_in
from plans.table.pasting import Pasted, laid_out, pasted
from plans.table.reading import read_rows, rows_as_of
from plans.table.reporting import is_reported
from plans.table.view import View
from plans.table.writing import Edit
from plans.tree import PlanTree


@door(Action.REPORT)
@require_POST
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Write cells, or a new row; answer with the rows that were changed and what was not."""
    top = get_top(request, PLAN, pk)
    form = CellsForm(request.POST)
    if not form.is_valid():
        return _refused(request, top, form)
    try:
        entered = _enter(request, top, form.edits, new=form.new)
    except ValidationError as error:
        return _refused(request, top, form, error)
    return _answer(request, top, entered)


@door(Action.REPORT)
@require_POST
def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a pasted block. What can be meant in more than one way is asked first."""
    top = get_top(request, PLAN, pk)
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _refused(request, top, form)
    told = form.cleaned_data
    try:
        block = form.block()
    except TooMuch:
        return _refused(request, top, form, ValidationError(too_much()))
    # What the page showed when it was pasted: cells that others have changed since are theirs too.
    plan = rows_as_of(top, told["since"])
    given = _pasted(block, form, View.asked(request.GET, top.columns), plan)
    over, new = laid_out(given, len(told["rows"]), is_over=told["mode"] != "new")
    if not told["asked"] and _is_asked(given, told["rows"], new):
        context = {
            "top": top,
            "pasted": given,
            "over": len(over),
            "new": len(new),
            "words": [(one, state_like(one)) for one in given.states],
            "states": State.choices,
        }
        return render(request, "plans/table/paste.html", context)
    if told["asked"] and told["mode"] != "new" and not told["longer"]:
        new = ()
    known = _known(request, top, plan, given.columns, shown_at=told["shown"])
    try:
        entered = _enter(
            request,
            top,
            list(_over(plan, known, told["rows"], over)),
            new=[_in_group(form, row) for row in new],
            headings=given.headings if told["make"] else (),
        )
    except ValidationError as error:
        return _refused(request, top, form, error)
    return _answer(request, top, entered, cut=given.cut, is_whole=bool(entered.added))


def _pasted(block: Block, form: PasteForm, view: View, plan: PlanTree) -> Pasted:
    told = form.cleaned_data
    column = told["column"] if told["column"] in view.columns else view.columns[0]
    names = heading_names(plan)
    given = pasted(block, columns=view.columns, at=column, headings=names, fill=told["fill"])
    return given.meaning(form.means(given.states)) if told["asked"] else given


def _is_asked(given: Pasted, rows: Sequence[UUID], new: Sequence) -> bool:
    """Tell whether a person has to say how a block is meant: in an empty table, hardly ever."""
    is_open = bool(rows) and (bool(new) or given.has_heads)
    return is_open or given.is_merged or bool(given.headings or given.unknown or given.states)


def _over(
    plan: PlanTree, known: Standings, keys: Sequence[UUID], rows: Sequence[Cells]
) -> Iterator[Edit]:
    """Give what is written over rows, with what their cells said in `plan` and what was `known`."""
    nodes = {one.key: one for one in plan.activities}
    for key, cells in zip(keys, rows, strict=False):
        for name, text in cells.items():
            node = nodes.get(key)
            was = BY_NAME[name].cell(node, plan, known.get(key)) if node else ""
            yield Edit(key, name, text, was)


def _known(
    request: HttpRequest,
    top: TopRow,
    plan: PlanTree,
    columns: Iterable[str],
    shown_at: datetime | None = None,
) -> Standings:
    """Return how it goes with the rows of `plan`, where one of `columns` says so."""
    if not any(is_reported(name) for name in columns):
        return NOT_ASKED
    return standings_on(request, top, plan, shown_at=shown_at)


def _in_group(form: PasteForm, row: Cells) -> Cells:
    """Return a new row with what those of its group say, where it does not say otherwise."""
    group, value = form.cleaned_data["group"], form.cleaned_data["value"]
    return {group: value} | row if group and value and not row.get(group, "").strip() else row


@door(Action.REPORT)
@require_POST
def rows(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete, duplicate or move the rows that are marked, or write one text in all of them."""
    top = get_top(request, PLAN, pk)
    plan = read_rows(top)
    form = MarkedForm(request.POST, keys=[one.key for one in plan.activities])
    if not form.is_valid():
        return _refused(request, top, form)
    told = form.cleaned_data
    try:
        if told["act"] == "set":
            cells = {told["column"]: told["text"]}
            known = _known(request, top, plan, cells)
            edits = _over(plan, known, told["rad"], [cells] * len(told["rad"]))
            entered = _enter(request, top, list(edits))
        else:
            _check_writes(request, top)
            act = marked.ACTS[told["act"]]
            entered = Entered.of(act(top, told["rad"], by=Actor.of(request.access)))
    except ValidationError as error:
        return _refused(request, top, form, error)
    if request.headers.get("Accept") != FRAGMENT:
        messages.info(request, _told(entered, 0))
        return redirect(f"{address_of(request, top, 'table')}?{request.GET.urlencode()}")
    return _answer(request, top, entered, is_whole=told["act"] != "set")


#: What the script of the table asks for: the rows that were changed, not the page.
FRAGMENT = "text/x-rows"


def _enter(
    request: HttpRequest,
    top: TopRow,
    edits: Sequence[Edit],
    *,
    new: Sequence[Cells] = (),
    headings: Sequence[str] = (),
) -> Entered:
    """Enter cells and new rows. Raises ValidationError for texts of one who only reports."""
    if new or headings or texts_in(edits):
        _check_writes(request, top)
    return enter(
        top,
        edits,
        by=Actor.of(request.access),
        reporter=Reporter.of(request.access),
        standings=lambda plan: standings_on(request, top, plan),
        new=new,
        headings=headings,
        shown=View.asked(request.GET, top.columns).columns,
    )


def _check_writes(request: HttpRequest, top: TopRow) -> None:
    if not (request.access.may(Action.EDIT) and top.may_write):
        raise ValidationError(
            _(
                "The text of the plan is not yours to write. In the columns that say how it goes "
                "you can report."
            )
        )


def _answer(
    request: HttpRequest, top: TopRow, written: Entered, *, cut: int = 0, is_whole: bool = False
) -> HttpResponse:
    """Give the rows that were written, what was not and why, and how to take it back."""
    plan = written.plan
    view = View.asked(request.GET, top.columns)
    known = standings_on(request, top, plan) if view.asks_how_it_goes else NOT_ASKED
    nodes = {one.key: one for one in plan.activities}
    keys = written.keys if is_whole else written.keys + written.added
    changed = [nodes[key] for key in keys if key in nodes]
    is_written = written.change or written.reported
    return render(
        request,
        "plans/table/answer.html",
        {
            "top": top,
            "rows": rows_of(changed, plan, view, known),
            "columns": view.shown,
            "total": len(plan.activities),
            "written": written,
            "told": _told(written, cut),
            "is_whole": is_whole,
        },
        status=200 if is_written or not (written.unwritten or written.lost) else 409,
    )


def _told(written: Entered, cut: int) -> str:
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
    if written.reported:
        said.append(_("Reported. A report is not undone: report anew what is true."))
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


def _refused(
    request: HttpRequest, top: TopRow, form: Form, error: ValidationError | None = None
) -> HttpResponse:
    """Say that nothing was written, and why: what is wrong with the form, or with what it asks."""
    if error:
        form.add_error(None, error)
    sentence = " ".join(message for found in form.errors.values() for message in found)
    return render(
        request, "plans/table/refused.html", {"top": top, "sentence": sentence}, status=422
    )
