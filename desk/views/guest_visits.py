"""When a guest was last here, kept in their own browser: opening a page writes nothing with us.

A link that is opened in another browser begins anew there, and nothing is called new.
"""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

_COOKIE = "besok"
#: Pages that are opened within so long are one visit.
_VISIT = timedelta(minutes=30)
_KEPT = timedelta(days=400)


def visit_before(request: HttpRequest) -> datetime | None:
    """Return when the visit before this one ended; None for the first in this browser."""
    return _times(request)[0]


def note_visit(request: HttpRequest, response: HttpResponse, *, path: str) -> None:
    """Keep in the browser that the pages under `path` were open now."""
    before, _latest = _times(request)
    response.set_cookie(
        _COOKIE,
        f"{_written(before)}.{_written(timezone.now())}",
        max_age=_KEPT,
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _times(request: HttpRequest) -> tuple[datetime | None, datetime | None]:
    """Return when the visit before ended, and when a page of any visit was last opened."""
    kept = request.COOKIES.get(_COOKIE, "").split(".")
    if len(kept) != 2 or not all(one.isdecimal() and len(one) < 15 for one in kept):
        return None, None
    before, latest = (datetime.fromtimestamp(int(one) / 1000, UTC) for one in kept)
    if timezone.now() - latest > _VISIT:
        return latest, latest
    return (before if int(kept[0]) else None), latest


def _written(moment: datetime | None) -> int:
    """Return a moment in thousandths of a second; 0 for none."""
    return int(moment.timestamp() * 1000) if moment else 0
