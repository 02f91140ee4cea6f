"""The environment, read strictly: what is mistyped stops the program in a sentence.

The sentence names the variable, what it says and what it may say; an address that may hold a
password is not repeated. A variable that is empty is as one that is not set.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = ("true", "yes", "y", "on", "ok", "1"), ("false", "no", "n", "off", "0")
#: What stands before :// in the addresses that the program has the packages for.
DATABASES = ("postgres", "postgresql", "sqlite")
CACHES = ("redis", "rediss", "dbcache", "filecache", "locmemcache", "dummycache")
SMTP = ("smtp", "smtp+tls", "smtp+ssl", "smtps")
LETTERS = (*SMTP, "consolemail", "filemail", "memorymail", "dummymail")
#: How many in which time, as django-allauth has it: 10/15m.
LIMIT = re.compile(r"[1-9]\d*/([1-9]\d*)?[smhd]")


class Environment:
    """What the environment says, and the file `env_file` where it says nothing.

    Every method takes the name of a variable and what holds where it is not set, and raises
    ImproperlyConfigured.
    """

    def __init__(self, env_file: Path) -> None:
        self._env = environ.Env()
        self._env.read_env(env_file)

    def text(self, name: str, default: str = "") -> str:
        """Return what it says."""
        return self._env(name, default="") or default

    def flag(self, name: str, default: bool | None) -> bool | None:
        """Return whether it says true."""
        said = self.text(name).strip()
        if not said:
            return default
        if said.lower() not in TRUE + FALSE:
            raise _mistyped(name, said, "true or false")
        return said.lower() in TRUE

    def names(self, name: str, default: list[str] | None) -> list[str] | None:
        """Return what stands between its commas."""
        said = self.text(name)
        return [one.strip() for one in said.split(",") if one.strip()] if said else default

    def one_of(self, name: str, among: Sequence[str], default: str) -> str:
        """Return which of `among` it names."""
        said = self.text(name, default).strip()
        if said not in among:
            raise _mistyped(name, said, f"{', '.join(among[:-1])} or {among[-1]}")
        return said

    def limit(self, name: str, default: str) -> str:
        """Return how many in which time."""
        said = self.text(name, default).strip()
        if not LIMIT.fullmatch(said):
            raise _mistyped(name, said, "a number and a time such as 10/15m, in s, m, h or d")
        return said

    def database(self, name: str, default: str) -> dict:
        """Return Django's settings of the database that it names."""
        wanted = "postgres://user:password@host/name, or nothing for SQLite"
        return self._address(name, default, DATABASES, wanted, self._env.db_url_config)

    def cache(self, name: str, default: str) -> dict:
        """Return Django's settings of the cache that it names."""
        wanted = "redis://host:6379/1, or nothing for a table of the database"
        return self._address(name, default, CACHES, wanted, self._env.cache_url_config)

    def letters(self, name: str, default: str) -> dict:
        """Return Django's settings of how letters are sent."""
        wanted = "smtp+tls://user:password@host:587, or nothing"
        return self._address(name, default, LETTERS, wanted, self._env.email_url_config)

    def _address(
        self, name: str, default: str, kinds: Sequence[str], wanted: str, read: Callable
    ) -> dict:
        said = self.text(name, default).strip()
        kind, colon, rest = said.partition("://")
        if not colon:
            raise ImproperlyConfigured(f"{name} says what is no address: write {wanted}.")
        if kind not in kinds:
            raise _mistyped(name, f"{kind}://…", wanted)
        try:
            if "," not in rest:  # several servers of a cache
                _ = urlsplit(said).port
            return read(said)
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} cannot be read as an address: write {wanted}; in a password / is written"
                " %2F, # %23, ? %3F, @ %40 and : %3A."
            ) from None  # whose words repeat the password


def _mistyped(name: str, said: str, wanted: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"{name} says “{said}”: write {wanted}.")
