"""The desk; a kind that no exchange file can hold as it declares stops the program as it starts."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class DeskConfig(AppConfig):
    name = "desk"

    def ready(self) -> None:
        """Put the schema of a file together. Raises ImproperlyConfigured, naming the kind."""
        # By name: models can be imported only now that every app is there.
        import_string("desk.exchange.schema.schema")()
