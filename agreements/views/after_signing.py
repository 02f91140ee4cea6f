"""What follows on a binding agreement: amended, extended, ended, replaced. GET asks, POST acts."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements.acts import AMEND, EXTEND, SUCCEED, TERMINATE
from agreements.after_signing import later_decisions
from agreements.after_signing.amending import amend as make_amendment
from agreements.after_signing.amending import refuse_what_is_not_amended, usual_title
from agreements.after_signing.later_decisions import Untrue
from agreements.after_signing.succeeding import note_successor
from agreements.forms.after_signing import (
    FURTHER_NOTICE,
    NOT_AT_ALL,
    AmendmentForm,
    DecisionForm,
    ExtensionForm,
    TerminationForm,
)
from agreements.forms.successor import SuccessorForm
from agreements.kind import AGREEMENT
from agreements.models import Agreement
from agreements.validity import state
from core.days import day
from desk.addresses import page_of
from desk.views.fetching import get_top_for, posted
from desk.views.form_pages import act_page
from documents.changes import Actor, WrongState
from partnerships.access import door


@door(AMEND.action)
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a draft that changes a binding agreement."""
    agreement = get_top_for(AMEND, request, AGREEMENT, pk)
    refuse_what_is_not_amended(agreement)
    form = AmendmentForm(
        posted(request),
        initial={"title": usual_title(agreement)},
        first_day=agreement.valid_from,
    )
    if request.method == "POST" and form.is_valid():
        draft = make_amendment(
            agreement,
            **form.cleaned_data,
            drafting_organisation=request.access.organisation,
            by=Actor.of(request.access),
        )
        messages.success(request, _("The draft has been made. Only your organisation sees it."))
        return redirect(page_of(request, draft))
    unfinished = Agreement.objects.visible_to(request.access).filter(parent=agreement, signed=False)
    return _ask(request, agreement, form, "amend", unfinished=list(unfinished))


@door(EXTEND.action)
@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """Register that the parties have let the agreement last longer."""
    agreement = get_top_for(EXTEND, request, AGREEMENT, pk)
    form = ExtensionForm(posted(request), standing=_extension_in_words(agreement))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        extension = later_decisions.Extension(
            to=None if said["until"] == FURTHER_NOTICE else said["to"],
            decided_on=said["decided_on"],
            text=said["text"],
        )
        try:
            later_decisions.register_extension(
                agreement,
                None if said["until"] == NOT_AT_ALL else extension,
                corrects=said["corrects"],
                by=Actor.of(request.access, on_behalf_of=said["on_behalf_of"]),
                reason=said["reason"],
            )
        except Untrue as untrue:
            _say_at(form, untrue)
        else:
            taken_away = said["until"] == NOT_AT_ALL
            messages.success(
                request,
                _("The extension is taken away.")
                if taken_away
                else _("The extension is registered."),
            )
            return redirect(page_of(request, agreement))
    return _ask(request, agreement, form, "extend")


@door(TERMINATE.action)
@require_http_methods(["GET", "HEAD", "POST"])
def terminate(request: HttpRequest, pk: int) -> HttpResponse:
    """Register that the agreement has been terminated."""
    agreement = get_top_for(TERMINATE, request, AGREEMENT, pk)
    form = TerminationForm(posted(request), standing=_termination_in_words(agreement))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            later_decisions.register_termination(
                agreement,
                form.termination,
                corrects=said["corrects"],
                by=Actor.of(request.access, on_behalf_of=said["on_behalf_of"]),
                reason=said["reason"],
            )
        except Untrue as untrue:
            _say_at(form, untrue)
        else:
            messages.success(
                request,
                _("The termination is registered.")
                if form.termination
                else _("The termination is taken away."),
            )
            return redirect(page_of(request, agreement))
    return _ask(request, agreement, form, "terminate")


@door(SUCCEED.action)
@require_http_methods(["GET", "HEAD", "POST"])
def succeed(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what replaced an agreement that nothing here says it replaces."""
    agreement = get_top_for(SUCCEED, request, AGREEMENT, pk)
    if agreement.is_amendment:
        raise WrongState
    form = SuccessorForm(posted(request), agreement=agreement, access=request.access)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        note_successor(
            agreement, said["replaced_by"], by=Actor.of(request.access), reason=said["reason"]
        )
        messages.success(
            request,
            _("It is noted what replaced the agreement.")
            if said["replaced_by"]
            else _("It is noted that nothing known has replaced the agreement."),
        )
        return redirect(page_of(request, agreement))
    return _ask(request, agreement, form, "succeed")


def _extension_in_words(agreement: Agreement) -> str:
    if not agreement.extensions:
        return ""
    if agreement.last_day is None:
        return _("Registered now: extended until further notice.")
    return _("Registered now: extended to %(day)s.") % {"day": day(agreement.last_day)}


def _termination_in_words(agreement: Agreement) -> str:
    if not agreement.terminated_on:
        return ""
    return _("Registered now: terminated from %(day)s.") % {"day": day(agreement.terminated_on)}


def _say_at(form: DecisionForm, untrue: Untrue) -> None:
    """Put the sentence at its field, or above the form where it has no such field."""
    form.add_error(untrue.field if untrue.field in form.fields else None, untrue.sentence)


def _ask(
    request: HttpRequest,
    agreement: Agreement,
    form: AmendmentForm | DecisionForm | SuccessorForm,
    act: str,
    **context,
) -> HttpResponse:
    return act_page(
        request, agreement, form, f"agreements/acts/{act}.html", state=state(agreement), **context
    )
