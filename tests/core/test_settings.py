"""A setting that is mistyped stops the program in one sentence; an empty one is as if unset."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from config.environment import Environment


@pytest.fixture
def env(tmp_path, monkeypatch):
    """What an environment says that has only what the test gives it."""

    def saying(**said):
        for name, value in said.items():
            monkeypatch.setenv(name, value)
        return Environment(tmp_path / "none.env")

    return saying


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("HTTPS", "ja", "true or false"),
        ("SIGN_IN_LIMIT_ACCOUNT", "tio/15m", "10/15m"),
        ("DATABASE_URL", "mysql://host/name", "postgres://"),
        ("CACHE_URL", "memcache://127.0.0.1:11211", "redis://"),
        ("EMAIL_URL", "smpt://mail.example", "smtp+tls://"),
        ("LOG_LEVEL", "warn", "INFO"),
    ],
)
def test_what_is_mistyped_is_told_by_name_with_what_it_may_say(name, value, wanted):
    started = run("manage.py", "check", **{name: value})

    (sentence,) = started.stderr.splitlines()
    assert started.returncode != 0
    assert sentence.startswith(f"Överens: {name} says “{value.partition('://')[0]}")
    assert wanted in sentence


@pytest.mark.parametrize("value", ["ture", "Sant", "'true'", "2"])
def test_neither_true_nor_false_is_refused(env, value):
    with pytest.raises(ImproperlyConfigured, match=f"HTTPS says “{value}”: write true or false."):
        env(HTTPS=value).flag("HTTPS", None)


@pytest.mark.parametrize("value", ["10", "10/15min", "0/15m", "10/15m/ip", "10/0m", "-1/m"])
def test_a_limit_is_a_number_in_a_time(env, value):
    with pytest.raises(ImproperlyConfigured, match=f"LIMIT says “{value}”: write a number"):
        env(LIMIT=value).limit("LIMIT", "10/15m")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("127.0.0.1:6379", "says what is no address"),
        ("redis", "says what is no address"),
        ("redis://host:port/1", "cannot be read as an address"),
    ],
)
def test_an_address_is_a_whole_one(env, value, reason):
    with pytest.raises(ImproperlyConfigured, match=f"^CACHE_URL {reason}: write redis://host:6379"):
        env(CACHE_URL=value).cache("CACHE_URL", "dbcache://table")


def test_a_server_says_it_too_and_stops():
    started = run("-c", "import config.wsgi", HTTPS="ja")

    assert started.returncode == 3
    assert started.stderr == "Överens: HTTPS says “ja”: write true or false.\n"


@pytest.mark.parametrize("value", ["postgres://per:hemligt#7@host/name", "overens:hemligt@host"])
def test_a_password_in_an_address_is_never_repeated(env, value):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refused:
        env(DATABASE_URL=value).database("DATABASE_URL", "sqlite:///file")

    assert "hemligt" not in str(refused.value)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_what_is_empty_is_as_if_it_had_not_been_set(env):
    names = ("DATABASE_URL", "CACHE_URL", "EMAIL_URL", "VAR_DIR", "HTTPS", "LIMIT", "LOG", "HOSTS")
    empty = env(**dict.fromkeys(names, ""))

    assert empty.database("DATABASE_URL", "sqlite:////x")["NAME"] == "/x"
    assert empty.cache("CACHE_URL", "dbcache://table")["LOCATION"] == "table"
    assert empty.letters("EMAIL_URL", "filemail:////x")["EMAIL_FILE_PATH"] == "/x"
    assert empty.text("VAR_DIR", "var") == "var"
    assert empty.flag("HTTPS", None) is None
    assert empty.limit("LIMIT", "10/15m") == "10/15m"
    assert empty.one_of("LOG", ("INFO", "ERROR"), "ERROR") == "ERROR"
    assert empty.names("HOSTS", ["a"]) == ["a"]


def test_what_is_well_written_is_read(env):
    said = env(HTTPS="True", POOL="off", HOSTS="a, b,", LIMIT="5/h", CACHE_URL="redis://h:6379/1")

    assert (said.flag("HTTPS", None), said.flag("POOL", True)) == (True, False)
    assert said.names("HOSTS", []) == ["a", "b"]
    assert said.limit("LIMIT", "10/15m") == "5/h"
    assert said.cache("CACHE_URL", "")["LOCATION"] == "redis://h:6379/1"
    url = "postgres://per:hemligt%237@host:5432/name"
    assert env(DATABASE_URL=url).database("DATABASE_URL", "")["PASSWORD"] == "hemligt#7"
