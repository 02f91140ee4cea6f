"""A plan's rows as Excel and CSV, and taking in rows from such files."""

from collections.abc import Callable

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from desk.addresses import page_of
from desk.views.fetching import get_top, get_top_for, posted, tree_with_keys
from desk.views.following import standings_on
from desk.views.form_pages import act_page
from desk.views.sending import file_name, send_file
from documents.changes import Actor, WrongState
from documents.models import TopRow
from followup.choices import State
from followup.reporting import Reporter
from partnerships.access import door
from partnerships.permissions import Action
from plans.acts import TAKE_IN_REPORTS, TAKE_IN_SHEET
from plans.forms.sheets import SheetForm
from plans.kind import PLAN
from plans.sheets.asking import answered, questions
from plans.sheets.comparing import preview
from plans.sheets.csv_file import write_csv
from plans.sheets.excel import write_excel
from plans.sheets.meaning import Meaning
from plans.sheets.packed import pack, unpack
from plans.sheets.preview import Preview
from plans.sheets.taking_in import take_in
from plans.table.arranging import Standings
from plans.table.shown import Shown, shown
from plans.tree import PlanTree

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What of the rows that a file hides is taken in all the same.
OPTIONS = ("hidden", "struck")


@door(Action.VIEW)
@require_safe
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """Send as an Excel file what the table shows at the same query (`View`)."""
    return _sent(request, pk, write_excel, EXCEL, "xlsx")


@door(Action.VIEW)
@require_safe
def csv(request: HttpRequest, pk: int) -> HttpResponse:
    """Send as a CSV file what the table shows at the same query (`View`)."""
    return _sent(request, pk, write_csv, "text/csv; charset=utf-8", "csv")


def _sent(
    request: HttpRequest, pk: int, write: Callable[[Shown], bytes], media_type: str, ending: str
) -> HttpResponse:
    top = get_top(request, PLAN, pk)
    seen = shown(top, request.GET, tree_with_keys, lambda plan: standings_on(request, top, plan))
    content = write(seen)
    name = f"{file_name(top, draft=top.reads_draft)}.{ending}"
    return send_file(content, media_type, name, attached=True)


@door(TAKE_IN_SHEET.action)
@require_http_methods(["GET", "HEAD", "POST"])
def take_in_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose a file; see row by row what it would do; take it in, as one change."""
    return _Taking(request, get_top_for(TAKE_IN_SHEET, request, PLAN, pk)).answer()


@door(TAKE_IN_REPORTS.action)
@require_http_methods(["GET", "HEAD", "POST"])
def take_in_reports(request: HttpRequest, pk: int) -> HttpResponse:
    """Take in what a file says of how it goes, and nothing else: the text may be locked."""
    top = get_top_for(TAKE_IN_REPORTS, request, PLAN, pk)
    return _Taking(request, top, reports_only=True).answer()


class _Taking:
    """A file on its way into a plan: chosen, looked at and asked about, taken in."""

    def __init__(self, request: HttpRequest, top: TopRow, *, reports_only: bool = False) -> None:
        self.request = request
        self.top = top
        self.reports_only = reports_only

    def answer(self) -> HttpResponse:
        """Answer what was sent."""
        request = self.request
        if "read" in request.POST:
            return self._seen()
        form = SheetForm(posted(request), request.FILES or None)
        if request.method == "POST" and form.is_valid():
            try:
                return self._review(form.file_name, form.cleaned_data["file"])
            except ValidationError as error:
                form.add_error("file", error)
        return self._upload_page(form)

    def _seen(self) -> HttpResponse:
        """Take in what was seen, or show it again: with other answers, or as it is now."""
        request = self.request
        try:
            name, said = unpack(request.POST["read"])
        except signing.BadSignature:
            messages.error(request, _("The comparison could not be read. Choose the file again."))
            return self._upload_page(SheetForm(), status=422)
        if "again" in request.POST or self._answers(said) != self._answers(said, "shown"):
            return self._review(name, said)
        try:
            found = take_in(
                self.top,
                answered(said, self._answers(said)),
                seen=request.POST.get("seen", ""),
                by=Actor.of(request.access),
                name=name,
                reporter=Reporter.of(request.access),
                standings=self._standings,
                read=tree_with_keys,
                **self._options(),
            )
        except WrongState as error:
            if type(error) is not WrongState:
                raise
            return self._review(name, said, status=409)
        except ValidationError as error:
            messages.error(request, error.messages[0])
            return self._review(name, said, status=422)
        messages.success(request, self._told(name, found))
        return redirect(page_of(request, self.top))

    def _told(self, name: str, found: Preview) -> str:
        said = {"file": name, "new": len(found.new), "changed": len(found.changed)}
        if found.reports_only:
            return _("Taken in from “%(file)s”. Rows reported of: %(changed)d.") % said
        return _("Taken in from “%(file)s”. New rows: %(new)d. Changed rows: %(changed)d.") % said

    def _standings(self, plan: PlanTree) -> Standings:
        return standings_on(self.request, self.top, plan)

    def _options(self) -> dict[str, bool]:
        chosen = {one: one in self.request.POST for one in OPTIONS}
        return chosen | {"reports_only": self.reports_only}

    def _answers(self, said: Meaning, name: str = "means") -> list[str]:
        """Return what was answered to each question, or what was proposed before it was."""
        post = self.request.POST
        return [
            post.get(f"{name}-{number}", one.proposed) for number, one in enumerate(questions(said))
        ]

    def _review(self, name: str, said: Meaning, *, status: int = 200) -> HttpResponse:
        """Show what the file would do."""
        plan, answers = tree_with_keys(self.top), self._answers(said)
        found = preview(answered(said, answers), plan, self._standings(plan), **self._options())
        return render(
            self.request,
            "plans/sheets/preview.html",
            {
                "top": self.top,
                "page": page_of(self.request, self.top),
                "again": self.request.path,
                "file": name,
                "read": pack(name, said),
                "preview": found,
                "options": self._options(),
                "questions": list(zip(questions(said), answers, strict=True)),
                "states": State.choices,
                "handed_to": said.handed_to,
                "has_hidden": any(row.is_hidden for row in said.rows),
                "has_struck": any(row.is_struck for row in said.rows),
                "stale": status == 409,
            },
            status=status,
        )

    def _upload_page(self, form: SheetForm, status: int = 200) -> HttpResponse:
        name = "take_in_reports" if self.reports_only else "take_in"
        template = f"plans/sheets/{name}.html"
        return act_page(self.request, self.top, form, template, status=status)
