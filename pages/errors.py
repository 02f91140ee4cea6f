"""What was sent and could not be read."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that the request could not be read, or that it was larger than what is taken.

    Nothing of the request can be asked: it was refused before it was read.
    """
    if isinstance(exception, TOO_LARGE):
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024**2
        return HttpResponse(render_to_string("413.html", {"most": most}), status=413)
    return HttpResponse(render_to_string("400.html"), status=400)
