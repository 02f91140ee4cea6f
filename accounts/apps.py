"""The room `accounts`."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Listens to what django-allauth tells."""

    name = "accounts"

    def ready(self) -> None:
        """Connect what listens."""
        import_module("accounts.receivers")
