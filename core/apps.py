"""The room `core`."""

from importlib import import_module

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Registers what is checked at the start."""

    name = "core"

    def ready(self) -> None:
        """Register the checks."""
        import_module("core.starting")
