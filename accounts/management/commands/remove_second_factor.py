"""`manage.py remove_second_factor EMAIL`: for whoever has lost app, passkeys and codes."""

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError

from accounts.models import User


class Command(BaseCommand):
    """Takes away what is shown beside the password, so that it can be set up anew."""

    help = "Removes the second factor of an account; its owner then signs in by password alone."

    def add_arguments(self, parser) -> None:
        parser.add_argument("email")

    def handle(self, *args, email: str, **options) -> None:
        user = User.objects.filter(email=email.lower()).first()
        if user is None:
            raise CommandError(f"There is no account {email}.")
        removed, _by_model = Authenticator.objects.filter(user=user).delete()
        said = "has been removed" if removed else "was not set up"
        self.stdout.write(f"The second factor of {user.email} {said}.")
