"""The door of those who have a personal link and no account."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from consultation.links import LinkFault, LinkInvalid, invitation_of

#: A link that was never ours is not found; one that no longer works is gone.
_STATUS = {LinkFault.BROKEN: 404}


def personal_link(view: Callable) -> Callable:
    """Let a view `view(request, …)` be reached by whoever has the link in the address.

    The view finds the invitation in `request.invitation`. A link that leads nowhere gets a page
    that says why and what to do, and tells nothing of what it was about. Nobody is signed in, no
    search engine keeps the page and no other site is told its address.
    """

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, token: str, *args, **kwargs) -> HttpResponse:
        try:
            request.invitation = invitation_of(token)
        except LinkInvalid as error:
            status = _STATUS.get(error.fault, 410)
            response = render(
                request, "guest/no_way_in.html", {"fault": str(error.fault)}, status=status
            )
        else:
            request.token = token
            response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        # Only the name of the host, also to ourselves: the log of a web server has the address of
        # the page that a style sheet was asked for. "no-referrer" would make browsers send our own
        # forms with “Origin: null”, which is refused as forged.
        response["Referrer-Policy"] = "strict-origin"
        return response

    guarded.door = "personal link"
    return guarded
