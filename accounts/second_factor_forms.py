"""The forms of the second factor, where ours differ from django-allauth's."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as theirs
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from cryptography.exceptions import InvalidSignature
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User

#: What allauth and fido2 raise over a passkey that is not put together as one, or is forged.
NO_PASSKEY = (
    *(AttributeError, LookupError, TypeError, ValueError, ArithmeticError),
    *(struct.error, InvalidSignature),
)


def use_once(user: User, code: str) -> None:
    """Note that an app's code has been used; raise ValidationError when it had been.

    It is kept for as long as it would be right: allauth does so for one period, but a code is taken
    one period before and after its own too. Source: RFC 6238, section 5.2.
    """
    used = f"second-factor-{user.pk}-{normalize_user_code(code)}"
    seconds = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    if not cache.add(used, True, timeout=seconds):
        raise get_adapter().validation_error("incorrect_code")


class CodeWorksOnce:
    """Refuses an app's code that has been used."""

    def clean_code(self) -> str:
        """Return the code; raise ValidationError when it is wrong or has been used."""
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP:
            use_once(self.user, code)
        return code


class AuthenticateForm(CodeWorksOnce, theirs.AuthenticateForm):
    """The code after the password."""


class ReauthenticateForm(CodeWorksOnce, theirs.ReauthenticateForm):
    """The code once more, before something that matters."""


class ActivateAppForm(totp.ActivateTOTPForm):
    """The first code of an app, with which nobody signs in afterwards."""

    def clean_code(self) -> str:
        """Return the code; raise ValidationError when it is wrong or has been used."""
        code = super().clean_code()
        use_once(self.user, code)
        return code


@contextmanager
def refusing(code: str) -> Iterator[None]:
    """Refuse a passkey in the sentence `code`: django-allauth calls it a wrong code, or fails."""
    try:
        yield
    except NO_PASSKEY as fault:
        raise get_adapter().validation_error(code) from fault
    except ValidationError as refused:
        if refused.code != "incorrect_code":  # too many attempts
            raise
        raise get_adapter().validation_error(code) from refused


class AnythingMayBeSent:
    """Refuses what is no passkey, or one that is not of the account, in a sentence about it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        said = get_adapter().error_messages["passkey_refused"]
        self.fields["credential"].error_messages |= {"required": said, "invalid": said}

    def clean_credential(self) -> Authenticator:
        """Return whose passkey it is; raise ValidationError when it is nobody's."""
        with refusing("passkey_refused"):
            return super().clean_credential()


class LoginPasskeyForm(AnythingMayBeSent, passkeys.LoginWebAuthnForm):
    """A passkey instead of the password."""


class AuthenticatePasskeyForm(AnythingMayBeSent, passkeys.AuthenticateWebAuthnForm):
    """A passkey after the password."""


class ReauthenticatePasskeyForm(AnythingMayBeSent, passkeys.ReauthenticateWebAuthnForm):
    """A passkey once more, before something that matters."""


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    """A new passkey, with which one signs in without the password unless one would rather not."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("What you call it")
        passwordless = self.fields["passwordless"]
        passwordless.label = _("Sign in with it alone, without the password")
        passwordless.help_text = _("It then asks for your finger, your face or a PIN.")
        passwordless.initial = True

    def clean(self) -> dict:
        """Return what was sent; raise ValidationError when it holds no passkey."""
        with refusing("passkey_not_added"):
            return super().clean()
