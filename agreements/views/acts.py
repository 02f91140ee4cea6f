"""The acts: share, send, lock, reopen, register as signed. One URL each; GET asks, POST acts."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agreements import workflow
from agreements.acts import REGISTER_SIGNED
from agreements.after_signing.registering import number_to_print, with_number_to_print
from agreements.consulting.correspondence import shown_to
from agreements.editing.missing import missing
from agreements.forms.acts import ReasonForm, ShareForm, SignedForm
from agreements.models import Agreement
from agreements.reading import read_agreement
from agreements.views.fetching import get_agreement_for, get_own_agreement, page_of, posted
from agreements.views.form_pages import act_page
from consultation.models import Comment
from consultation.threads import threads
from documents.acts import LOCK, REOPEN, SHARE
from documents.changes import Actor
from partnerships.access import door
from partnerships.models import Organisation


@door(SHARE.action)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Share a draft for comments, or send it; a logged act of the organisation that writes it."""
    agreement = get_own_agreement(request, pk)
    SHARE.check(agreement.document)
    form = ShareForm(agreement, request.access, posted(request))
    if request.method == "POST" and form.is_valid():
        workflow.share(
            agreement,
            organisations=list(form.cleaned_data["organisations"]),
            kind=form.cleaned_data["kind"],
            on=form.cleaned_data["on"],
            note=form.cleaned_data["note"],
            by=Actor.of(request.access),
        )
        messages.success(request, _("The draft has been shared."))
        return redirect(page_of(request, agreement))
    return act_page(request, agreement, form, "share", shown_to=shown_to(agreement.document))


@door(LOCK.action)
@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: HttpRequest, pk: int) -> HttpResponse:
    """Lock the text as a proposal: what is printed, decided on and signed."""
    agreement = get_own_agreement(request, pk)
    LOCK.check(agreement.document)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            version = workflow.lock(
                agreement, by=Actor.of(request.access), reason=form.cleaned_data["reason"]
            )
        except workflow.NoParty:
            form.add_error(None, _("A text without parties cannot be locked. Add them first."))
        else:
            messages.success(
                request, _("The text is locked as version %(number)d.") % {"number": version.number}
            )
            return redirect(page_of(request, agreement))
    open_rounds = [one for one in agreement.document.consultations.all() if one.is_open]
    comments = Comment.objects.seen_by(request.access).filter(document=agreement.document)
    own = with_number_to_print(Agreement.objects.filter(pk=agreement.pk)).get()
    content = read_agreement(agreement)
    return act_page(
        request,
        agreement,
        form,
        "lock",
        missing=missing(content, number_to_print(own)),
        no_party=not content.parties,
        open_rounds=open_rounds,
        undecided=sum(one.is_open for one in threads(comments)),
    )


@door(REOPEN.action)
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a locked proposal for editing again."""
    agreement = get_own_agreement(request, pk)
    REOPEN.check(agreement.document)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        workflow.reopen(agreement, by=Actor.of(request.access), reason=form.cleaned_data["reason"])
        messages.success(request, _("The draft can be edited again."))
        return redirect(page_of(request, agreement))
    return act_page(request, agreement, form, "reopen")


@door(REGISTER_SIGNED.action)
@require_http_methods(["GET", "HEAD", "POST"])
def register_signed(request: HttpRequest, pk: int) -> HttpResponse:
    """Register that the locked text was signed outside the program."""
    agreement = get_agreement_for(REGISTER_SIGNED, request, pk)
    form = SignedForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            workflow.register_signed(
                agreement,
                signed_on=said["signed_on"],
                signed_at=said["signed_at"],
                paper=said["paper"],
                by=Actor.of(request.access, on_behalf_of=said["on_behalf_of"]),
                reason=said["reason"],
            )
        except workflow.NoParty:
            form.add_error(
                None,
                _(
                    "Nobody is a party to this text. Open the draft again, add the parties and "
                    "lock it before you register it as signed."
                ),
            )
        else:
            messages.success(
                request,
                _("The amendment is registered as signed.")
                if agreement.is_amendment
                else _("The agreement is registered as signed."),
            )
            return redirect(page_of(request, agreement))
    return act_page(request, agreement, form, "register_signed", readers=_readers(request))


def _readers(request: HttpRequest) -> QuerySet[Organisation]:
    """Return the organisations whose members see what is binding in the partnership."""
    members = request.access.partnership.memberships.values("organisation")
    return Organisation.objects.filter(pk__in=members)
