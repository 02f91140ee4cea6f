"""Whether the cache that all processes share is reached, where it is a server of its own.

One in the database is reached when the database is.
"""

from functools import cache

from django.conf import settings
from django.core.cache import caches
from django.utils.module_loading import import_string


def is_reached() -> bool:
    """Tell whether the cache answers. Raises as the database does for one that is kept there."""
    try:
        caches["default"].get("is-it-reached")
    except _fault(settings.CACHES["default"]["BACKEND"]):
        return False
    return True


def is_not_reached(exception: Exception) -> bool:
    """Tell whether `exception` says that the cache does not answer."""
    return isinstance(exception, _fault(settings.CACHES["default"]["BACKEND"]))


@cache
def _fault(backend: str) -> tuple[type[Exception], ...]:
    # By name: the client of Redis takes its time to import, and few need it.
    is_redis = backend.endswith("redis.RedisCache")
    return (import_string("redis.exceptions.RedisError"),) if is_redis else ()
