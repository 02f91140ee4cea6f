"""How django-allauth behaves here: who may have an account, and how often one may guess."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.translation import gettext_lazy as _

from accounts.known_browsers import remember
from accounts.limits import count_attempt, roll_back
from core.client_address import client_address


class AccountAdapter(DefaultAccountAdapter):
    """Closes sign-up, and counts wrong passwords by our own limits."""

    error_messages = DefaultAccountAdapter.error_messages | {
        # Said of codes only; passwords are answered by a page of their own (`accounts.limits`).
        "too_many_login_attempts": _("Too many wrong codes. Wait ten minutes and try again."),
        "rate_limited": _("Too many wrong codes. Wait ten minutes and try again."),
    }

    def is_open_for_signup(self, request) -> bool:
        """Return False: an account comes with a membership, which an operator gives."""
        return False

    def get_client_ip(self, request) -> str:
        """Return the address that attempts are counted by."""
        return client_address(request)

    def pre_authenticate(self, request, **credentials) -> None:
        """Count the attempt, or answer that there have been too many."""
        self._counted = count_attempt(request, credentials.get("email", ""))

    def _rollback_login_failed_rl_usage(self) -> None:
        # Called by `authenticate` when the password was right.
        roll_back(self._counted)

    def reauthenticate(self, user, password: str) -> bool:
        """Tell whether it is the password of `user`, whose address is in no list of allauth's."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def post_login(self, request, user, **kwargs):
        """Remember the browser, now that every step of the sign-in has been taken."""
        response = super().post_login(request, user, **kwargs)
        remember(request, response, user.pk)
        return response
