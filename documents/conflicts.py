"""What a reader meets when someone else was first, or when stored bytes are not what they were."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.changes import DocumentLocked, WrongState
from documents.models.stored_file import StoredFileChanged
from documents.models.version import VersionChanged

_LOCKED = gettext_lazy(
    "It was locked while you had it open, so nothing was saved. What you wrote is still in your "
    "browser, to copy."
)

logger = logging.getLogger(__name__)


class ConflictMiddleware:
    """Turns the two exceptions below into pages that say what happened and what to do."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 409 for an act in the wrong state, and for a stored text that was changed."""
        if isinstance(exception, DocumentLocked):
            said = {"heading": _("The text has been locked"), "reason": _LOCKED}
            return render(request, "409.html", said, status=409)
        if isinstance(exception, WrongState):
            said = {"heading": _("That cannot be done now"), "reason": exception.sentence}
            said |= {"url": exception.url}
            return render(request, "409.html", said if exception.sentence else {}, status=409)
        if isinstance(exception, VersionChanged | StoredFileChanged):
            logger.error("Stored bytes differ from their checksum: %s", exception)
            return render(request, "documents/changed_bytes.html", status=409)
        return None
