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
from agreements.kind import AGREEMENT
from agreements.models import Agreement
from agreements.views.fetching import get_own, get_top_for, posted
from agreements.views.form_pages import act_page
from consultation.models import Comment
from consultation.threads import threads
from desk.addresses import page_of
from documents.acts import LOCK, REOPEN, SHARE
from documents.changes import Actor
from documents.kinds import DocumentKind
from documents.reading import read_tree
from partnerships.access import door
from partnerships.models import Organisation


@door(SHARE.action)
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Share a draft for comments, or send it; a logged act of the organisation that writes it."""
    top = get_own(request, kind, pk)
    SHARE.check(top.document)
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
    return act_page(request, top, form, "share", shown_to=shown_to(top.document))


@door(LOCK.action)
@require_http_methods(["GET", "HEAD", "POST"])
def lock(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Lock the text as a proposal: what is printed, decided on and signed."""
    top = get_own(request, kind, pk)
    LOCK.check(top.document)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            version = workflow.lock(
                top, by=Actor.of(request.access), reason=form.cleaned_data["reason"]
            )
        except workflow.NoParty:
            form.add_error(None, _("A text without parties cannot be locked. Add them first."))
        else:
            messages.success(
                request, _("The text is locked as version %(number)d.") % {"number": version.number}
            )
            return redirect(page_of(request, top))
    open_rounds = [one for one in top.document.consultations.all() if one.is_open]
    comments = Comment.objects.seen_by(request.access).filter(document=top.document)
    own = with_number_to_print(Agreement.objects.filter(pk=top.pk)).get()
    content = read_tree(top)
    return act_page(
        request,
        top,
        form,
        "lock",
        missing=missing(content, number_to_print(own)),
        no_party=not content.parties,
        open_rounds=open_rounds,
        undecided=sum(one.is_open for one in threads(comments)),
    )


@door(REOPEN.action)
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Open a locked proposal for editing again."""
    top = get_own(request, kind, pk)
    REOPEN.check(top.document)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        workflow.reopen(top, by=Actor.of(request.access), reason=form.cleaned_data["reason"])
        messages.success(request, _("The draft can be edited again."))
        return redirect(page_of(request, top))
    return act_page(request, top, form, "reopen")


@door(REGISTER_SIGNED.action)
@require_http_methods(["GET", "HEAD", "POST"])
def register_signed(request: HttpRequest, pk: int) -> HttpResponse:
    """Register that the locked text was signed outside the program."""
    top = get_top_for(REGISTER_SIGNED, request, AGREEMENT, pk)
    form = SignedForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            workflow.register_signed(
                top,
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
                if top.is_amendment
                else _("The agreement is registered as signed."),
            )
            return redirect(page_of(request, top))
    return act_page(request, top, form, "register_signed", readers=_readers(request))


def _readers(request: HttpRequest) -> QuerySet[Organisation]:
    """Return the organisations whose members see what is binding in the partnership."""
    members = request.access.partnership.memberships.values("organisation")
    return Organisation.objects.filter(pk__in=members)
