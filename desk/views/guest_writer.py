"""Who writes through a personal link, kept in their own browser.

A link can be passed on. Whoever opens it in a browser of their own says there who they are, so
that nobody writes in the name of the one who opened it before.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from consultation.models import Invitation

_COOKIE = "svarar"
_KEPT = 400 * 24 * 60 * 60  # seconds


def writer_here(request: HttpRequest, invitation: Invitation) -> str | None:
    """Return who answers instead, "" for the one who was asked, None before they have said it."""
    try:
        return signing.loads(request.COOKIES.get(_COOKIE, ""), salt=_salt(invitation))
    except signing.BadSignature:
        return None


def note_writer(response: HttpResponse, invitation: Invitation, name: str, *, path: str) -> None:
    """Keep in the browser that `name`, or with "" the one who was asked, writes under `path`."""
    response.set_cookie(
        _COOKIE,
        signing.dumps(name, salt=_salt(invitation)),
        max_age=_KEPT,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _salt(invitation: Invitation) -> str:
    """Bind what is kept to one link: a renewed one asks anew."""
    return f"{__name__}.{invitation.nonce}"
