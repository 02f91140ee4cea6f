"""What someone who was asked in a consultation meets: the draft, their comments, their answer.

They have no account. What is read is the wording that was sent out, whatever has been written in
the draft since.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation import commenting, rounds
from consultation.commented import commented, spot_of, text_part, texts_at
from consultation.commenting import Author, Spot
from consultation.models import Comment
from consultation.replies import replies_to
from consultation.threads import threads
from core.richtext import plain
from core.textdiff import textdiff
from desk.forms.comments import GuestCommentForm, GuestWordingForm, NameForm, RemarkForm
from desk.views.comments import asked_spot
from desk.views.fetching import posted
from desk.views.form_pages import begin_at_first, in_place_of
from desk.views.guest_door import NotEntered, personal_link
from desk.views.guest_visits import note_visit, visit_before
from desk.views.guest_writer import note_writer
from desk.views.page import document_context
from documents import tree
from documents.changes import WrongState
from documents.kinds import kind_of, top_of
from documents.reading import read_tree


@personal_link
@require_safe
def read(request: HttpRequest) -> HttpResponse:
    """Show the draft with the guest's comments; in a new browser, whom the link is for."""
    if request.writer is None:
        return _welcome(request, NameForm())
    content = _content(request)
    found = threads(Comment.objects.seen_by_guest(request.invitation))
    replies = replies_to(request.invitation, found)
    before = visit_before(request)
    latest = [one for one in replies if before and one.at > before]
    said = {
        "commented": commented(found, content),
        "replies": replies,
        "latest": latest,
        "news": {anchor for one in latest for anchor in (one.anchor, one.about.anchor)},
    }
    response = _page(
        request,
        "guest/read.html",
        document_context(content) | said | {"form": _answer_form(request)},
    )
    note_visit(request, response, path=_way(request, "read"))
    return response


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Open the draft, as the one who was asked or by the name of the one who answers instead.

    Opening is a press of a button: programs that look through letters follow links by themselves.
    """
    is_other = "answers_as" in request.POST
    form = NameForm(request.POST if is_other else None)
    if request.method == "POST" and (not is_other or form.is_valid()):
        name = form.cleaned_data["answers_as"] if is_other else ""
        rounds.open_link(request.invitation, answers_as=name)
        response = redirect(_way(request, "read"))
        note_writer(response, request.invitation, name, path=response.url)
        return response
    return _welcome(request, form)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest) -> HttpResponse:
    """Comment on the row `?row=…&key=…` of the draft, or on it as a whole."""
    _refuse_unless_open(request)
    content = _content(request)
    spot = asked_spot(request, content)
    form = GuestCommentForm(posted(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            commenting.comment(
                request.invitation.consultation.document,
                by=Author.guest(request.invitation),
                spot=spot,
                text=said["text"],
                quote=said["quote"],
                reach="everyone",
            )
            return redirect(_way(request, "read", anchor=_anchor(spot)))
        except ValidationError as error:
            form.add_error("text", error)
    wordings = [
        (_way(request, "propose", text.key), words) for text, words in texts_at(content, spot)
    ]
    context = {"form": form, "spot": spot, "wordings": wordings}
    if not request.htmx:
        begin_at_first(form)
    return _page(request, "guest/comment.html", context, form=form)


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, text) -> HttpResponse:
    """Propose another wording of a text of the draft."""
    _refuse_unless_open(request)
    content = _content(request)
    part, spot = text_part(content, text), spot_of(content, "part", text)
    if part is None:
        raise Http404
    form = GuestWordingForm(posted(request), base=part.text)
    if request.method == "POST" and form.is_valid():
        try:
            commenting.propose(
                request.invitation.consultation.document,
                by=Author.guest(request.invitation),
                spot=spot,
                base=part.text,
                proposed=form.cleaned_data["wording"],
                text=form.cleaned_data["text"],
                reach="everyone",
            )
            return redirect(_way(request, "read", anchor=_anchor(spot)))
        except ValidationError as error:
            form.add_error("text", error)
    begin_at_first(form)
    return _page(request, "guest/propose.html", {"form": form, "spot": spot}, form=form)


@personal_link
@require_safe
def wording(request: HttpRequest, comment: int) -> HttpResponse:
    """Show a proposed wording that the guest sees, as a redline against what was sent out."""
    one = get_object_or_404(
        Comment.objects.seen_by_guest(request.invitation), pk=comment, wording__isnull=False
    )
    redline = textdiff(plain(one.wording.base), plain(one.wording.proposed))
    return _page(request, "guest/wording.html", {"comment": one, "redline": redline})


@personal_link
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest) -> HttpResponse:
    """Answer as a whole: no remarks, remarks, or abstaining. A new answer stands beside the old."""
    _refuse_unless_open(request)
    form = _answer_form(request)
    if request.method == "POST" and form.is_valid():
        try:
            rounds.answer(
                request.invitation,
                kind=form.cleaned_data["answer"],
                remark=form.cleaned_data["remark"],
            )
        except ValidationError as error:
            form.add_error("answer", error)
        else:
            messages.success(request, _("Thank you. Your answer has been received."))
            return redirect(_way(request, "read"))
    context = {"form": form, "title": _content(request).title}
    return _page(request, "guest/answer.html", context, form=form)


@personal_link
@require_POST
def withdraw(request: HttpRequest, comment: int) -> HttpResponse:
    """Withdraw one's own comment while nobody has answered it."""
    _refuse_unless_open(request)
    own = Comment.objects.seen_by_guest(request.invitation).filter(invitation=request.invitation)
    one = get_object_or_404(own, pk=comment)
    commenting.withdraw(one)
    messages.success(request, _("Your comment has been taken back."))
    return redirect(_way(request, "read", anchor=one.at_row or "comments"))


