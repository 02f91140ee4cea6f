"""What a reader meets when someone else was first, or when stored bytes are not what they were."""

import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.acts import Act
from documents.changes import DocumentLocked, WrongState
from documents.choices import MOVES
from documents.kinds import DocumentKind, kinds
from documents.models import Change, TopRow
from documents.models.stored_file import StoredFileChanged
from documents.models.version import VersionChanged
from documents.visibility import changes_of

logger = logging.getLogger(__name__)


class ConflictMiddleware:
    """Turns the two exceptions below into pages that say what happened and what to do."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 409 for an act in the wrong state, and for a stored text that was changed."""
        if isinstance(exception, WrongState):
            return render(request, "409.html", _told(request, exception), status=409)
        if isinstance(exception, VersionChanged | StoredFileChanged):
            logger.error("Stored bytes differ from their checksum: %s", exception)
            return render(request, "documents/changed_bytes.html", status=409)
        return None


def _told(request: HttpRequest, refusal: WrongState) -> dict:
    """Return what `409.html` says: what has happened meanwhile, and where the document stands."""
    kind = _kind_asked_about(request)
    top = kind and _seen(request, kind)
    if top is None:
        return _in_words(refusal, None, None, "")
    match = request.resolver_match
    act = next((one for one in kind.acts if one.address == match.url_name), None)
    if act and top.document.text_state in act.states:
        act = None  # it was not the state that refused it
    move = changes_of(top.document, request.access).filter(command__in=MOVES).first()
    by_reader = move is not None and move.user_id == request.user.pk
    name = pgettext("who did something", "You") if by_reader else move and move.name
    page = reverse(f"{kind.namespace}:detail", args=[match.kwargs["partnership"], top.pk])
    return _in_words(refusal, act, move, name) | {"url": page}


def _in_words(refusal: WrongState, act: Act | None, move: Change | None, name: str) -> dict:
    """Return heading and reason; empty where nothing more is known than that it was too late.

    `act` is what was asked for where the state refuses it, `move` what made the state, by `name`.
    """
    did = {"name": name, "did": move.get_command_display()} if move else {}
    if isinstance(refusal, DocumentLocked):
        reason = _(
            "It was locked while you had it open, so nothing was saved. What you wrote is still in "
            "your browser, to copy."
        )
        if move:
            reason = _(
                "%(name)s %(did)s while you had it open, so nothing was saved. What you wrote is "
                "still in your browser, to copy."
            )
        return {"heading": _("The text has been locked"), "reason": reason % did}
    if refusal.sentence:
        return {"heading": _("That cannot be done now"), "reason": refusal.sentence}
    if not (act and move):
        return {}
    when = date_format(localtime(move.at), "DATETIME_FORMAT")
    done = act.command == move.command
    return {
        "heading": _("This has already been done") if done else _("That cannot be done now"),
        "reason": _("%(name)s %(did)s on %(when)s, so nothing more was saved.")
        % (did | {"when": when}),
    }


def _kind_asked_about(request: HttpRequest) -> DocumentKind | None:
    namespace = request.resolver_match.namespace
    return next((kind for kind in kinds().values() if kind.namespace == namespace), None)


def _seen(request: HttpRequest, kind: DocumentKind) -> TopRow | None:
    """Return the document that the address names, as it is by now, if the reader sees it."""
    number, access = request.resolver_match.kwargs.get("pk"), getattr(request, "access", None)
    if number is None or access is None:
        return None
    return kind.top.model.objects.visible_to(access).filter(pk=number).first()
