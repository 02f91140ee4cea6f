"""What follows when django-allauth tells that something has happened to an account."""

from allauth.account.signals import password_reset
from django.dispatch import receiver

from accounts.limits import forget_attempts


@receiver(password_reset)
def let_everyone_try_anew(request, user, **_kwargs) -> None:
    """What others have guessed at the old password says nothing of the new one."""
    forget_attempts(request, user.pk)
