"""The table of a plan as it is seen, on paper and in Word."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from decisions.phrases import decided_about
from desk.views.fetching import get_top, tree_with_keys
from desk.views.following import standings_on
from desk.views.prints import printed_as
from desk.views.sending import file_name, send_file
from desk.views.word import WORD
from documents.choices import VersionKind
from documents.languages import words_for
from documents.models import TopRow
from partnerships.access import door
from partnerships.permissions import Action
from plans.kind import PLAN
from plans.table.measures import Paper
from plans.table.printing import print_table
from plans.table.shown import Shown, shown
from plans.table.word import write_table

#: The word of the address for the paper.
PAPER = "papper"


@door(Action.VIEW)
@require_safe
def table_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """Send as a PDF what the table shows at the same query, on the paper `?papper=a4` or a3."""
    top = get_top(request, PLAN, pk)
    asked = request.GET.get(PAPER)
    paper = Paper(asked) if asked in [*Paper] else Paper.A4
    content = print_table(_seen(request, top), top=top, paper=paper, **_text_of(top))
    return send_file(content, "application/pdf", f"{_name(top)}-{paper}.pdf")


@door(Action.VIEW)
@require_safe
def table_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Send as a Word file what the table shows at the same query."""
    top = get_top(request, PLAN, pk)
    content = write_table(_seen(request, top), top=top, **_text_of(top))
    return send_file(content, WORD, f"{_name(top)}.docx", attached=True)


def _seen(request: HttpRequest, top: TopRow) -> Shown:
    """Return what the query shows, said in the language of the plan."""
    with translation.override(words_for(top.document.language)):
        return shown(
            top, request.GET, tree_with_keys, lambda plan: standings_on(request, top, plan)
        )


def _text_of(top: TopRow) -> dict:
    """Return what is printed of which text it is: its kind, its day, who decided about it."""
    kind, dated = printed_as(top)
    decided = decided_about(top.version_read) if kind == VersionKind.BINDING else None
    return {"kind": kind, "dated": dated, "decided": decided}


def _name(top: TopRow) -> str:
    return f"{file_name(top, draft=top.version_read is None)}-{slugify(_('Table'))}"
