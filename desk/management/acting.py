"""Whose a change is that a command makes."""

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from documents.changes import Actor


def actor_at(email: str) -> Actor:
    """Return who imports: the user with the address `email`, or the command line where it is "".

    Raises CommandError when no user has it.
    """
    if not email:
        return Actor(_("Import from the command line"))
    user = get_user_model().objects.filter(email__iexact=email).first()
    if user is None:
        raise CommandError(_("There is no user with the address %(email)s.") % {"email": email})
    return Actor(str(user), user=user)
