"""Registering what a body decided: from the meeting, from elsewhere, and from the minutes later."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from decisions import phrases
from decisions.answering import asked_in
from decisions.choices import AnswerKind, Outcome
from decisions.deciding import (
    ChangesNotWritten,
    DecidedBefore,
    Minutes,
    TakenBackBefore,
    TextMovedOn,
)
from decisions.models import Decision, Matter
from decisions.objections import objections
from decisions.submitting import GoneOn
from desk import deciding, workflow
from desk.addresses import address_of, page_of
from desk.forms.acts import ReasonForm
from desk.forms.deciding import AdoptedForm, CorrectForm, MinutesForm
from desk.taking_back import refuse_when_gone_on, take_back_decision, unbinds
from desk.views.decisions import get_matter
from desk.views.fetching import get_own, get_top_for, posted
from desk.views.form_pages import form_page
from desk.views.letters import write_to_members
from documents.acts import ADOPTED, REOPEN
from documents.changes import Actor
from documents.kinds import DocumentKind
from documents.models import TopRow
from partnerships.access import door
from partnerships.permissions import Action

#: Who says so before the meeting does not take part.
APART = {AnswerKind.ABSTAINS, AnswerKind.BIASED}


@door(Action.DECIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, kind: DocumentKind, pk: int, matter: int) -> HttpResponse:
    """Register what the body decided in a matter."""
    top, current = get_matter(request, kind, pk, matter)
    form = MinutesForm(posted(request), request.FILES or None, initial=_expected(current))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        extract, on_behalf_of = said.pop("extract"), said.pop("on_behalf_of")
        try:
            made = deciding.register(
                top,
                current,
                Minutes(**said | {"outcome": Outcome(said["outcome"])}),
                by=Actor.of(request.access, on_behalf_of=on_behalf_of),
                extract=extract,
            )
        except (TextMovedOn, ChangesNotWritten) as hindrance:
            form.add_error("outcome", str(hindrance.sentence))
        except workflow.NotReady as hindrance:
            form.add_error(None, str(hindrance))
        except DecidedBefore as before:
            messages.info(request, _already(before.decision))
            return redirect(address_of(request, top, "decisions"))
        else:
            messages.success(request, _("Registered: %(line)s.") % {"line": phrases.line(made)})
            # Who has still to decide gets the text with the changes, before a known day.
            passed_on = made.change.matters.waiting().exclude(meeting_on=None)
            write_to_members(request, passed_on.with_all())
            return redirect(page_of(request, top))
    others = list(top.document.matters.filter(version=current.version_id).with_all())
    return _page(
        request,
        top,
        form,
        "desk/decisions/decide.html",
        matter=current,
        objections=objections(current, others),
        reopens=REOPEN.is_offered(request.access, top),
    )


@door(ADOPTED.action)
@require_http_methods(["GET", "HEAD", "POST"])
def adopted(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Register that the text was adopted elsewhere, also after its period began."""
    top = get_top_for(ADOPTED, request, kind, pk)
    form = AdoptedForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        extract, name = said.pop("extract"), said.pop("body_name")
        known = request.access.partnership.bodies.filter(name=name).first()
        try:
            made = deciding.register_adopted(
                top,
                Minutes(outcome=Outcome.ADOPTED, **said),
                body=known,
                body_name=name,
                by=Actor.of(request.access),
                extract=extract,
            )
        except workflow.NotReady as hindrance:
            form.add_error(None, str(hindrance))
        else:
            messages.success(request, _("Registered: %(line)s.") % {"line": phrases.line(made)})
            return redirect(page_of(request, top))
    return _page(request, top, form, "desk/decisions/adopted.html")


@door(Action.DECIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: HttpRequest, kind: DocumentKind, pk: int, decision: int) -> HttpResponse:
    """Add what the minutes say once they exist, above all the paragraph; correct what is wrong."""
    top, kept = _get_kept(request, kind, pk, decision)
    form = CorrectForm(kept, posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        deciding.complete_decision(top, kept, by=Actor.of(request.access), **form.cleaned_data)
        messages.success(request, _("What is said of the decision has been saved."))
        return redirect(address_of(request, top, "decisions"))
    return _page(request, top, form, "desk/decisions/minutes.html", decision=kept)


@door(Action.DECIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, kind: DocumentKind, pk: int, decision: int) -> HttpResponse:
    """Take back a decision that was registered by mistake, and what it did to the text."""
    top, kept = _get_kept(request, kind, pk, decision)
    form = ReasonForm(posted(request))
    hindrance = ""
    try:
        refuse_when_gone_on(top, kept)
        if request.method == "POST" and form.is_valid():
            take_back_decision(
                top, kept, by=Actor.of(request.access), reason=form.cleaned_data["reason"]
            )
            messages.success(request, _("The registration is taken back. It stays to be read."))
            return redirect(address_of(request, top, "decisions"))
    except GoneOn as gone_on:
        hindrance = gone_on.sentence
    return _page(
        request,
        top,
        form,
        "desk/decisions/take_back.html",
        status=409 if hindrance and request.method == "POST" else 200,
        decision=kept,
        hindrance=hindrance,
        unbinds=unbinds(top, kept),
    )


def _get_kept(
    request: HttpRequest, kind: DocumentKind, pk: int, decision: int
) -> tuple[TopRow, Decision]:
    """Return a document that the reader's organisation writes, and a decision about it.

    Raises Http404, PermissionDenied, and TakenBackBefore when it no longer stands.
    """
    top = get_own(request, kind, pk)
    known = Decision.registered.filter(document=top.document)
    kept = get_object_or_404(known.select_related("version", "matter__body"), pk=decision)
    if kept.taken_back_id:
        raise TakenBackBefore
    return top, kept


def _expected(matter: Matter) -> dict:
    """Return what the form says before anything is written: nothing of the outcome.

    Where a decision was taken back, what was registered of it needs no writing a second time.
    """
    mistaken = Decision.registered.filter(registered_in=matter).last()
    if mistaken:
        return {name: getattr(mistaken, name) for name in vars(Minutes(Outcome.NOTED))} | {
            "outcome": ""
        }
    present = [
        str(one.seat)
        for one in asked_in(matter)
        if not one.seat.has_left and not (one.answer and one.answer.said in APART)
    ]
    has_met = matter.meeting_on and matter.meeting_on <= timezone.localdate()
    met = matter.meeting_on if has_met else None
    return {
        "on": met,
        "wording": matter.proposal,
        "took_part": "\n".join(present),
    }


def _already(decision: Decision) -> str:
    return _("This was registered already: %(line)s. Nothing is registered twice.") % {
        "line": phrases.line(decision)
    }


def _page(request: HttpRequest, top: TopRow, form, template: str, **context) -> HttpResponse:
    page = address_of(request, top, "decisions")
    return form_page(request, template, form, top=top, page=page, **context)
