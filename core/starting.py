"""What has to be said before the program serves anyone, each in a sentence.

`config.wsgi` asks here, which a server and `runserver` load, and so does `check --deploy`. What
neither serves nor sends, such as making migrations, needs to be told nothing.
"""

from ipaddress import ip_network
from pathlib import Path

from django.conf import settings
from django.core import checks

from core.client_address import NOBODY, SOCKET
from core.shared_cache import is_reached

#: Caches that each process has for itself.
NOT_SHARED = ("locmem.LocMemCache", "dummy.DummyCache")


def refusals() -> list[str]:
    """Return why the program must not serve as it is set: a sentence each, none when it may."""
    found = []
    if not settings.DEBUG:
        if settings.SECRET_KEY.startswith("django-insecure"):
            found.append("SECRET_KEY is the one that everybody knows: set a long random one.")
        if not settings.ALLOWED_HOSTS:
            found.append("ALLOWED_HOSTS is empty: set the names that the program is reached by.")
        if settings.HTTPS is None:
            found.append(
                "HTTPS is not set: set HTTPS=true behind TLS, or HTTPS=false to be reached without."
            )
    found += [
        f"TRUSTED_PROXIES: “{one}” is neither address nor network, “{SOCKET}” or “{NOBODY}”."
        for one in settings.TRUSTED_PROXIES or []
        if not _is_network(one)
    ]
    return found


def _is_network(written: str) -> bool:
    try:
        ip_network(written)
    except ValueError:
        return written in (SOCKET, NOBODY)
    return True


def untranslated() -> list[str]:
    """Return which translations have not been compiled since they were changed, in a sentence."""
    sources = [source for place in settings.LOCALE_PATHS for source in Path(place).rglob("*.po")]
    behind = sorted(str(one.relative_to(settings.BASE_DIR)) for one in sources if _is_behind(one))
    if not behind:
        return []
    return [
        f"Pages are shown in English where {', '.join(behind)} is not compiled: run `make setup`."
    ]


def _is_behind(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


@checks.register(checks.Tags.security, deploy=True)
def may_start(**_kwargs) -> list[checks.CheckMessage]:
    """Say before going live why the program would not start."""
    return [checks.Error(one, id="overens.E001") for one in refusals()]


@checks.register(checks.Tags.translation)
def is_translated(**_kwargs) -> list[checks.CheckMessage]:
    """Say that pages would be in English, where they would otherwise be so in silence."""
    return [checks.Warning(one, id="overens.W001") for one in untranslated()]


@checks.register(checks.Tags.security, deploy=True)
def limits_hold(**_kwargs) -> list[checks.CheckMessage]:
    """Say what makes the limits of the sign-in weaker, or stricter, than they seem."""
    found = []
    if settings.CACHES["default"]["BACKEND"].endswith(NOT_SHARED):
        found.append("CACHE_URL names a cache of each process: limits hold for one process only.")
    if settings.HTTPS and settings.TRUSTED_PROXIES is None:
        found.append(
            "TRUSTED_PROXIES is not set: behind a server in front all clients share its address,"
            f" and its limits; set it to that server's address, or “{NOBODY}” without one."
        )
    return [checks.Warning(one, id="overens.W002") for one in found]


@checks.register(checks.Tags.security, deploy=True)
def cache_answers(**_kwargs) -> list[checks.CheckMessage]:
    """Say that a server of its own that keeps the cache is not reached."""
    if not settings.CACHES["default"]["BACKEND"].endswith("RedisCache") or is_reached():
        return []
    said = "CACHE_URL names a Redis server that does not answer: without it nobody can sign in."
    return [checks.Warning(said, id="overens.W003")]
