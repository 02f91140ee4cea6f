"""How many wrong passwords are taken before one has to wait, and the page that says until when.

Counted by account, wherever the guesses come from, and by address, whatever they are made at; but a
browser that has signed in to the account before is counted by itself. So nobody is locked out of
where they usually sit, neither by guesses at their account nor by someone in the same building; a
new password by letter leads in anywhere. No refused guess is counted, so no wait is for good.

The counting is django-allauth's, in the shared cache; the numbers are `ACCOUNT_RATE_LIMITS`.
"""

import time
from datetime import timedelta
from math import ceil

from allauth.account.internal.userkit import filter_users_by_email
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.known_browsers import name_of_browser

APP = "allauth.account"
#: What django-allauth limits by itself: name of the page → name of the limit.
LIMITS_OF_PAGES = {
    "account_reset_password": "reset_password",
    "account_reset_password_from_key": "reset_password_from_key",
    "account_change_password": "change_password",
    "account_reauthenticate": "reauthenticate",
}


def count_attempt(request: HttpRequest, login: str) -> list[ratelimit.RateLimitUsage]:
    """Count an attempt to sign in as `login` before its password is looked at.

    Returns what was counted, to be rolled back when the password was right. Raises
    ImmediateHttpResponse with the page that says until when to wait.
    """
    counted = []
    for limit, key in _limits(request, login):
        usage = ratelimit.consume(request, app=APP, action=limit, key=key)
        if usage is None:
            roll_back(counted)
            raise ImmediateHttpResponse(too_many(request, limit, key))
        counted.append(usage)
    return counted


def roll_back(counted: list[ratelimit.RateLimitUsage]) -> None:
    """Let what was counted be as if it had not been tried."""
    for usage in counted:
        usage.rollback()


def forget_attempts(request: HttpRequest, account: int) -> None:
    """Let everyone try at the account anew."""
    ratelimit.clear(request, app=APP, action="sign_in_account", key=_key("", account))


def too_many(request: HttpRequest, limit: str = "", key: str | None = None) -> HttpResponse:
    """Return the page 429, which says when one can try again."""
    seconds = _seconds_left(request, limit, key)
    until = timezone.now() + timedelta(seconds=seconds)
    context = {
        "until": until,
        "minutes": ceil(seconds / 60),
        "is_sign_in": "sign_in" in limit,
        "is_reset": limit == "reset_password",
    }
    response = render(request, "429.html", context, status=429)
    response["Retry-After"] = str(ceil(seconds))
    return response


def handler429(request: HttpRequest) -> HttpResponse:
    """Return the page 429 for what django-allauth limits by itself."""
    page = request.resolver_match.url_name if request.resolver_match else ""
    return too_many(request, LIMITS_OF_PAGES.get(page, ""), request.POST.get("email", "").lower())


def _limits(request: HttpRequest, login: str) -> list[tuple[str, str | None]]:
    account = _account(login)
    if browser := name_of_browser(request, account):
        return [("sign_in_known", f"{browser}:{account}")]
    return [("sign_in_address", None), ("sign_in_account", _key(login, account))]


def _account(login: str) -> int | None:
    """Return the one account that `login` leads to, by whichever of its addresses.

    None also when it leads to several: a member may list an address that another account has.
    """
    users = filter_users_by_email(login, for_login=True)
    return users[0].pk if len(users) == 1 else None


def _key(login: str, account: int | None) -> str:
    """Return what guesses are counted under: alike whether there is such an account or not."""
    return f"account {account}" if account else f"login {login.casefold()}"


def _seconds_left(request: HttpRequest, limit: str, key: str | None) -> float:
    """Return when the earliest of the counted attempts is old enough to be left out."""
    waits = []
    for rate in ratelimit.get_rates(app=APP, action=limit):
        kept = cache.get(
            ratelimit.get_cache_key(request, app=APP, action=limit, rate=rate, key=key)
        )
        if kept and len(kept) >= rate.amount:
            waits.append(kept[rate.amount - 1] + rate.duration - time.time())
    return max([1, *waits]) if waits else 60
