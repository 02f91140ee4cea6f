"""`manage.py remove_second_factor EMAIL`: for whoever has lost app, passkeys and codes."""

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts.models import User


class Command(BaseCommand):
    """Takes away what is shown beside the password, so that it can be set up anew."""

    help = "Removes the second factor of an account; its owner then signs in by password alone."

    def add_arguments(self, parser) -> None:
        parser.add_argument("email")

    def handle(self, *args, email: str, **options) -> None:
        user = User.objects.filter(email=email.lower()).first()
        if user is None:
            raise CommandError(_("There is no account %(email)s.") % {"email": email})
        removed, _by_model = Authenticator.objects.filter(user=user).delete()
        said = (
            _("The second step of %(email)s has been removed.")
            if removed
            else _("%(email)s has no second step.")
        )
        self.stdout.write(said % {"email": user.email})
