"""The room of documents; a declaration that does not hold stops the program as it starts."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class DocumentsConfig(AppConfig):
    name = "documents"

    def ready(self) -> None:
        """Resolve the kinds of document. Raises ImproperlyConfigured, which says which is wrong."""
        # By name: models can be imported only now that every app is there.
        import_string("documents.kinds.check")()
