"""The acts: share, send, lock, reopen, revise. One URL each; GET asks, POST acts."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from consultation.correspondence import shown_to
from decisions.choices import LetterKind
from desk import workflow
from desk.addresses import page_of
from desk.forms.acts import ReasonForm, ShareForm
from desk.views.fetching import get_top_for, posted
from desk.views.form_pages import act_page
from desk.views.letters import write_to_members
from desk.views.locking import before_locking
from documents.acts import LOCK, REOPEN, REVISE, SHARE
from documents.changes import Actor
from documents.kinds import DocumentKind
from documents.models import TopRow
from partnerships.access import door


@door(SHARE.action)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Share a draft for comments, or send it; a logged act of the organisation that writes it."""
    top = get_top_for(SHARE, request, kind, pk)
    form = ShareForm(top, request.access, posted(request))
    if request.method == "POST" and form.is_valid():
        workflow.share(
            top,
            organisations=list(form.cleaned_data["organisations"]),
            kind=form.cleaned_data["kind"],
            on=form.cleaned_data["on"],
            note=form.cleaned_data["note"],
            by=Actor.of(request.access),
        )
        messages.success(request, _("The draft has been shared."))
        return redirect(page_of(request, top))
    return act_page(request, top, form, "desk/acts/share.html", shown_to=shown_to(top.document))


@door(LOCK.action)
@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Lock the text as a proposal: what is printed, decided on and signed."""
    top = get_top_for(LOCK, request, kind, pk)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            version = workflow.lock(
                top, by=Actor.of(request.access), reason=form.cleaned_data["reason"]
            )
        except workflow.NotReady as hindrance:
            form.add_error(None, str(hindrance))
        else:
            messages.success(
                request, _("The text is locked as version %(number)d.") % {"number": version.number}
            )
            return redirect(page_of(request, top))
    told = before_locking(request, kind, top)
    return act_page(request, top, form, "desk/acts/lock.html", **told)


@door(REOPEN.action)
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Open a locked proposal for editing again."""
    top = get_top_for(REOPEN, request, kind, pk)
    said = _("The draft can be edited again.")
    # Whose meeting is held already has decided, perhaps on what is about to be written.
    to_come = Q(meeting_on=None) | Q(meeting_on__gt=timezone.localdate())
    reading = top.document.matters.waiting().filter(to_come, version=top.document.locked_version_id)
    before = list(reading.with_all())
    answer = _for_a_reason(
        request, top, "desk/acts/reopen.html", workflow.reopen, said, before=before
    )
    if answer.status_code == 302:
        write_to_members(request, before, LetterKind.OPENED)
    return answer


@door(REVISE.action)
@require_http_methods(["GET", "HEAD", "POST"])
def revise(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Begin a revision of a binding text, which goes on binding until the revision does."""
    top = get_top_for(REVISE, request, kind, pk)
    said = _("The text can be revised. Only your organisation sees it.")
    return _for_a_reason(request, top, "desk/acts/revise.html", workflow.revise, said)


def _for_a_reason(
    request: HttpRequest, top: TopRow, template: str, do: Callable, said: str, **context
) -> HttpResponse:
    """Ask for nothing but a reason, and do it; `said` is what has been done."""
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        do(top, by=Actor.of(request.access), reason=form.cleaned_data["reason"])
        messages.success(request, said)
        return redirect(page_of(request, top))
    return act_page(request, top, form, template, **context)
