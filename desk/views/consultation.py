"""Consultations about a draft: opened, followed and closed by the organisation that writes it."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from consultation import rounds
from consultation.correspondence import shown_to
from consultation.links import token_of
from consultation.mail import send_invitations, send_reminders
from consultation.models import Comment, Consultation, Invitation
from consultation.threads import threads
from desk.addresses import address_of, page_of
from desk.forms.consultation import AskForm, RenewForm, RoundForm
from desk.views.fetching import get_own, get_top_for, posted
from desk.views.form_pages import form_page
from documents.acts import CONSULT
from documents.changes import Actor, WrongState
from documents.kinds import DocumentKind
from documents.models import TopRow
from partnerships.access import door
from partnerships.permissions import Action


@door(CONSULT.action)
@require_safe
def consultations(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """List the rounds that have been held about the draft."""
    top = get_top_for(CONSULT, request, kind, pk)
    rows = top.document.consultations.annotate(
        asked=Count("invitations"),
        answered=Count("invitations", filter=Q(invitations__answered_at__isnull=False)),
    )
    return render(
        request,
        "desk/consultation/list.html",
        {"top": top, "rounds": rows, "shown_to": shown_to(top.document)},
    )


@door(Action.CONSULT)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Send the draft, as it is now, to people who are asked for comments."""
    top = get_own(request, kind, pk)
    if not top.document.has_draft:
        raise WrongState
    initial = {"title": _("Comments on %(name)s") % {"name": top.name}}
    form = RoundForm(request.access, posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            opened = rounds.open_round(
                top.document,
                title=said["title"],
                message=said["message"],
                last_day=said["last_day"],
                recipients=said["recipients"],
                see_each_other=said["see_each_other"],
                address=request.build_absolute_uri("/"),
                by=Actor.of(request.access),
                once=said["once"],
            )
        except rounds.OpenedBefore as before:
            messages.info(
                request,
                _("This was sent already when you pressed the first time: nothing is sent twice."),
            )
            return redirect(overview_of(request, top, before.consultation))
        _send(request, list(_with_rounds(opened.invitations.all())))
        return redirect(overview_of(request, top, opened))
    return _round_page(request, top, form, "new", shown_to=shown_to(top.document))


@door(Action.CONSULT)
@require_safe
def overview(request: HttpRequest, kind: DocumentKind, pk: int, consultation: int) -> HttpResponse:
    """Show who has opened and answered, what they said, and what is left to do."""
    top, current = _get(request, kind, pk, consultation)
    comments = Comment.objects.seen_by(request.access).filter(consultation=current)
    conversations = threads(comments)
    invitations = list(current.invitations.all())
    by_invitation: dict[int, list] = {one.pk: [] for one in invitations}
    for conversation in conversations:
        if conversation.comment.invitation_id in by_invitation:
            by_invitation[conversation.comment.invitation_id].append(conversation)
    for invitation in invitations:
        invitation.consultation = current
        path = reverse("guest:read", args=[token_of(invitation)])
        invitation.link = request.build_absolute_uri(path)
        invitation.threads = by_invitation[invitation.pk]
        invitation.open_threads = sum(one.is_open for one in invitation.threads)
    return render(
        request,
        "desk/consultation/overview.html",
        {
            "top": top,
            "consultation": current,
            "invitations": invitations,
            "answered": sum(one.answered_at is not None for one in invitations),
            "opened": sum(one.opened_at is not None for one in invitations),
            "unsent": [one for one in invitations if not one.sent_at and not one.revoked_at],
            "waiting": [one for one in invitations if _can_be_reminded(one)],
            "threads": conversations,
            "open": sum(one.is_open for one in conversations),
            "wordings": sum(one.comment.proposal is not None for one in conversations),
        },
    )


@door(Action.CONSULT)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, kind: DocumentKind, pk: int, consultation: int) -> HttpResponse:
    """Ask more people, about the same wording."""
    top, current = _get(request, kind, pk, consultation)
    if not current.is_open:
        raise WrongState
    form = AskForm(request.access, posted(request))
    if request.method == "POST" and form.is_valid():
        made = rounds.ask_more(
            current, form.cleaned_data["recipients"], by=Actor.of(request.access)
        )
        _send(request, list(_with_rounds(Invitation.objects.filter(pk__in=[m.pk for m in made]))))
        return redirect(overview_of(request, top, current))
    return _round_page(request, top, form, "ask", consultation=current)


