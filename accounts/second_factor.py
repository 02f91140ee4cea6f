"""What is shown beside the password: an app's code or a passkey, and codes in reserve.

Anyone may have it; an operator must, before the administration opens (`accounts.administration`).
"""

import base64
import secrets

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User

#: Codes in reserve are none by themselves: they stand in for one of these.
KINDS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(user: User) -> bool:
    """Tell whether signing in as `user` takes more than the password."""
    return Authenticator.objects.filter(user=user, type__in=KINDS).exists()


def has_shown_second_factor(request: HttpRequest) -> bool:
    """Tell whether whoever sends `request` has shown it since they signed in."""
    shown = get_authentication_records(request, request.user)
    return any(one["method"] == "mfa" for one in shown) and has_second_factor(request.user)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keeps secrets so that the database alone opens nothing, and names passkeys in our words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "passkey_refused": gettext_lazy(
            "This passkey does not lead in: perhaps it has been removed from the account. Sign in"
            " in another way."
        ),
        "passkey_not_added": gettext_lazy("The passkey could not be added. Try again."),
    }

    def encrypt(self, text: str) -> str:
        """Return `text` as it is stored."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what was stored; something that no code fits when SECRET_KEY is another now."""
        try:
            return _box().decrypt(encrypted_text).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """Return what a passkey is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey") if number == 1 else _("Passkey %(number)s") % {"number": number}


def _box() -> Fernet:
    key = salted_hmac("accounts.second_factor", "secrets", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
