"""Comments at the sections of a document: read, written, answered, dealt with, taken back.

The document's own page loads the list once it is shown and puts each conversation at its place
(`static/js/comments.js`); without JavaScript the list is a page of its own.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from consultation import commenting
from consultation.commented import commented, spot_of, texts_at
from consultation.commenting import Author, Spot
from consultation.links import token_of
from consultation.listing import listing, threads_on
from consultation.models import Comment, Invitation
from consultation.threads import Thread
from desk.addresses import address_of, page_of
from desk.forms.comments import AnswerForm, CommentForm
from desk.views.fetching import current_tree, get_top, posted, tree_with_keys
from desk.views.form_pages import begin_at_first, in_place_of
from desk.views.returning import came_from
from documents import tree
from documents.kinds import DocumentKind
from documents.models import TopRow
from partnerships.access import door
from partnerships.permissions import Action

#: Digits of the largest number of a row.
LONGEST_NUMBER = 18


@door(Action.COMMENT)
@require_safe
def comments(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """List the conversations by section, `?visa=` the open ones, those dealt with or all.

    `?sida=` is a page of a long list, `?till=` a conversation that is to be on it. With `?next=`
    whatever is done to one leads back there.
    """
    top = get_top(request, kind, pk)
    seen = _seen(request, top)
    content, asked = tree_with_keys(top), _asked(request, top)
    at = number_in(request.GET.get("till", ""))
    listed = listing(seen, content, request.GET.get("visa", ""), at)
    page = listed.page(request.GET.get("sida"), at)
    shown = current_tree(top) if top.version_read else content
    found = commented(threads_on(page, seen), content, shown)
    listed.say_where(found, page)
    return render(
        request,
        "desk/comments/page.html",
        {
            "top": top,
            "commented": found,
            "leaf": page,
            "which": listed.which,
            "open": listed.open,
            "done": listed.done,
            "writes": top.may_write,
            "asked": asked,
            "my_link": asked and reverse("guest:read", args=[token_of(asked)]),
            "back": came_from(request) or request.get_full_path(),
            "leads_away": bool(came_from(request)),
        },
    )


@door(Action.COMMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, kind: DocumentKind, pk: int) -> HttpResponse:
    """Comment on the row `?row=…&key=…`, or on the document as a whole."""
    top = get_top(request, kind, pk)
    content = tree_with_keys(top)
    spot = asked_spot(request, content)
    form = CommentForm(posted(request), initial=usual(top))
    if request.method == "POST" and form.is_valid():
        made = commenting.comment(
            top.document,
            by=Author.of(request.access),
            spot=spot,
            text=form.cleaned_data["text"],
            quote=form.cleaned_data["quote"],
            reach=form.cleaned_data["internal"],
        )
        return redirect(after(request, top, made))
    texts = texts_at(content, spot) if top.document.has_draft else []
    wordings = [(address_of(request, top, "propose", text.key), words) for text, words in texts]
    return comment_page(request, top, form, "new", spot=spot, wordings=wordings)


@door(Action.COMMENT)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, kind: DocumentKind, pk: int, comment: int) -> HttpResponse:
    """Answer a comment."""
    top = get_top(request, kind, pk)
    parent = get_comment(request, top, comment)
    form = AnswerForm(posted(request), initial={"internal": parent.reach == "internal"})
    if request.method == "POST" and form.is_valid():
        made = commenting.answer_to(
            parent,
            by=Author.of(request.access),
            text=form.cleaned_data["text"],
            reach=form.cleaned_data["internal"],
        )
        return redirect(after(request, top, made))
    return comment_page(request, top, form, "answer", thread=Thread(parent))


@door(Action.COMMENT)
@require_POST
def deal_with(request: HttpRequest, kind: DocumentKind, pk: int, comment: int) -> HttpResponse:
    """Mark a comment as dealt with, or take it up again; for its writer and those who write."""
    top = get_top(request, kind, pk)
    one = get_comment(request, top, comment)
    if not top.may_write and one.user_id != request.user.pk:
        raise PermissionDenied
    if request.POST.get("again"):
        commenting.take_up_again(one)
    else:
        commenting.deal_with(one, by=Author.of(request.access))
    return redirect(after(request, top))


@door(Action.COMMENT)
@require_POST
def withdraw(request: HttpRequest, kind: DocumentKind, pk: int, comment: int) -> HttpResponse:
    """Withdraw one's own comment while nobody has answered it."""
    top = get_top(request, kind, pk)
    one = get_object_or_404(_seen(request, top), pk=comment)
    if one.user_id != request.user.pk:
        raise PermissionDenied
    commenting.withdraw(one)
    return redirect(after(request, top))


def get_comment(request: HttpRequest, top: TopRow, pk: int) -> Comment:
    """Return a comment that the reader sees and that begins a conversation; otherwise Http404."""
    return get_object_or_404(_seen(request, top), pk=pk, parent=None)


def comments_of(request: HttpRequest, top: TopRow, made: Comment | None = None) -> str:
    """Return the address of the list, at the comment that was made."""
    address = address_of(request, top, "comments")
    return f"{address}?till={made.parent_id or made.pk}#{made.anchor}" if made else address


def after(request: HttpRequest, top: TopRow, made: Comment | None = None) -> str:
    """Return where to go when something has been done: back, or to the list at what was `made`.

    The document's own page, which has the conversations in their places, takes the list anew.
    """
    back = "" if is_in_document(request, top) else came_from(request)
    return back or comments_of(request, top, made)


def is_in_document(request: HttpRequest, top: TopRow) -> bool:
    """Tell whether htmx asks on the document's own page."""
    return request.htmx.current_url_abs_path == page_of(request, top)


def number_in(text: str) -> int | None:
    """Return the number of a row that an address names, or None."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def asked_spot(request: HttpRequest, content: tree.DocumentTree) -> Spot:
    """Return the row that the address names, or the document as a whole; otherwise Http404."""
    if not request.GET.get("row"):
        return Spot()
    try:
        key = UUID(request.GET.get("key", ""))
    except ValueError as error:
        raise Http404 from error
    found = spot_of(content, request.GET["row"], key)
    if found is None:
        raise Http404
    return found


def comment_page(
    request: HttpRequest, top: TopRow, form, kind: str, *, status: int = 0, **context
) -> HttpResponse:
    """Show a form of comments: htmx picks the form, others get a page of its own.

    A refused form takes the place of the one that was sent.
    """
    if not request.htmx:
        begin_at_first(form)
    response = render(
        request,
        "desk/comments/form_page.html",
        {
            "top": top,
            "form": form,
            "kind": kind,
            "action": request.get_full_path(),
            "page": after(request, top),
        }
        | context,
        status=status or (422 if form.errors else 200),
    )
    return in_place_of("[data-comment]", request, response)


def _seen(request: HttpRequest, top: TopRow):
    return Comment.objects.seen_by(request.access).filter(document=top.document)


def usual(top: TopRow) -> dict:
    """Return whom a comment is for unless its writer says otherwise."""
    return {"internal": top.reads_draft and not top.document.is_shown}


def _asked(request: HttpRequest, top: TopRow) -> Invitation | None:
    """Return the reader's own invitation to an open round about the document, or None."""
    asked = Invitation.objects.filter(
        user=request.user, consultation__document=top.document, revoked_at=None
    )
    found = asked.select_related("consultation").order_by("-pk").first()
    return found if found and found.may_write else None