@door(Action.CONSULT)
@require_http_methods(["GET", "HEAD", "POST"])
def remind(request: HttpRequest, kind: DocumentKind, pk: int, consultation: int) -> HttpResponse:
    """Remind one, or all who have not answered; send again what could not be sent.

    GET asks and names them: a letter cannot be taken back.
    """
    top, current = _get(request, kind, pk, consultation)
    wanted = _with_rounds(current.invitations.all())
    asked = request.POST if request.method == "POST" else request.GET
    if asked.get("invitation"):
        wanted = wanted.filter(pk=_number(asked["invitation"]))
    people = [one for one in wanted if _can_be_reminded(one)]
    if request.method != "POST":
        named = {"people": people, "invitation": asked.get("invitation", "")}
        return _question(request, top, current, "remind", **named)
    first, again = ([one for one in people if bool(one.sent_at) == had] for had in (False, True))
    unsent = [*send_invitations(first), *send_reminders(again)]
    _tell(request, len(people) - len(unsent), unsent)
    return redirect(overview_of(request, top, current))


@door(Action.CONSULT)
@require_http_methods(["GET", "HEAD", "POST"])
def revoke(
    request: HttpRequest, kind: DocumentKind, pk: int, consultation: int, invitation: int
) -> HttpResponse:
    """Let a personal link lead nowhere."""
    top, current = _get(request, kind, pk, consultation)
    one = get_object_or_404(Invitation, pk=invitation, consultation=current)
    if request.method != "POST":
        return _question(request, top, current, "revoke", invitation=one)
    rounds.revoke(one)
    messages.success(request, _("The link no longer works. What was written through it stays."))
    return redirect(overview_of(request, top, current))


@door(Action.CONSULT)
@require_http_methods(["GET", "HEAD", "POST"])
def renew(
    request: HttpRequest, kind: DocumentKind, pk: int, consultation: int, invitation: int
) -> HttpResponse:
    """Give someone a new link, with more time if need be."""
    top, current = _get(request, kind, pk, consultation)
    one = get_object_or_404(Invitation, pk=invitation, consultation=current)
    if current.closed_at:
        raise WrongState
    one.consultation = current
    form = RenewForm(posted(request), initial={"last_day": max(one.until, timezone.localdate())})
    if request.method == "POST" and form.is_valid():
        rounds.renew(one, last_day=form.cleaned_data["last_day"])
        _send(request, list(_with_rounds(current.invitations.filter(pk=one.pk))))
        return redirect(overview_of(request, top, current))
    return _round_page(request, top, form, "renew", consultation=current, invitation=one)


@door(Action.CONSULT)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, kind: DocumentKind, pk: int, consultation: int) -> HttpResponse:
    """Close the round."""
    top, current = _get(request, kind, pk, consultation)
    if current.closed_at:
        raise WrongState
    if request.method == "POST":
        rounds.close(current, by=Actor.of(request.access))
        messages.success(request, _("The consultation is closed."))
        return redirect(overview_of(request, top, current))
    return _question(request, top, current, "close")


def overview_of(request: HttpRequest, top: TopRow, consultation: Consultation) -> str:
    """Return the address of the overview of a round."""
    return address_of(request, top, "consultation", consultation.pk)


def _get(
    request: HttpRequest, kind: DocumentKind, pk: int, consultation: int
) -> tuple[TopRow, Consultation]:
    top = get_own(request, kind, pk)
    rows = top.document.consultations.select_related("change", "version")
    found = get_object_or_404(rows.defer("version__content"), pk=consultation)
    found.document = top.document
    return top, found


def _with_rounds(invitations):
    return invitations.select_related(
        "consultation__document__drafting_organisation", "consultation__opened_by"
    )


def _can_be_reminded(invitation: Invitation) -> bool:
    return invitation.may_write and not invitation.answered_at


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 12 else 0


def _send(request: HttpRequest, invitations: list[Invitation]) -> None:
    unsent = send_invitations(invitations)
    _tell(request, len(invitations) - len(unsent), unsent)


def _tell(request: HttpRequest, number: int, unsent: list[Invitation]) -> None:
    """Say how many letters were sent, and to whom one could not be."""
    if number:
        words = ngettext("%(number)d letter was sent.", "%(number)d letters were sent.", number)
        messages.success(request, words % {"number": number})
    if unsent:
        names = ", ".join(one.name for one in unsent[:10])
        messages.warning(
            request,
            _(
                "Nothing is lost, but the letter to %(names)s could not be sent. Copy the link "
                "below and send it yourself, or try again."
            )
            % {"names": names},
        )
    if not number and not unsent:
        messages.info(request, _("There was nobody to write to."))


def _question(
    request: HttpRequest, top: TopRow, consultation: Consultation, act: str, **context
) -> HttpResponse:
    """Ask, on a page, before something is done that cannot be undone."""
    return render(
        request,
        f"desk/consultation/{act}.html",
        {
            "top": top,
            "consultation": consultation,
            "page": overview_of(request, top, consultation),
        }
        | context,
    )


def _round_page(
    request: HttpRequest, top: TopRow, form, act: str, *, consultation=None, **context
) -> HttpResponse:
    """Ask for what an act on a round needs; the way back is to the round, if there is one."""
    page = overview_of(request, top, consultation) if consultation else page_of(request, top)
    return form_page(
        request,
        f"desk/consultation/{act}.html",
        form,
        top=top,
        page=page,
        consultation=consultation,
        **context,
    )
