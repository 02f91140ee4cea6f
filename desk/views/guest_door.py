"""The door of those who have a personal link and no account."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import strip_tags
from django.views.decorators.cache import never_cache

from consultation.links import LinkFault, LinkInvalid, invitation_of
from core.text import printable
from desk.views.guest_writer import writer_here
from documents.changes import WrongState

#: A link that was never ours is not found; one that no longer works is gone.
_STATUS = {LinkFault.BROKEN: 404}


class NotEntered(Exception):
    """Something is written in a browser where nobody has said who they are."""


def personal_link(view: Callable) -> Callable:
    """Let a view `view(request, …)` be reached by whoever has the link in the address.

    The view finds the invitation in `request.invitation` and in `request.writer` who writes in this
    browser: a name, "" for the one who was asked, None before the door has been passed. A member
    who is signed in and was asked is known.

    A link that leads nowhere gets a page that says why, what to do and whom to ask, and tells
    nothing of what it was about. Nobody is signed in, no search engine keeps the page and no other
    site is told its address.
    """

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str, *args, **kwargs) -> HttpResponse:
        try:
            request.invitation = invitation_of(token)
        except LinkInvalid as error:
            status = _STATUS.get(error.fault, 410)
            context = {"fault": str(error.fault), "sent_by": error.sent_by}
            response = render(request, "guest/no_way_in.html", context, status=status)
        else:
            request.token = token
            request.writer = writer_here(request, request.invitation)
            request.is_own_link = request.invitation.user_id == (request.user.pk or 0)
            if request.writer is None and request.is_own_link:
                request.writer = ""
            request.invitation.answers_as = request.writer or ""
            response = _inside(view, request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        # Only the name of the host, also to ourselves: the log of a web server has the address of
        # the page that a style sheet was asked for. "no-referrer" would make browsers send our own
        # forms with “Origin: null”, which is refused as forged.
        response["Referrer-Policy"] = "strict-origin"
        return response

    guarded.door = "personal link"
    return guarded


def _inside(view: Callable, request: HttpRequest, *args, **kwargs) -> HttpResponse:
    """Answer with the view; what cannot be done is said in a guest's words, with whom to ask."""
    try:
        response = view(request, *args, **kwargs)
    except WrongState:
        # Nothing is taken in any more, or someone has answered what was to be taken back.
        return _problem(request, "answered" if request.invitation.may_write else "late", 409)
    except NotEntered:
        return _problem(request, "unnamed", 409)
    except Http404:
        return _problem(request, "elsewhere", 404)
    if response.status_code == 405:
        return _problem(request, "elsewhere", 405)
    return response


def _problem(request: HttpRequest, kind: str, status: int) -> HttpResponse:
    written = (request.POST.get(name, "") for name in ("wording", "text", "remark"))
    context = {
        "kind": kind,
        "invitation": request.invitation,
        "consultation": request.invitation.consultation,
        "token": request.token,
        "written": "\n\n".join(printable(strip_tags(one)) for one in written if one.strip()),
    }
    return render(request, "guest/problem.html", context, status=status)
