"""Whether the program can work: for monitoring."""

import tempfile

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from core.shared_cache import is_reached
from partnerships.access import open_to_all


@open_to_all
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200, or 503 with the reasons; both as JSON."""
    reasons = [*_database(), *_cache(), *_files()]
    status = 503 if reasons else 200
    return JsonResponse({"status": "error" if reasons else "ok", "reasons": reasons}, status=status)


def _database() -> list[str]:
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return ["The database has migrations that are not applied."]
    except Error:
        return ["The database does not answer."]
    return []


def _cache() -> list[str]:
    try:
        return [] if is_reached() else ["The shared cache does not answer."]
    except Error:  # it lies in the database, which has been told of
        return []


def _files() -> list[str]:
    try:
        settings.FILES_DIR.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.FILES_DIR):
            return []
    except OSError:
        return ["The folder of stored files cannot be written to."]
