"""How it goes with one row of a document: read, reported, corrected, taken back.

It is no part of the text, so it is written also while the text is locked or binding, by everyone
whose role reports and who reads the row.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from desk.addresses import address_of, page_of
from desk.forms.reporting import OutcomeForm, StatusForm
from desk.views.fetching import get_top, posted
from desk.views.following import get_followed, past_on, standing_of
from desk.views.form_pages import form_page
from documents.kinds import DocumentKind
from documents.models import TopRow
from documents.tree import Node
from followup import phrases, reporting
from followup.choices import Mark
from followup.models import Outcome
from followup.reporting import OUTCOME_COLUMNS, Reporter, is_ones_own
from partnerships.access import door
from partnerships.permissions import Action


@door(Action.VIEW)
@require_safe
def followed(request: HttpRequest, kind: DocumentKind, pk: int, followed) -> HttpResponse:
    """Show how it goes with a row, and all that was reported of it before."""
    top = get_top(request, kind, pk)
    node = get_followed(kind, top, followed)
    past = past_on(request, top, followed)
    came_of, own = phrases.by_measure(past.counting), request.access.organisation
    return render(
        request,
        "desk/followup/row.html",
        _about(kind, top, node)
        | {
            "page": page_of(request, top, node.anchor),
            "standing": standing_of(kind, top, node, past),
            "past": past,
            "outcomes": [
                (one, past.before(one), is_ones_own(one, top.document, own))
                for found in came_of.values()
                for one in found
            ],
            "totals": [
                (measure, sum_)
                for measure, sum_ in phrases.totals(past.counting)
                if len(came_of[measure]) > 1
            ],
            "reports": request.access.may(Action.REPORT),
        },
    )


@door(Action.REPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, kind: DocumentKind, pk: int, followed) -> HttpResponse:
    """Report how far a row has come; what was reported last is filled in."""
    top = get_top(request, kind, pk)
    node = get_followed(kind, top, followed)
    standing = standing_of(kind, top, node, past_on(request, top, followed))
    last = standing.status
    said = {name: getattr(last, name) for name in StatusForm.Meta.fields} if last else {}
    form = StatusForm(posted(request), initial=said)
    if request.method == "POST" and form.is_valid():
        reporter = Reporter.of(request.access)
        made = reporting.report_status(
            top.document, followed, reporter=reporter, **form.cleaned_data
        )
        messages.success(
            request,
            _("Reported: %(state)s. %(row)s")
            % {"state": made.get_state_display(), "row": kind.short_name(node)},
        )
        return redirect(page_of(request, top, node.anchor))
    return form_page(
        request,
        "desk/followup/report.html",
        form,
        page=page_of(request, top, node.anchor),
        standing=standing,
        **_about(kind, top, node),
    )


@door(Action.REPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def report_outcome(request: HttpRequest, kind: DocumentKind, pk: int, followed) -> HttpResponse:
    """Report what came of a row."""
    top = get_top(request, kind, pk)
    node = get_followed(kind, top, followed)
    usual = {
        "mark": Mark.EXACT,
        "by": request.access.organisation.name,
        "reported_on": timezone.localdate(),
    }
    form = OutcomeForm(posted(request), initial=usual)
    if request.method == "POST" and form.is_valid():
        reporter = Reporter.of(request.access)
        reporting.report_outcome(top.document, followed, reporter=reporter, **form.cleaned_data)
        messages.success(request, _("The outcome has been reported."))
        return redirect(address_of(request, top, "followed", followed))
    return _outcome_page(request, kind, top, node, form)


@door(Action.REPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def correct_outcome(
    request: HttpRequest, kind: DocumentKind, pk: int, followed, outcome: int
) -> HttpResponse:
    """Correct an outcome; what was reported before stays to be read."""
    top = get_top(request, kind, pk)
    node = get_followed(kind, top, followed)
    earlier = _get_own(request, top, followed, outcome)
    said = {name: getattr(earlier, name) for name in OUTCOME_COLUMNS}
    form = OutcomeForm(posted(request), initial=said)
    if request.method == "POST" and form.is_valid():
        reporting.correct(earlier, reporter=Reporter.of(request.access), **form.cleaned_data)
        messages.success(request, _("The outcome has been corrected."))
        return redirect(address_of(request, top, "followed", followed))
    return _outcome_page(request, kind, top, node, form, earlier=earlier)


@door(Action.REPORT)
@require_POST
def withdraw_outcome(
    request: HttpRequest, kind: DocumentKind, pk: int, followed, outcome: int
) -> HttpResponse:
    """Take an outcome back: it stays to be read and counts no longer."""
    top = get_top(request, kind, pk)
    get_followed(kind, top, followed)
    earlier = _get_own(request, top, followed, outcome)
    reporting.withdraw(earlier, reporter=Reporter.of(request.access))
    messages.success(request, _("The outcome has been taken back."))
    return redirect(address_of(request, top, "followed", followed))


def _get_own(request: HttpRequest, top: TopRow, row, pk: int) -> Outcome:
    """Return an outcome of the row that the reader may correct.

    Raises Http404 when the reader does not see it, PermissionDenied when it is another's.
    """
    seen = Outcome.objects.seen_by(request.access).filter(document=top.document_id, row=row)
    found = get_object_or_404(seen, pk=pk)
    if not is_ones_own(found, top.document, request.access.organisation):
        raise PermissionDenied
    return found


def _outcome_page(
    request: HttpRequest, kind: DocumentKind, top: TopRow, node: Node, form, **context
) -> HttpResponse:
    return form_page(
        request,
        "desk/followup/outcome.html",
        form,
        page=address_of(request, top, "followed", node.key),
        **_about(kind, top, node) | context,
    )


def _about(kind: DocumentKind, top: TopRow, node: Node) -> dict:
    """Return what every page about a row names: the document, the row, and what it is called."""
    name = kind.followed_rows[node.ROW].short_name(node)
    return {"top": top, "node": node, "row_name": capfirst(name)}
