"""How django-allauth behaves here: accounts are made by an operator, never by a visitor."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Closes sign-up."""

    def is_open_for_signup(self, request) -> bool:
        """Return False: an account comes with a membership, which an operator gives."""
        return False
