"""What of a document is before bodies and what they have decided; putting it before them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from decisions.models import Decision, Matter
from decisions.submitting import BeforeThem, NotWaiting, Replaced, has_a_later
from desk import deciding, workflow
from desk.addresses import address_of
from desk.forms.acts import ReasonForm
from desk.forms.deciding import MatterForm, SubmitForm
from desk.noted import past
from desk.views.fetching import get_own, get_top, get_top_for, posted
from desk.views.form_pages import form_page
from desk.views.letters import name_who_gets_no_letter, write_to_members
from desk.views.locking import before_locking
from documents.acts import ADOPTED, SUBMIT
from documents.changes import Actor
from documents.choices import Command
from documents.kinds import DocumentKind
from documents.models import TopRow
from documents.visibility import changes_of
from partnerships.access import door
from partnerships.permissions import Action

#: The changes that say what a decision said before.
_CORRECTING = (Command.DECIDE, Command.UNBIND)


@door(Action.VIEW)
@require_safe
def decisions(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """List what is before bodies and what they have decided, the latest version first."""
    top = get_top(request, kind, pk)
    seen = Matter.objects.seen_by(request.access).filter(document=top.document)
    matters = list(seen.with_all().with_answers())
    registered = Decision.registered.seen_by(request.access).filter(document=top.document)
    others = registered.filter(matter=None).select_related("extract__file", "taken_back")
    changes = changes_of(top.document, request.access).filter(command__in=_CORRECTING)
    before = past(changes, "decision", Decision)
    for one in (*others, *(matter.decided for matter in matters if matter.decided)):
        one.past = before.get(one.pk, [])
    return render(
        request,
        "desk/decisions/list.html",
        {
            "top": top,
            "matters": matters,
            "elsewhere": [one for one in others if one.taken_back is None][::-1],
            "mistakes": [one for one in others if one.taken_back],
            "offers": {
                act.address: act in kind.acts and act.is_offered(request.access, top)
                for act in (SUBMIT, ADOPTED)
            },
            "registers": _keeps(request, top),
        },
    )


@door(SUBMIT.action)
@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Put the text before bodies: it is locked, and a proposed decision goes with it."""
    top = get_top_for(SUBMIT, request, kind, pk)
    bodies = [one for one in request.access.partnership.bodies.all() if not one.has_ended]
    form = SubmitForm(bodies, posted(request), initial={"proposal": _proposal(kind, top)})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = deciding.submit(
                top,
                steps=said["steps"],
                proposal=said["proposal"],
                rapporteurs=said["rapporteurs"],
                address=request.build_absolute_uri("/"),
                by=Actor.of(request.access),
            )
        except workflow.NotReady as hindrance:
            form.add_error(None, str(hindrance))
        except BeforeThem as hindrance:
            form.add_error(None, hindrance.sentence)
        else:
            names = ", ".join(str(one.body) for one in made)
            messages.success(request, _("The text is before %(bodies)s.") % {"bodies": names})
            write_to_members(request, made)
            name_who_gets_no_letter(request, made)
            for one in made:
                if not one.body.seats.asked().exists():
                    messages.warning(
                        request,
                        _("Nobody is noted as a member of %(body)s, so nobody is asked.")
                        % {"body": one.body},
                    )
            return redirect(address_of(request, top, "decisions"))
    told = {} if top.document.is_locked else before_locking(request, kind, top)
    return _page(request, top, form, "desk/decisions/submit.html", **told)


@door(SUBMIT.action)
@require_http_methods(["GET", "HEAD", "POST"])
def alter(request: HttpRequest, kind: DocumentKind, pk: int, matter: int) -> HttpResponse:
    """Change the day, the item on the agenda or the proposed decision of a matter that waits."""
    top, current = get_matter(request, kind, pk, matter)
    names = ("meeting_on", "number", "proposal", "rapporteurs")
    initial = {name: getattr(current, name) for name in names}
    form = MatterForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        deciding.alter_matter(current, by=Actor.of(request.access), **form.cleaned_data)
        messages.success(request, _("The matter has been changed."))
        write_to_members(request, [current])
        return redirect(address_of(request, top, "matter", current.pk))
    return _page(request, top, form, "desk/decisions/alter.html", matter=current)


@door(SUBMIT.action)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, kind: DocumentKind, pk: int, matter: int) -> HttpResponse:
    """Take a matter back before the body has decided."""
    top, current = get_matter(request, kind, pk, matter)
    form = ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        deciding.withdraw_matter(
            current, by=Actor.of(request.access), reason=form.cleaned_data["reason"]
        )
        messages.success(request, _("The matter is withdrawn."))
        return redirect(address_of(request, top, "decisions"))
    return _page(request, top, form, "desk/decisions/withdraw.html", matter=current)


def get_matter(
    request: HttpRequest, kind: DocumentKind, pk: int, matter: int
) -> tuple[TopRow, Matter]:
    """Return a document that the reader's organisation writes, and a matter of it that waits.

    Raises Http404, PermissionDenied, and NotWaiting when it has been decided or withdrawn.
    """
    top = get_own(request, kind, pk)
    found = get_object_or_404(top.document.matters.with_all(), pk=matter)
    found.document = top.document
    if not found.is_waiting:
        raise Replaced(found) if found.withdrawn_at and has_a_later(found) else NotWaiting
    return top, found


def _keeps(request: HttpRequest, top: TopRow) -> bool:
    """Tell whether the reader registers what is decided about the document."""
    own = top.document.is_drafted_by(request.access.organisation)
    return own and request.access.may(Action.DECIDE)


def _proposal(kind: DocumentKind, top: TopRow) -> str:
    if kind.binds_by_decision:
        return _("to adopt %(name)s.") % {"name": top.title}
    return _("to endorse %(name)s and pass it on to be signed.") % {"name": top.title}


def _page(request: HttpRequest, top: TopRow, form, template: str, **context) -> HttpResponse:
    page = address_of(request, top, "decisions")
    return form_page(request, template, form, top=top, page=page, **context)
