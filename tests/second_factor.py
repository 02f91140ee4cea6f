"""Someone with a second factor: an app whose codes the tests know."""

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

SECRET = "JBSWY3DPEHPK3PXP"


def code_now(secret: str = SECRET, steps: int = 0) -> str:
    """Return what the app shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def give_app(user, secret: str = SECRET) -> Authenticator:
    """Let `user` have an authenticator app."""
    return TOTP.activate(user, secret).instance


def sign_in(client, user) -> None:
    """Let `client` be signed in as `user`: an operator by password and app, others by password."""
    client.force_login(user)
    if not user.is_staff:
        return
    if not Authenticator.objects.filter(user=user).exists():
        give_app(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time()}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()
