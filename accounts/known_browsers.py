"""Browsers from which someone has signed in to an account, so that others cannot lock it out there.

A signed cookie names them. It opens nothing: it only says that wrong guesses from elsewhere do not
count here, and that what is guessed here is counted apart.
Source: OWASP, “Slow Down Online Guessing Attacks with Device Cookies”.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "known_browser"
SALT = "accounts.known_browsers"
DAYS = 180
#: Of more accounts than this at one browser, the earliest are forgotten.
ACCOUNTS = 8


def remember(request: HttpRequest, response: HttpResponse, account: int) -> None:
    """Let `response` tell the browser that it has signed in to `account`."""
    name, accounts = _read(request)
    accounts = [*(one for one in accounts if one != account), account][-ACCOUNTS:]
    response.set_cookie(
        COOKIE,
        signing.dumps([name or secrets.token_hex(8), accounts], salt=SALT),
        max_age=DAYS * 86_400,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def name_of_browser(request: HttpRequest, account: int | None) -> str:
    """Return what the browser is called here if it has signed in to `account`, otherwise ""."""
    name, accounts = _read(request)
    return name if account in accounts else ""


def _read(request: HttpRequest) -> tuple[str, list[int]]:
    try:
        name, accounts = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=DAYS * 86_400
        )
    except signing.BadSignature:
        return "", []
    return name, accounts