@personal_link
def elsewhere(request: HttpRequest, rest: str) -> HttpResponse:
    """Say that the address leads nowhere: a letter may have put a sign after the link."""
    raise Http404


def _welcome(request: HttpRequest, form: NameForm) -> HttpResponse:
    """Ask who reads and writes here, and say of which document."""
    context = {"form": form, "title": _content(request).title}
    return _page(request, "guest/welcome.html", context, form=form)


def _content(request: HttpRequest) -> tree.DocumentTree:
    """Return the wording that was sent out; pictures are for those who are signed in."""
    current = request.invitation.consultation
    content = read_tree(top_of(current.document), current.change)
    return kind_of(current.document).without_pictures(content)


def _answer_form(request: HttpRequest) -> RemarkForm:
    """Return the form of the answer as a whole, with what has been answered before."""
    before = request.invitation
    initial = {"answer": before.answer, "remark": before.remark}
    return RemarkForm(posted(request), initial=initial)


def _refuse_unless_open(request: HttpRequest) -> None:
    """Raise WrongState when nothing is taken in any more, NotEntered when nobody is known here."""
    if not request.invitation.may_write:
        raise WrongState
    if request.writer is None:
        raise NotEntered
    if request.method == "POST" and request.invitation.opened_at is None:
        # A member who is signed in was not asked who reads.
        rounds.open_link(request.invitation, answers_as=request.writer)


def _way(request: HttpRequest, page: str, *rest, anchor: str = "") -> str:
    address = reverse(f"guest:{page}", args=[request.token, *rest])
    return f"{address}#{anchor}" if anchor else address


def _anchor(spot: Spot) -> str:
    return f"{spot.row}-{spot.key}" if spot.key else "comments"


def _page(request: HttpRequest, template: str, context: dict, *, form=None) -> HttpResponse:
    current = request.invitation.consultation
    response = render(
        request,
        template,
        {
            "invitation": request.invitation,
            "consultation": current,
            "writer": current.document.drafting_organisation,
            "token": request.token,
        }
        | context,
        status=422 if form is not None and form.errors else 200,
    )
    return in_place_of("[data-comment]", request, response)
