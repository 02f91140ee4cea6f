"""What was sent and could not be read."""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.views.defaults import permission_denied

from partnerships.access import SignedOut

#: What is sent along and nobody has written; and what must never be shown.
NOT_WRITTEN = re.compile(r"csrfmiddlewaretoken|seen|next|login|.*password.*|credential|code|html")
#: What is chosen and not written: a word of the program, a number or a key.
CHOSEN = re.compile(r"[a-z_]*|\d+|[0-9a-f-]{36}")
#: What is sent along to be sent back is longer than any word.
LONGEST_WORD = 200
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read, or that it was larger than what is taken.

    Nothing of the request can be asked: it was refused before it was read.
    """
    if isinstance(exception, TOO_LARGE):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2
        return HttpResponse(render_to_string("413.html", {"most": most}), status=413)
    return HttpResponse(render_to_string("400.html"), status=400)


def no_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form came without its token: most often because the browser's cookies are gone.

    Then nobody is signed in, and the page says so; what was written is shown, to be copied.
    """
    is_guest = request.resolver_match.namespace == "guest"
    return _nothing_saved(request, _is_from_here(request), is_guest=is_guest)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the page needs another role, or to sign in again where a form was sent."""
    if isinstance(exception, SignedOut):
        return _nothing_saved(request, True)
    return permission_denied(request, exception)


def _nothing_saved(request: HttpRequest, is_ours: bool, *, is_guest=False) -> HttpResponse:
    context = {"is_guest": is_guest, "written": _written(request) if is_ours else []}
    return render(request, "403_csrf.html", context, status=403)


def _is_from_here(request: HttpRequest) -> bool:
    """Tell whether a page of ours sent it: another's words are not shown as the reader's own."""
    return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


def _written(request: HttpRequest) -> list[str]:
    values = [
        value
        for name in request.POST
        if not NOT_WRITTEN.fullmatch(name)
        for value in request.POST.getlist(name)
    ]
    texts = [strip_tags(value.replace("</p>", "\n")).strip() for value in values]
    return [one for one in texts if _is_written(one)]


def _is_written(text: str) -> bool:
    is_one_word = not re.search(r"\s", text)
    return not (is_one_word and (len(text) > LONGEST_WORD or CHOSEN.fullmatch(text)))
