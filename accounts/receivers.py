"""What follows when django-allauth tells that something has happened to an account."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_reset
from allauth.mfa.signals import authenticator_added
from django.dispatch import receiver

from accounts.limits import forget_attempts
from accounts.second_factor import KINDS


@receiver(password_reset)
def let_everyone_try_anew(request, user, **_kwargs) -> None:
    """What others have guessed at the old password says nothing of the new one."""
    forget_attempts(request, user.pk)


@receiver(authenticator_added)
def count_as_shown(request, user, authenticator, **_kwargs) -> None:
    """Whoever sets up a second factor has just shown it, and need not sign in anew with it."""
    if authenticator.type in KINDS:
        record_authentication(request, user, "mfa", type=authenticator.type)
